// Where a household stands in the product's pages, for every slice that links to one.

export type HouseholdKey = { countyCode: number; id: number };

/** `/households/150923-42`. */
export function householdPath({ countyCode, id }: HouseholdKey): string {
  return `/households/${countyCode}-${id}`;
}

/** Reads the last part of such an address; undefined where it is none. */
export function readHouseholdKey(text: string): HouseholdKey | undefined {
  const match = /^(\d{6})-(\d{1,15})$/.exec(text);
  return match ? { countyCode: Number(match[1]), id: Number(match[2]) } : undefined;
}
