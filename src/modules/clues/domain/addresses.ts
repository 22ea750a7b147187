// Where clues stand in the product's pages.

import type { RecordKey } from '../../households/domain/addresses.ts';

export type ClueKey = RecordKey;

/** `/clues/150923-42`. */
export function cluePath({ countyCode, id }: ClueKey): string {
  return `/clues/${countyCode}-${id}`;
}
