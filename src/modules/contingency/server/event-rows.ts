// Events with their plans, states and how far the visits are, each for the part of its list that whoever asks may see.

import { type RawBuilder, sql } from 'kysely';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { stateOf } from '../../../kernel/register/states.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { ACTIVATION_STATES } from '../domain/activation-states.ts';
import { openTerms } from '../domain/event-terms.ts';
import type { ResponseLevel } from '../domain/words.ts';
import { contingencySettings } from './settings.ts';

/** Sums over rows `l` of the list; `c` is the open case of the household, where it has one. */
export const LIST_SUMS = sql`count(l.household_id)::int as listed, count(l.visit_result)::int as seen, (count(*) filter (where l.loss_fen > 0))::int as loss,
  coalesce(sum(l.loss_fen), 0)::bigint as loss_fen, (count(*) filter (where l.helped_first))::int as helped,
  (count(*) filter (where l.visit_result = 'to-monitor'))::int as to_monitor,
  (count(*) filter (where l.visit_result = 'to-monitor' and c.id is null))::int as unidentified`;
/** A case that was opened after the household was listed, or stood open then; asked for only where `where` holds of `l`. */
export const caseOf = (
  where: RawBuilder<unknown>,
) => sql`lateral (select c.id from cases c where ${where} and c.county_code = l.county_code
  and c.household_id = l.household_id and (c.ended_on is null or c.opened_on >= l.listed_at::date) order by c.id desc limit 1) c on true`;
export const CASE_OF_MONITORED = caseOf(sql`l.visit_result = 'to-monitor'`);

export type ListCounts = {
  listed: number;
  seen: number;
  loss: number;
  lossFen: number;
  helped: number;
  toMonitor: number;
  unidentified: number;
};

type Row = ListCounts & {
  countyCode: number;
  id: number;
  number: string;
  event: string;
  level: ResponseLevel;
  regionCode: number;
  regionName: string;
  planNumber: string;
  planName: string;
  hazard: string;
  eventOn: string;
  activatedOn?: string;
  endedOn?: string;
  reviewedOn?: string;
  lastState?: string;
};

/** Events that `where` picks of `a`, the newest first. */
export async function readEvents(
  tx: Tx,
  where: RawBuilder<unknown>,
  { low, high }: RegionRange,
  on: string,
  most: number,
) {
  const rows = await tx.rows(sql<Row>`
    select a.county_code, a.id, a.number, a.event, a.level, a.region_code, coalesce(r.name, '') as region_name, a.plan_number,
      coalesce(p.plan_name, a.plan_number) as plan_name, coalesce(p.insurance_kind, '') as hazard, a.event_on::text as event_on,
      a.activated_on::text as activated_on, a.ended_on::text as ended_on, a.reviewed_on::text as reviewed_on,
      (select m.to_state from register_moves m where m.register = 'contingency-activations' and m.county_code = a.county_code and m.record_id = a.id
        and m.withdrawn_at is null order by m.id desc limit 1) as last_state, s.*
    from contingency_activations a left join contingency_plans p on p.number = a.plan_number left join regions r on r.code = a.region_code,
      lateral (select ${LIST_SUMS} from activation_households l left join ${CASE_OF_MONITORED}
        where l.activation_county = a.county_code and l.activation_id = a.id and l.village_code between ${low} and ${high}) s
    where not a.voided and ${where} order by a.event_on desc, a.id desc limit ${most}`);
  const inForce = await contingencySettings.inForce(tx, on);
  return rows.map(({ lastState, ...row }) => {
    const told = withoutNulls(row);
    const of = inForce(row.regionCode);
    const days = { first: of('visit.first'), all: of('visit.all'), identify: of('identify'), review: of('review') };
    return {
      ...told,
      state: stateOf(ACTIVATION_STATES, told, lastState ?? undefined),
      terms: openTerms(told, told, days),
    };
  });
}
