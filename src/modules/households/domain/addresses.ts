// Where a household stands in the product's pages, for every slice that links to one.

/** What names a record of a household or about it: ids are counted by county. */
export type RecordKey = { countyCode: number; id: number };
export type HouseholdKey = RecordKey;

/** `/households/150923-42`. */
export function householdPath({ countyCode, id }: HouseholdKey): string {
  return `/households/${countyCode}-${id}`;
}

/** Reads the last part of such an address, `150923-42`; undefined where it is none. */
export function readRecordKey(text: string): RecordKey | undefined {
  const match = /^(\d{6})-(\d{1,15})$/.exec(text);
  return match ? { countyCode: Number(match[1]), id: Number(match[2]) } : undefined;
}
