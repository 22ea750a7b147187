// Pairings of counties that have not the title they are made for, and specialists in two places (data contract for registers, §4).

import type { Doubt } from '../../../platform/server/registers/doubts.ts';

const TITLED = (
  titles: string,
) => `exists (select from county_designations d where d.region_code = t.helped_code and not d.voided
  and d.title in (${titles}) and coalesce(d.designated_on, '-infinity') <= t.started_on and t.started_on < coalesce(d.revoked_on, 'infinity'))`;

export const pairingDoubts: Doubt[] = [
  {
    register: 'pairings',
    code: 'not-lifted-national',
    where: `t.pairing_kind = 'central-county' and not ${TITLED(`'lifted-national'`)}`,
  },
  {
    register: 'pairings',
    code: 'not-key-county',
    where: `t.pairing_kind in ('soe-key-county', 'firms-key-county') and not ${TITLED(`'key-national', 'key-regional'`)}`,
  },
  {
    register: 'specialist-postings',
    code: 'second-posting',
    where: `exists (select from specialist_postings o where o.cadre_number = t.cadre_number and o.region_code <> t.region_code
      and not o.voided and o.posted_on < coalesce(t.ended_on, 'infinity') and t.posted_on < coalesce(o.ended_on, 'infinity'))`,
  },
];
