// Runs in worker threads: chunks of households.csv and members.csv become COPY rows.

import type { TransformOutput } from '../../../../platform/server/tables/each-record.ts';
import type { TableChunk } from '../../../../platform/server/tables/table-source.ts';
import { HouseholdTransform } from './household-transform.ts';
import { MemberTransform } from './member-transform.ts';
import type { RegistryTransformInit } from './registry-rows.ts';

export type { RegistryTransformInit } from './registry-rows.ts';

/** Columns of the staged households, in COPY order. `issues` are codes of data issues found in the row itself. */
export const STAGED_HOUSEHOLDS = `line int, village_code bigint, number text, kind text, monitoring_category text, risk_cleared boolean,
  phone_key bigint, phone_sealed bytea, income_year int, wage_fen bigint, business_fen bigint, property_fen bigint,
  transfer_fen bigint, business_cost_fen bigint, claim_fen bigint, self_paid_fen bigint, previous_net_fen bigint, issues text`;

export const STAGED_MEMBERS = `line int, number text, household_number text, name text, sex text, id_key bigint, birth int, id_sex smallint,
  id_sound boolean, phone_key bigint, sealed bytea, relation text, ethnicity text, education text, schooling text,
  health text, labour text, working boolean, dibao boolean, issues text`;

export const STAGED_REFUSED = 'line int, column_name text, value text, reason text, raw_sealed bytea';

export function createTransform(init: RegistryTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = init.table === 'households' ? new HouseholdTransform(init) : new MemberTransform(init);
  return (chunk) => transform.run(chunk);
}
