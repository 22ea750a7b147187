// Rows of no register over which similar problems are looked for, handed down by the composition.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';

export type SearchedRows = readonly {
  /** What its rows may be narrowed by. */
  register: RegisterDefinition;
  /** The page of one. */
  path: (key: { countyCode: number; id: number }) => string;
}[];
