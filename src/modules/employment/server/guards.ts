// What hinders somebody on the way to a public post (registers §8, trap 5): posts are for who cannot work elsewhere, and no more are given
// than there are.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { employmentSettings } from './settings.ts';

const guard = (move: string, where: string, words: string): Guard => ({
  ...{ register: 'post-holders', move, where, words },
});

/** Holders `o` of posts that were approved and have not left. */
const HOLDS = `not o.voided and o.approved_on is not null and o.left_on is null`;

export const employmentGuards: Guard[] = [
  guard(
    'approve',
    `(select count(*) from post_holders o where o.post_number = t.post_number and ${HOLDS})
      >= (select coalesce(max(b.post_count), 0) from public_posts b where b.number = t.post_number and not b.voided
        and (b.revoked_on is null or b.revoked_on > today_there()))`,
    '这个岗位没有空缺，请先增设岗位或办理退出',
  ),
  guard(
    'approve',
    `(select count(*) from post_holders o where o.household_number = t.household_number and o.number <> t.number and ${HOLDS})
      >= ${employmentSettings.inForceSql('post.household', { region: 't.place_code', on: 'today_there()' })}`,
    '本户在公益性岗位的人数已到“一户最多几人在公益岗位”的规定，请先办理退出',
  ),
  guard(
    'approve',
    `exists (select from employment_spells o where o.person_id = t.person_id and not o.voided and o.left_on is null
      and o.job_form in ('away', 'workshop', 'work-relief'))`,
    '本人登记有外出、车间或以工代赈务工，请先核对，已结束的登记离岗',
  ),
];
