// 积分细则. What a village gives or takes points for.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { POINT_KINDS } from '../words.ts';

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
  roles: VILLAGE_REGISTER,
});

export type PointRule = RowOf<typeof pointRuleRegister>;
