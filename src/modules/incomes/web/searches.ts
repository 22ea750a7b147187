// What the pages of incomes keep in the address. The year goes along from page to page.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { LOOKS } from '../domain/looks.ts';

const year = z.coerce.number().int().min(2000).max(2099);

export const overviewSearch = addressSchema({ year });
export const householdsSearch = listSearch({ year, look: z.enum(LOOKS), text: z.string().max(60) });
export const sheetSearch = addressSchema({ year });
