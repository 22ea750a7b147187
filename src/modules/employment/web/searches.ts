// What the pages of employment keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { NEEDS } from '../domain/needs/needs.ts';

export const confirmSearch = addressSchema({
  month: z.string().regex(/^\d{4}-\d{2}-01$/),
  way: z.enum(['visit', 'phone', 'video', 'relative']),
});

export const rosterSearch = addressSchema({ month: z.string().regex(/^\d{4}-\d{2}-01$/) });

export const needsSearch = addressSchema({ need: z.enum(NEEDS) });
