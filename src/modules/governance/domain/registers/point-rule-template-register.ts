// 积分细则模板. What a county offers its villages: nothing in it holds anywhere until an assembly has passed it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { POINT_KINDS } from '../words.ts';

export const pointRuleTemplateRegister = defineRegister({
  code: 'point-rule-templates',
  title: '积分细则模板',
  record: 'point-rule-template',
  slice: 'governance',
  table: 'point_rule_templates',
  unit: '条',
  place: 'county',
  key: ['regionCode', 'ruleNumber'],
  fields: {
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    ruleNumber: text('规则编号', { required: true, list: true, find: true }),
    pointKind: choice('积分类别', POINT_KINDS, { required: true, list: true, filter: true }),
    behaviour: text('行为', { required: true, list: true }),
    points: integer('分值', { required: true, unit: '分', list: true }),
    frequencyLimit: text('频次上限', { list: true }),
    evidenceRequired: text('佐证要求', { list: true }),
    scoringRight: text('记分权限', { list: true }),
    effectiveOn: day('生效日期', { required: true, role: 'since', list: true }),
    expiredOn: day('失效日期', { role: 'until' }),
  },
  roles: OFFICE_REGISTER,
  shared: true,
});

export type PointRuleTemplate = RowOf<typeof pointRuleTemplateRegister>;
