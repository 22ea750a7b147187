// Titles of counties, and who is paired with what: firms, units, leaders, specialists.

import { sql } from 'kysely';
import type { Designation } from '../../../regions/domain/designations.ts';
import { registerCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  KEY,
  NATIONAL_KEY,
  NATIONALLY_LIFTED,
  REGIONAL_KEY,
  REGIONALLY_LIFTED,
  type Reading,
} from '../reading.ts';

const titled =
  (titles: readonly Designation[]): FigureSource =>
  (r) => ({
    needs: [r.anyCounty(titles)],
    parts: [
      distinct(sql`select ${registerCells('county-designations', 't', { object: sql`t.region_code` })}
        from ${r.valid('county-designations')} t where t.title = any(${[...titles]}::text[]) and coalesce(t.designated_on <= ${dateOf(r.on.day)}, true)
          and coalesce(t.revoked_on > ${dateOf(r.on.day)}, true) and ${r.isCounty(sql`t.region_code`)} and ${r.within('t.place_code')}`),
    ],
  });

const HELPER = sql`t.organisation_code`;
const CADRE = sql`t.cadre_number`;
const HELPED = sql`t.helped_code`;

type Paired = {
  kind: string;
  object: Condition;
  /** Titles the county must carry. */
  in?: readonly Designation[];
  where?: (r: Reading) => Condition;
};

const paired =
  ({ kind, object, in: titles, where }: Paired): FigureSource =>
  (r) => ({
    needs: [
      r.has('pairings', sql`t.pairing_kind = ${kind} and t.started_on <= ${dateOf(r.on.day)}`),
      ...(titles ? [r.anyCounty(titles)] : []),
    ],
    parts: [
      distinct(sql`select ${registerCells('pairings', 't', { object })} from ${r.valid('pairings')} t
        where t.pairing_kind = ${kind} and ${inForce('t', r.on.day, 'started_on', 'ended_on')} and ${r.within('t.place_code')}
          and ${titles ? sql`t.helped_code / 1000000 * 1000000 in ${r.counties(titles)}` : sql`true`} and ${where ? where(r) : sql`true`}`),
    ],
  });

/** The area is a county itself, and no statistical zone. */
const isCounty = (r: Reading): Condition => r.isCounty(HELPED);
const isVillage = (): Condition =>
  sql`exists (select from regions v where v.code = t.helped_code and v.level = 'village')`;

const COUNTY_OF_VILLAGE = sql`t.helped_code / 1000000 * 1000000`;
const TOWNSHIP_OF_VILLAGE = sql`t.helped_code / 1000`;

/** Firms of a key county: the chosen ones, and those of 万企兴万村 that took the county itself. Part: the county. */
function firmsOfKeyCounties(r: Reading): Condition {
  return sql`select k.region_code as county, t.* from ${r.counties(KEY)} k left join (
      select ${registerCells('pairings', 't', { object: HELPER })}, t.helped_code from ${r.valid('pairings')} t
      where t.pairing_kind in ('firms-key-county', 'firms-villages') and ${inForce('t', r.on.day, 'started_on', 'ended_on')} and ${r.within('t.place_code')}
    ) t on t.helped_code = k.region_code
    where k.region_code between ${r.area.low} and ${r.area.high}`;
}

const perKeyCounty: FigureSource = (r) => ({
  needs: [
    r.has(
      'pairings',
      sql`t.pairing_kind in ('firms-key-county', 'firms-villages') and t.started_on <= ${dateOf(r.on.day)}`,
    ),
    r.anyCounty(KEY),
  ],
  parts: [{ part: '', counts: 'least', rows: firmsOfKeyCounties(r) }],
});

const specialists: FigureSource = (r) => ({
  needs: [r.has('specialist-postings', sql`t.posted_on <= ${dateOf(r.on.day)}`), r.anyCounty(KEY)],
  parts: [
    distinct(sql`select ${registerCells('specialist-postings', 't', { object: CADRE })} from ${r.valid('specialist-postings')} t
      where ${inForce('t', r.on.day, 'posted_on', 'ended_on')} and ${r.inCounties('t.region_code', KEY)} and ${r.within('t.place_code')}`),
  ],
});

const soe = { kind: 'soe-key-county', in: KEY };
const central = { kind: 'central-county' };
const leader = { kind: 'leader-county' };
const firms = { kind: 'firms-villages' };
const chosen = { kind: 'firms-key-county', in: NATIONAL_KEY };
const units = { kind: 'unit-village' };

export const pairingSources: Record<string, FigureSource> = {
  'keycounty.national': titled(NATIONAL_KEY),
  'keycounty.region': titled(REGIONAL_KEY),
  'keycounty.count': titled(KEY),
  'pairing.soe': paired({ ...soe, object: HELPER }),
  'pairing.soe.counties': paired({ ...soe, object: HELPED }),
  central_units: paired({ ...central, object: HELPER }),
  'central_units.counties': paired({ ...central, object: HELPED, in: NATIONALLY_LIFTED }),
  'leader.count': paired({ ...leader, object: CADRE }),
  'leader.counties': paired({ ...leader, object: HELPED, where: isCounty }),
  'leader.counties.national': paired({ ...leader, object: HELPED, in: NATIONALLY_LIFTED }),
  'leader.counties.region': paired({ ...leader, object: HELPED, in: REGIONALLY_LIFTED }),
  'wanqi.enterprises': paired({ ...firms, object: HELPER }),
  'wanqi.villages': paired({ ...firms, object: HELPED, where: isVillage }),
  'wanqi.keycounty_enterprises': paired({ ...chosen, object: HELPER }),
  'wanqi.keycounties': paired({ ...chosen, object: HELPED }),
  'wanqi.per_keycounty.min': perKeyCounty,
  'village_pairing.units': paired({ ...units, object: HELPER }),
  'village_pairing.cadres': paired({ ...units, object: CADRE }),
  'village_pairing.villages': paired({ ...units, object: HELPED }),
  'village_pairing.townships': paired({ ...units, object: TOWNSHIP_OF_VILLAGE }),
  'village_pairing.counties': paired({ ...units, object: COUNTY_OF_VILLAGE, in: KEY }),
  specialists,
};
