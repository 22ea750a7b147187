// What clues ask of slices above; the composition passes it.

import type { RawBuilder } from 'kysely';

export type CluesHooks = {
  /** Scalar query on `c`, a row of clues: the id of the household's case that is under way, or null. */
  caseUnderWay: () => RawBuilder<unknown>;
};
