// 项目受益户. A household that a project serves in a year and in one way. Whether it was lifted or monitored is asked for the day it benefited; the
// number of people is person-times, not household members.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, householdNo, integer, moneyYuan, reference, year } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { LINKAGE_WAYS } from './project-words.ts';

export const projectBeneficiaryRegister = defineRegister({
  code: 'project-beneficiaries',
  title: '项目受益户',
  record: 'project-beneficiary',
  slice: 'projects',
  table: 'project_beneficiaries',
  unit: '条',
  place: 'household',
  key: ['projectNumber', 'householdNumber', 'benefitYear', 'benefitWay'],
  fields: {
    projectNumber: reference('项目编号', 'projects', { required: true, list: true }),
    householdNumber: householdNo({ required: true, role: 'place', list: true }),
    benefitYear: year('受益年度', { required: true, list: true, filter: true }),
    benefitWay: choice(
      '受益方式',
      { ...LINKAGE_WAYS, subsidy: '到户补助', other: '其他' },
      { required: true, list: true, filter: true },
    ),
    benefitedOn: day('受益日期', { required: true, role: 'since', list: true }),
    stoppedOn: day('终止日期', { role: 'until', list: true }),
    beneficiaries: integer('受益人数', { required: true, least: 1, unit: '人', list: true }),
    benefitAmountFen: moneyYuan('受益金额', { list: true }),
  },
  notices: [
    {
      kind: 'list',
      title: '项目受益户公示',
      levels: ['village', 'township', 'county'],
      columns: [
        'projectNumber.projectName',
        { head: 'householdNumber' },
        'benefitYear',
        'benefitWay',
        'beneficiaries',
        'benefitAmountFen',
      ],
      about: '现将到户项目的受益户予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type ProjectBeneficiary = RowOf<typeof projectBeneficiaryRegister>;
