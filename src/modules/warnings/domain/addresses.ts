// Where warnings stand in the product's pages.

/** `/warnings/150923-42`. */
export function warningPath({ countyCode, id }: { countyCode: number; id: number }): string {
  return `/warnings/${countyCode}-${id}`;
}
