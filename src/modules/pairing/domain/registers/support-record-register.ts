// 帮扶记录. What a helper did, within the pairing. Money given and money attracted are told apart.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyYuan, reference, text, year } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const supportRecordRegister = defineRegister({
  code: 'support-records',
  title: '帮扶记录',
  record: 'support-record',
  slice: 'pairing',
  table: 'support_records',
  unit: '条',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('记录编号', { required: true, list: true, find: true }),
    pairingNumber: reference('结对编号', 'pairings', { required: true, role: 'gives-place', list: true }),
    happenedOn: day('发生日期', { required: true, role: 'since', list: true }),
    field: choice(
      '领域',
      {
        industry: '产业',
        employed: '就业',
        infrastructure: '基础设施',
        education: '教育',
        medical: '医疗',
        party: '党建',
        ecology: '生态',
        consumption: '消费',
        training: '培训',
        donation: '捐赠慰问',
      },
      { required: true, list: true, filter: true },
    ),
    way: choice(
      '方式',
      {
        fund: '资金',
        goods: '物资',
        project: '项目',
        purchase: '采购',
        'sales-help': '帮销',
        training: '培训',
        posting: '选派',
        advice: '咨询',
        visit: '调研走访',
      },
      { required: true, list: true, filter: true },
    ),
    content: text('内容', { required: true, list: true }),
    amountFen: moneyYuan('金额', { list: true }),
    fundNature: choice(
      '资金性质',
      { direct: '直接投入', attracted: '引进' },
      { required: { filled: 'amountFen' }, list: true, filter: true },
    ),
    goodsValueFen: moneyYuan('物资折价', { list: true }),
    year: year('年度', { required: { filled: 'itemNumber' }, filter: true }),
    itemNumber: reference('条目', 'pairing-plans'),
    projectNumber: reference('项目编号', 'projects'),
    beneficiaryHouseholds: integer('受益户数', { unit: '户' }),
    beneficiaries: integer('受益人数', { unit: '人' }),
    beneficiaryTimes: integer('受益人次', { unit: '人次' }),
    visitorLevel: choice('走访人员级别', {
      'main-leader': '主要领导',
      'deputy-leader': '分管领导',
      'department-head': '部门负责人',
      cadre: '干部',
    }),
    visits: integer('走访人次', { unit: '人次' }),
    helpedConfirmedOn: day('受帮扶方确认日期'),
  },
  checks: [
    { check: 'order', earlier: 'pairingNumber.startedOn', later: 'happenedOn' },
    { check: 'order', earlier: 'happenedOn', later: 'pairingNumber.endedOn', strict: true },
  ],
  roles: OFFICE_REGISTER,
});

export type SupportRecord = RowOf<typeof supportRecordRegister>;
