// What every list of cases says of the household and its place, and which cases are being helped: `c` is the case.

import { sql } from 'kysely';
import type { State } from '../../process/domain/steps.ts';

export const CASE_COLUMNS = sql.raw(`c.county_code, c.id, c.household_id, h.number as household_number, h.head_name,
  h.member_count, c.village_code, coalesce(v.name, '') as village_name, coalesce(t.name, '') as township_name,
  coalesce(n.name, '') as county_name, c.state,
  c.responsible, c.responsible_account is not null as responsible_known`);

export const CASE_JOINS = sql.raw(`join households h on h.county_code = c.county_code and h.id = c.household_id
  left join regions v on v.code = c.village_code left join regions t on t.code = v.parent_code
  left join regions n on n.code = t.parent_code`);

/** Scalar query on `c`, which has county and household: the id of the household's case that is under way, or null. */
export const caseUnderWay = () => sql`(select k.id from cases k
  where k.county_code = c.county_code and k.household_id = c.household_id and k.ended_on is null)`;

/** From the decision, or the emergency path, until the risk is cleared: the cases in which help is owed. */
export const HELPED = sql.raw(`c.ended_on is null and c.cleared_on is null and c.state <> 'appeal'
  and (c.decided_on is not null or c.emergency)`);

export type CaseOfHousehold = {
  countyCode: number;
  id: number;
  householdId: number;
  householdNumber: string;
  headName: string;
  memberCount: number;
  villageCode: number;
  villageName: string;
  townshipName: string;
  countyName: string;
  state: State;
  responsible: string;
  responsibleKnown: boolean;
};
