// 积分细则. What a village gives or takes points for.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { regionCode } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { POINT_RULE_FIELDS } from './point-rule-fields.ts';

export const pointRuleRegister = defineRegister({
  code: 'point-rules',
  title: '积分细则',
  record: 'point-rule',
  slice: 'governance',
  table: 'point_rules',
  unit: '条',
  place: 'village',
  key: ['villageCode', 'ruleNumber'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    ...POINT_RULE_FIELDS,
  },
  roles: VILLAGE_REGISTER,
});

export type PointRule = RowOf<typeof pointRuleRegister>;
