// Where cases stand in the product's pages.

import type { RecordKey } from '../../households/domain/addresses.ts';

export type CaseKey = RecordKey;

/** `/cases/150923-42`. */
export function casePath({ countyCode, id }: CaseKey): string {
  return `/cases/${countyCode}-${id}`;
}
