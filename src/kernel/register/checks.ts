// What the rows of a register must fulfil, as data: the checks of the data contract §5. The server judges them over whole sets.

/** `later` may not lie before `earlier`. Equal days are right. Fields of the row or, as `reference.field`, of the one referred to. */
export type OrderCheck = { check: 'order'; earlier: string; later: string };

/** Where one of `parts` is filled, they add up to `total`. */
export type PartsCheck = { check: 'parts'; parts: readonly string[]; total: string };

/** `part` is at most `whole` (经营性收入, 总收入). */
export type WithinCheck = { check: 'within'; part: string; whole: string };

/**
 * Two rows of equal `group` never count on one day: [since, until), `through` counted. `where` picks the rows that exclude each
 * other; `ends` names further fields that end a spell (风险消除日期).
 */
export type SpellsCheck = {
  check: 'spells';
  group: readonly string[];
  where?: { field: string; is: readonly string[] };
  ends?: readonly string[];
};

/**
 * Per group the rows' `amount` never adds up to more than the limit. A limit is a field of the row referred to, or the sum of rows
 * of another register (its returns deducted). Not judged while there is no limit.
 */
export type SumCheck = {
  check: 'sum';
  code: 'over-received' | 'over-issued' | 'over-allocated' | 'over-income' | 'over-balance';
  group: readonly string[];
  amount: string;
  limit: { of: string; group: readonly string[]; amount: string; plusOf?: string };
};

/** Per group the rows' `amount` never adds up to less than 0. */
export type NotNegativeCheck = {
  check: 'not-negative';
  code: 'over-returned';
  group: readonly string[];
  amount: string;
};

/** Per group the shares add up to 100 on every day that has a holder; a row without a share excludes all others. */
export type SharesCheck = {
  check: 'shares';
  group: readonly string[];
  share: string;
  where?: { field: string; is: readonly string[] };
};

/** Each of `one` has one of `other` at a time, and the other way round. */
export type OneToOneCheck = {
  check: 'one-to-one';
  one: string;
  other: string;
  where?: { field: string; is: readonly string[] };
};

/** The region of `lower` lies below that of `upper` and is not it. */
export type BelowCheck = { check: 'below'; lower: string; upper: string };

/** `field` names a household of the registry, in the rows that `where` picks. */
export type HouseholdCheck = { check: 'household'; field: string; where: { field: string; is: readonly string[] } };

/** The row's person is at least so many years old on the day. */
export type AgeCheck = { check: 'age'; on: string; least: number };

export type Check =
  | HouseholdCheck
  | AgeCheck
  | OrderCheck
  | PartsCheck
  | WithinCheck
  | SpellsCheck
  | SumCheck
  | NotNegativeCheck
  | SharesCheck
  | OneToOneCheck
  | BelowCheck;
