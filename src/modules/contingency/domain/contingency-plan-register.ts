// 应急预案. A plan for one hazard by one department of a region: one is in force at a time.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, link, longText, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const contingencyPlanRegister = defineRegister({
  code: 'contingency-plans',
  title: '应急预案',
  record: 'contingency-plan',
  slice: 'contingency',
  table: 'contingency_plans',
  unit: '个',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('预案编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    planName: text('预案名称', { required: true, list: true, find: true }),
    department: text('主管部门', { required: true, list: true }),
    insuranceKind: choice(
      '险种',
      {
        flood: '洪涝',
        drought: '旱',
        blizzard: '白灾寒潮',
        hail: '风雹',
        geological: '地质',
        wildfire: '草原森林火灾',
        epidemic: '疫情',
        'animal-disease': '动物疫病',
        price: '价格',
        'project-failure': '项目失败',
        'mass-return': '集中失业返乡',
        'site-jobs': '安置点就业',
      },
      { required: true, list: true, filter: true },
    ),
    trigger: longText('启动条件'),
    responseMeasures: longText('处置措施'),
    dutyPost: text('责任岗位', { list: true }),
    approvedOn: day('批准日期', { required: true, list: true }),
    effectiveOn: day('生效日期', { required: true, role: 'since' }),
    reviewedOn: day('复审日期'),
    repealedOn: day('废止日期', { role: 'until' }),
    lastDrillOn: day('最近演练日期'),
    planDocument: link('预案文件'),
  },
  checks: [{ check: 'spells', group: ['regionCode', 'department', 'insuranceKind'] }],
  roles: OFFICE_REGISTER,
});

export type ContingencyPlan = RowOf<typeof contingencyPlanRegister>;
