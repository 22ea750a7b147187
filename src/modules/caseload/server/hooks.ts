// What lists of cases ask of slices above; the composition passes it.

import type { RawBuilder } from 'kysely';

export type CaseloadHooks = {
  /** Condition on `c`, a row of cases: the family has a risk that no measure answers. */
  uncovered: () => RawBuilder<unknown>;
};
