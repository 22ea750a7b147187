// Three-way merge of two versions of one record, field by field: what only one side changed goes in, what both changed to different
// values is told with both. Nothing wins silently.

export type Values = Readonly<Record<string, unknown>>;

/** A field that both changed, each to something else. */
export type FieldClash = { field: string; base: unknown; mine: unknown; theirs: unknown };

export type Merge = {
  /** What is to be written over `theirs`: fields that only `mine` changed. */
  changes: Record<string, unknown>;
  clashes: FieldClash[];
};

/** Absent and null are both "empty"; lists are compared in order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if ((one ?? null) === (other ?? null)) return true;
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/**
 * `base` is what `mine` was made from, `theirs` what stands there now. `mine` may hold some fields only: those it leaves out are
 * unchanged.
 */
export function mergeThreeWays(base: Values, mine: Values, theirs: Values): Merge {
  const changes: Record<string, unknown> = {};
  const clashes: FieldClash[] = [];
  for (const [field, value] of Object.entries(mine)) {
    const [was, now] = [base[field], theirs[field]];
    if (sameValue(value, was) || sameValue(value, now)) continue;
    if (sameValue(now, was)) changes[field] = value;
    else clashes.push({ field, base: was ?? null, mine: value ?? null, theirs: now ?? null });
  }
  return { changes, clashes };
}
