// What the list of issues keeps in the address.

import * as z from 'zod';
import { keysOf } from '../../../kernel/input.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { CHECK_LOOKS, CORRECTION_LOOKS, LOOKS } from '../domain/words.ts';

export const issuesSearch = listSearch({
  look: z.enum(keysOf(LOOKS)),
  rule: z.string().max(40),
  severity: z.enum(['block', 'warn', 'info']),
  mine: z.boolean(),
  text: z.string().max(60),
});

export const correctionsSearch = listSearch({ look: z.enum(keysOf(CORRECTION_LOOKS)) });
export const checksSearch = listSearch({ look: z.enum(keysOf(CHECK_LOOKS)) });
