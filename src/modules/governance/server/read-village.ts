// The households of a village by what they earned in a year; a village that hides its ranking shows them by number, without places.

import { sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { placesOf } from '../domain/points.ts';
import '../domain/problems.ts';
import { pointSchemeRegister } from '../domain/registers/point-scheme-register.ts';
import { balancesSql } from './ledger-sql.ts';
import { readReset } from './reset.ts';

/** The largest village has fewer. */
const MOST_ROWS = 5000;

type Row = {
  countyCode: number;
  id: number;
  number: string;
  headName: string;
  earned: number;
  spent: number;
  balance: number;
  stars?: string;
};
type Scheme = { edition: number; state: string; passedOn?: string; isHidden: boolean };

/** The scheme in force, else the one that is furthest on its road. */
async function schemeShown(tx: Tx, code: number): Promise<Scheme | undefined> {
  const [scheme] = await tx.rows(sql<Scheme>`
    select t.edition, ${sql.raw(stateSql(pointSchemeRegister as unknown as RegisterDefinition))} as state, t.passed_on::text,
      coalesce(t.is_ranking_hidden, false) as is_hidden
    from point_schemes t where t.village_code = ${code} and not t.voided
    order by (t.in_force_on is not null and t.ended_on is null) desc, t.edition desc limit 1`);
  return scheme && withoutNulls(scheme);
}

export async function readVillage(
  tx: Tx,
  { code, year }: { code: number; year?: number | undefined },
  today: PlainDate,
) {
  const region = await getRegion(tx, code);
  const { low, high } = await rangeAsked(tx, code);
  if (region.level !== 'village') throw new Problem('regions.not-found', { code });
  const on = formatDate(today);
  const shown = year ?? yearOf(today);
  const scheme = await schemeShown(tx, code);
  const isHidden = scheme?.isHidden ?? false;
  const within = sql`t.place_code between ${low} and ${high}`;
  const rows = await tx.rows(sql<Row>`
    with sums as materialized (${balancesSql(within, on, shown)})
    select h.county_code, h.id, h.number, h.head_name, coalesce(s.earned, 0) as earned, coalesce(s.spent, 0) as spent,
      coalesce(s.balance, 0) as balance,
      (select r.stars from star_ratings r where r.household_number = h.number and not r.voided and r.rated_year <= ${shown}
        order by r.rated_year desc limit 1) as stars
    from households h left join sums s on s.household_number = h.number
    where h.village_code = ${code} and h.valid_to is null
    order by ${isHidden ? sql`h.number` : sql`coalesce(s.earned, 0) desc, h.number`} limit ${MOST_ROWS}`);
  const reset = scheme ? await readReset(tx, code, on) : undefined;
  const places = isHidden ? [] : placesOf(rows.map(({ earned }) => earned));
  return {
    ...{ code, name: region.name, asOf: on, year: shown, isRankingHidden: isHidden },
    ...(scheme
      ? {
          scheme: {
            ...{ edition: scheme.edition, state: scheme.state },
            ...(scheme.passedOn ? { passedOn: scheme.passedOn } : {}),
          },
        }
      : {}),
    ...(reset ? { reset } : {}),
    rows: rows.map((row, i) => {
      const place = places[i];
      // Nobody who earned nothing is shown as the last.
      return { ...withoutNulls(row), ...(place !== undefined && row.earned > 0 ? { place } : {}) };
    }),
  };
}
