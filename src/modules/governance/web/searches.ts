// What the pages of points keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const counterSearch = addressSchema({ household: z.string().max(30) });
export const villageSearch = addressSchema({ year: z.coerce.number().int().min(2000).max(2099) });
