// Where cases stand in the product's pages.

export type CaseKey = { countyCode: number; id: number };

/** `/cases/150923-42`. */
export function casePath({ countyCode, id }: CaseKey): string {
  return `/cases/${countyCode}-${id}`;
}

/** `/clues/150923-42`. */
export function cluePath({ countyCode, id }: CaseKey): string {
  return `/clues/${countyCode}-${id}`;
}

/** Reads the last part of such an address; undefined where it is none. */
export function readCaseKey(text: string): CaseKey | undefined {
  const match = /^(\d{6})-(\d{1,15})$/.exec(text);
  return match ? { countyCode: Number(match[1]), id: Number(match[2]) } : undefined;
}
