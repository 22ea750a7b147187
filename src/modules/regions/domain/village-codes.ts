// Village codes as files write them, and those of today.

/** Code as written → code of today; a code that no village has or had is not in it. */
export type VillageCodes = ReadonlyMap<number, number>;

/** Reads the pairs that `listVillageCodes` wrote. */
export function villagesOf(pairs: Float64Array): VillageCodes {
  const codes = new Map<number, number>();
  for (let i = 0; i + 1 < pairs.length; i += 2) codes.set(pairs[i] as number, pairs[i + 1] as number);
  return codes;
}
