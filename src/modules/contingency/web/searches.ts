// What the pages of events keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { HOUSEHOLD_LOOKS } from '../domain/words.ts';

export const householdsSearch = listSearch({ look: z.enum(HOUSEHOLD_LOOKS), text: z.string().max(60) });
