// What the board keeps in the address: the day, the figure that is looked at, and whom it is ranked by.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const boardSearch = addressSchema({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  figure: z.string().max(80),
  level: z.enum(['prefecture', 'county']),
});
