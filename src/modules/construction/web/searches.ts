// What the pages of construction keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { MEASURES } from '../domain/measures.ts';
import { NEEDS } from '../domain/needs.ts';

export const overviewSearch = addressSchema({ measure: z.enum(MEASURES), by: z.enum(['counties']) });
export const needsSearch = addressSchema({ need: z.enum(NEEDS) });
