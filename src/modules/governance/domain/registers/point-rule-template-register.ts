// 积分细则模板. What a county offers its villages: nothing in it holds anywhere until an assembly has passed it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { regionCode } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { POINT_RULE_FIELDS } from './point-rule-fields.ts';

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
    ...POINT_RULE_FIELDS,
  },
  roles: OFFICE_REGISTER,
  shared: true,
});

export type PointRuleTemplate = RowOf<typeof pointRuleTemplateRegister>;
