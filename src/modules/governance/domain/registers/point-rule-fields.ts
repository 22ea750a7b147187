// What points are given or taken for: the same of a village's rule and of the county's template it may come from.

import { choice, day, integer, text } from '../../../../kernel/register/field.ts';
import { POINT_KINDS } from '../words.ts';

export const POINT_RULE_FIELDS = {
  ruleNumber: text('规则编号', { required: true, list: true, find: true }),
  pointKind: choice('积分类别', POINT_KINDS, { required: true, list: true, filter: true }),
  behaviour: text('行为', { required: true, list: true }),
  points: integer('分值', { required: true, unit: '分', list: true }),
  frequencyLimit: text('频次上限', { list: true }),
  evidenceRequired: text('佐证要求', { list: true }),
  scoringRight: text('记分权限', { list: true }),
  effectiveOn: day('生效日期', { required: true, role: 'since', list: true }),
  expiredOn: day('失效日期', { role: 'until' }),
};
