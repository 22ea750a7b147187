// What registers ask of the regions, handed down by the composition: the platform knows no slice.

import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { Tx } from '../db.ts';

export type RegionDoor = {
  /** Levels of regions by their codes: of these, or of all there are. */
  levels: (tx: Tx, codes?: readonly number[]) => Promise<Map<number, RegionLevel>>;
  /** Everyday names. */
  names: (tx: Tx, codes: readonly number[]) => Promise<Map<number, string>>;
};
