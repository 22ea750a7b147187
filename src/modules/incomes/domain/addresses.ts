// Addresses of pages about one household's income.

import type { HouseholdKey } from '../../households/domain/addresses.ts';

/** `/incomes/sheets/150923-42`. */
export function sheetPath({ countyCode, id }: HouseholdKey): string {
  return `/incomes/sheets/${countyCode}-${id}`;
}
