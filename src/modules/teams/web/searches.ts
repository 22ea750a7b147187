// What the pages of teams keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

/** `2026-06`. */
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
export const monthSearch = addressSchema({ month });
export const yearSearch = addressSchema({ year: z.coerce.number().int().min(2000).max(2099) });
