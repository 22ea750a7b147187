// What the list of notices keeps in the address.

import * as z from 'zod';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { NOTICE_STATES } from '../domain/notice-states.ts';

export const noticesSearch = listSearch({ state: z.enum(NOTICE_STATES) });
