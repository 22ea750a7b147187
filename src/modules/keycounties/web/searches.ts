// What the pages of key counties keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const keyCountySearch = addressSchema({ asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) });
