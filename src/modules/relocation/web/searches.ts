// What the pages of resettlement keep in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';

export const sitesSearch = listSearch({ text: z.string().max(60) });
