// What the operations of this slice answer.

import * as z from 'zod';
import { recordKey } from '../../../kernel/input.ts';
import { CHANNELS, CLUE_STATES } from './words.ts';

const int = z.number().int();

export const clueKey = recordKey;

export const clueItem = z.object({
  countyCode: int,
  id: int,
  householdId: int.optional(),
  householdNumber: z.string().optional(),
  personName: z.string(),
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  countyName: z.string(),
  channel: z.enum(CHANNELS),
  state: z.enum(CLUE_STATES),
  receivedOn: z.string(),
  caseId: int.optional(),
  /** A case of the household that is under way: the clue belongs there. */
  openCaseId: int.optional(),
  accountName: z.string(),
  text: z.string(),
  warningId: int.optional(),
});
