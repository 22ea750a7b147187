// What the pages of insurance keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { FLOOR_LOOKS } from '../domain/looks.ts';

export const floorHouseholdsSearch = listSearch({ look: z.enum(FLOOR_LOOKS), text: z.string().max(60) });
