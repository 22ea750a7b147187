// What hinders a step of points (registers §17): nobody records for the own family, a scheme without rules is none, and one holds at a time.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

const scheme = (move: string, where: string, words: string): Guard => ({
  register: 'point-schemes',
  move,
  where,
  words,
});

export const governanceGuards: readonly Guard[] = [
  {
    ...{ register: 'point-entries', move: 'check' },
    where: `exists (select from households h join persons p on p.county_code = h.county_code and p.household_id = h.id and p.valid_to is null
      where h.number = t.household_number and h.valid_to is null and p.name = t.recorder)`,
    words: '记录人是本户成员，不能给自己家记分，请作废后由其他人记录',
  },
  scheme(
    'pass',
    `not exists (select from point_rules r where r.village_code = t.village_code and not r.voided and r.rule_number not in ('HZ', 'QL'))`,
    '还没有积分细则，请先登记，或在积分榜点“按旗县模板拟定”',
  ),
  scheme(
    'enforce',
    `exists (select from point_schemes o where o.village_code = t.village_code and o.id <> t.id and not o.voided
      and o.in_force_on is not null and o.ended_on is null)`,
    '上一版积分办法还在施行，请先办理它的“停止”',
  ),
];
