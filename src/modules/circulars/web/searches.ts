// What the pages of circulars keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const targetsSearch = addressSchema({
  figure: z.string().max(60),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});
