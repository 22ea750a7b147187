// Jobs that are possible but doubtful (data contract for registers, §4).

import type { Doubt } from '../../../platform/server/registers/doubts.ts';

const register = 'employment-spells';

export const employmentDoubts: Doubt[] = [
  {
    register,
    code: 'two-jobs',
    where: `exists (select from employment_spells o where (o.person_id = t.person_id or o.outsider_key = t.outsider_key)
      and o.number <> t.number and not o.voided and left(o.work_region_code, 6) <> left(t.work_region_code, 6)
      and o.started_on < coalesce(t.left_on, 'infinity') and t.started_on < coalesce(o.left_on, 'infinity'))`,
  },
  {
    register,
    code: 'away-from-home',
    where: `exists (select from public_posts o where o.number = t.post_number and o.place_code <> t.place_code)
      or exists (select from workshops o where o.number = t.workshop_number and o.place_code <> t.place_code)`,
  },
];
