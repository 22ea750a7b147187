// What hinders moves of schemes and objections.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { BOUNDS_PATTERN } from '../domain/groups.ts';
import { STEPS_PATTERN } from '../domain/methods.ts';
import { REWARDS } from '../domain/registers/use-register.ts';

const indicators = (condition: string) =>
  `exists (select from assessment_indicators i where i.scheme_number = t.number and not i.voided and ${condition})`;

/** Only who assesses answers, be there a league between. */
const ABOVE = `not exists (select from assessment_schemes s where s.number = t.scheme_number
  and s.place_code >= area_low() and region_high(s.place_code) <= area_high())`;
const DECIDED = `exists (select from assessment_schemes s where s.number = t.scheme_number and s.approved_on is not null)`;

/** The scheme of a use of its results, and how its region was graded by it. */
const PUBLISHED = `select from assessment_schemes s where s.number = t.scheme_number and not s.voided and s.published_on is not null`;
const GRADED = `exists (select from assessment_schemes s join assessment_results r on r.year = s.year and r.assessment_kind = s.assessment_kind
  and r.assessment_name = s.scheme_name and r.region_code = t.region_code and not r.voided where s.number = t.scheme_number and r.grade in`;
const REWARDED = `t.use_kind in (${REWARDS.map((use) => `'${use}'`).join(', ')})`;

export const appraisalsGuards: readonly Guard[] = [
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: `100 <> (select coalesce(sum(i.weight), 0) from assessment_indicators i
      where i.scheme_number = t.number and not i.voided and i.source <> 'class')`,
    words: '计分指标的权重合计不是 100，请在“考核指标”台账里调整',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: indicators(`i.source <> 'class' and (i.weight <= 0 or i.weight * 100 <> trunc(i.weight * 100))`),
    words: '有指标的权重不大于 0，或者超过两位小数，请在“考核指标”台账里调整',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: indicators(`i.method = 'steps' and i.steps !~ '${STEPS_PATTERN}'`),
    words: '有指标的分档写法不对，应如 95:100、90:80、80:60',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: indicators(`i.method in ('ratio', 'improve') and i.full_at <= 0`),
    words: '有按比例或进步计分的指标，满分值不大于 0，请在“考核指标”台账里调整',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: indicators(`i.method = 'linear' and i.full_at = i.zero_at`),
    words: '有线性计分的指标，零分值和满分值相同，请在“考核指标”台账里调整',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: indicators(`i.parent_number is not null and not exists (select from assessment_indicators p
      where p.scheme_number = i.scheme_number and p.indicator_number = i.parent_number and p.source = 'class' and not p.voided)`),
    words: '有指标的上级指标编号在本方案里不是分类，请在“考核指标”台账里改正',
  },
  {
    ...{ register: 'assessment-schemes', move: 'issue' },
    where: `t.group_bounds is not null and t.group_bounds !~ '${BOUNDS_PATTERN}'`,
    words: '分组界线的写法不对，应如 5000、20000',
  },
  {
    ...{ register: 'assessment-schemes', move: 'approve' },
    where: `exists (select from assessment_objections o where o.scheme_number = t.number and not o.voided and o.verdict is null)`,
    words: '还有异议没有答复，请先在“考核异议”台账里答复',
  },
  {
    ...{ register: 'assessment-uses', move: 'decide' },
    where: `not exists (${PUBLISHED})`,
    words: '考核结果还没有公布，请先在“考核方案”台账里公布',
  },
  {
    ...{ register: 'assessment-uses', move: 'decide' },
    where: `exists (${PUBLISHED}) and ${REWARDED} and not ${GRADED} ('good', 'fairly-good'))`,
    words: '等次不是好或较好，不能表扬奖励',
  },
  {
    ...{ register: 'assessment-uses', move: 'decide' },
    where: `exists (${PUBLISHED}) and not ${REWARDED} and not ${GRADED} ('fair', 'poor'))`,
    words: '等次不是一般或差，不能约谈、限期整改或挂牌督办',
  },
  ...['uphold', 'reject'].flatMap((move): Guard[] => [
    { register: 'assessment-objections', move, where: ABOVE, words: '由组织考核的一级答复' },
    { register: 'assessment-objections', move, where: DECIDED, words: '考核已经审定，不能再答复' },
  ]),
];
