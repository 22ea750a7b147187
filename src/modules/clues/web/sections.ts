// What slices above add to the pages of this one; the composition hands it down.

import type { ReactNode } from 'react';
import type { RecordKey } from '../../households/domain/addresses.ts';
import type { ClueItem } from './types.ts';

/** What else is known of a clue, below what is shown of it. */
export type ClueSection = { render: (clue: ClueItem) => ReactNode };

type Opening = { requestId: string; countyCode: number; clueIds: number[]; householdId?: number };

/** How clues of one household become a case, or part of the case that is under way. */
export type CaseOfClues = {
  /** Who may not call it may open none. */
  operation: string;
  open: (given: Opening) => Promise<{ id: number; opened: boolean }>;
  path: (of: RecordKey) => string;
};

export type CluesParts = { clueSection: ClueSection; caseOfClues: CaseOfClues };
