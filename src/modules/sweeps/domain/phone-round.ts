// What somebody takes along to the villages of a round: the questions, whom nobody has seen, whom to recheck.

import * as z from 'zod';
import { LIST_CODES } from './words.ts';

const int = z.number().int();
const household = z.object({ countyCode: int, id: int });

export const roundOnPhone = z.object({
  number: z.string(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  questions: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      choices: z.record(z.string(), z.string()),
      list: z.string().optional(),
    }),
  ),
});
export type RoundOnPhone = z.output<typeof roundOnPhone>;

/** A household is here once, whatever number of lists it is on. */
export const visitOnPhone = z.object({
  number: z.string(),
  household,
  lists: z.array(z.enum(LIST_CODES)),
  /** Given to this account. */
  mine: z.boolean(),
  /** Of somebody who was not met: until when to come again. */
  retryBy: z.string().optional(),
});

/** Nothing of what the first visit said. */
export const recheckOnPhone = z.object({
  number: z.string(),
  recheckId: int,
  household,
  lists: z.array(z.enum(LIST_CODES)),
});
