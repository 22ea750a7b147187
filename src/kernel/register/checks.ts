// What the rows of a register must fulfil, as data: the checks of the data contract §5. The server judges them over whole sets.
// Fields are those of the row or, as `reference.field`, of the one referred to.

import type { RegionLevel } from '../region-code.ts';

/** Rows whose choice is one of `is`. */
export type Picked = { field: string; is: readonly string[] };

/**
 * `later` may not lie before `earlier`; equal days are right, unless `strict`. With `by` only months or years are compared: a number
 * or a day for a year.
 */
export type OrderCheck = { check: 'order'; earlier: string; later: string; by?: 'month' | 'year'; strict?: true };

/** Where one of `parts` is filled, they add up to `total`. */
export type PartsCheck = { check: 'parts'; parts: readonly string[]; total: string };

/** `part` is at most `whole` (经营性收入, 总收入). */
export type WithinCheck = { check: 'within'; part: string; whole: string };

/** The region of `lower` lies below that of `upper` and is not it. */
export type BelowCheck = { check: 'below'; lower: string; upper: string };

/** Both regions lie in one county, or are one village; `place` is the row's own. */
export type SamePlaceCheck = { check: 'same-place'; left: string; right: string; level: 'county' | 'village' };

/** The row referred to has the same values in these fields. */
export type AgreesCheck = { check: 'agrees'; with: string; fields: readonly string[]; code: 'over-returned' };

/** Written no more once `by` of the row referred to is filled: indicators of a scheme that was issued. The reference has one key column. */
export type ClosedCheck = { check: 'closed'; with: string; by: string };

/** The level the region in `field` must have, by the row's choice. */
export type LevelsCheck = {
  check: 'levels';
  field: string;
  by: string;
  levels: Readonly<Record<string, readonly RegionLevel[]>>;
};

/** `field` names a household of the registry, in the rows that `where` picks. */
export type HouseholdCheck = { check: 'household'; field: string; where: Picked };

/** The row's person is at least so many years old on the day. */
export type AgeCheck = { check: 'age'; on: string; least: number };

/**
 * Two rows of equal `group` never count on one day: [since, until), `through` counted. `where` picks the rows that exclude each
 * other, `unless` a yes-no field that takes a row out; `differ`: only rows with another value here do; `ends` names further fields
 * that end a spell (风险消除日期); `begun`: a row without its first day counts on none, not on all.
 */
export type SpellsCheck = {
  check: 'spells';
  group: readonly string[];
  where?: Picked;
  unless?: string;
  differ?: string;
  ends?: readonly string[];
  begun?: true;
};

/** Each of `one` has one of `other` at a time, and the other way round. */
export type OneToOneCheck = { check: 'one-to-one'; one: string; other: string; where: Picked };

/** Per group the shares add up to 100 on every day that names one; in rows of `sole` one without a share excludes all others. */
export type SharesCheck = { check: 'shares'; group: readonly string[]; share: string; sole: Picked };

/** Rows of a register and what they add up to; `sign` picks amounts below 0, or the others. */
export type SumTerm = { of: string; group: readonly string[]; amount: string; sign?: 'negative' | 'positive' };

export type SumCode =
  | 'over-received'
  | 'over-issued'
  | 'over-allocated'
  | 'over-returned'
  | 'over-income'
  | 'over-stock';

/**
 * Per group the rows' amount never adds up to more than the limit, which is the sum of other rows, or 0. `returned`: the amounts of
 * `used` count the other way round. `open`: not judged of a group that has no row of a limit. `down`: groups are of regions, and a
 * group's limit is what a higher one gave: the higher are judged first.
 */
export type SumCheck = {
  check: 'sum';
  code: SumCode;
  used: SumTerm;
  limit: readonly SumTerm[];
  returned?: true;
  open?: true;
  down?: true;
};

/** Per group what is spent up to a day is at most what was earned, less what was taken off, up to and on it. */
export type BalanceCheck = {
  check: 'balance';
  group: readonly string[];
  amount: string;
  kind: string;
  earned: string;
  takenOff: string;
  spent: string;
};

export type Check =
  | OrderCheck
  | PartsCheck
  | WithinCheck
  | BelowCheck
  | SamePlaceCheck
  | AgreesCheck
  | ClosedCheck
  | LevelsCheck
  | HouseholdCheck
  | AgeCheck
  | SpellsCheck
  | OneToOneCheck
  | SharesCheck
  | SumCheck
  | BalanceCheck;
