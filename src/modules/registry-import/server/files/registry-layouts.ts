// The rows of an import of households and members, in the order in which workers write them.

import { type LayoutField, rowLayout } from '../../../../platform/server/bulk/row-layout.ts';

const INCOME: LayoutField[] = [
  ['income_year', 'int'],
  ['wage_fen', 'bigint'],
  ['business_fen', 'bigint'],
  ['property_fen', 'bigint'],
  ['transfer_fen', 'bigint'],
  ['business_cost_fen', 'bigint'],
  ['claim_fen', 'bigint'],
  ['self_paid_fen', 'bigint'],
  ['previous_net_fen', 'bigint'],
];

/** `issues` are codes of data issues found in the row itself. */
export const STAGED_HOUSEHOLD = rowLayout([
  ['line', 'int'],
  ['village_code', 'bigint'],
  ['number', 'text'],
  ['kind', 'text'],
  ['monitoring_category', 'text'],
  ['risk_cleared', 'boolean'],
  ['phone_key', 'bigint'],
  ['phone_sealed', 'bytea'],
  ...INCOME,
  ['issues', 'text'],
]);

/** A household of a first import, which waits in a file until its members were read. Line comes last. */
export const SPOOLED_HOUSEHOLD = rowLayout([
  ['county_code', 'int'],
  ['id', 'bigint'],
  ['village_code', 'bigint'],
  ['number', 'text'],
  ['kind', 'text'],
  ['monitoring_category', 'text'],
  ['risk_cleared', 'boolean'],
  ['phone_key', 'bigint'],
  ['phone_sealed', 'bytea'],
  ['income_year', 'int'],
  ['net_fen', 'bigint'],
  ['batch_id', 'int'],
  ['line', 'int'],
]);
/** What its members add to it. */
export const ADDED_TO_HOUSEHOLD = rowLayout([
  ['member_count', 'int'],
  ['head_name', 'text'],
]);

const PERSON: LayoutField[] = [
  ['name', 'text'],
  ['sex', 'text'],
  ['id_key', 'bigint'],
  ['birth', 'int'],
  ['id_sex', 'smallint'],
  ['id_sound', 'boolean'],
  ['phone_key', 'bigint'],
  ['sealed', 'bytea'],
  ['relation', 'text'],
  ['ethnicity', 'text'],
  ['education', 'text'],
  ['schooling', 'text'],
  ['health', 'text'],
  ['labour', 'text'],
  ['working', 'boolean'],
  ['dibao', 'boolean'],
];

export const STAGED_MEMBER = rowLayout([
  ['line', 'int'],
  ['number', 'text'],
  ['household_number', 'text'],
  ...PERSON,
  ['issues', 'text'],
]);

/** A member of a first import, straight into `persons`. */
export const FINAL_PERSON = rowLayout([
  ['county_code', 'int'],
  ['id', 'bigint'],
  ['household_id', 'bigint'],
  ['village_code', 'bigint'],
  ['number', 'text'],
  ['name_hash', 'int'],
  ...PERSON,
  ['batch_id', 'int'],
  ['line', 'int'],
]);

/** A year's income of a first import, straight into `household_incomes`. */
export const FINAL_INCOME = rowLayout([
  ['county_code', 'int'],
  ['household_id', 'bigint'],
  ['year', 'int'],
  ...INCOME.slice(1),
  ['batch_id', 'int'],
  ['line', 'int'],
]);

export const ISSUE = rowLayout([
  ['county_code', 'int'],
  ['village_code', 'bigint'],
  ['household_id', 'bigint'],
  ['person_id', 'bigint'],
  ['code', 'text'],
  ['batch_id', 'int'],
  ['line', 'int'],
]);

export const NAME = rowLayout([['name', 'text']]);
