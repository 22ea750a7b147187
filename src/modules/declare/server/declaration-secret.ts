// What a declaration seals with its clue.

import type { ClueSecret } from '../../clues/server/index.ts';
import type { HelperRelation, Trouble } from '../domain/words.ts';

export type DeclarationSecret = ClueSecret & {
  phone?: string;
  /** Who declared for the household. */
  helper?: { name: string; phone: string; relation: HelperRelation };
  troubles?: readonly Trouble[];
};
