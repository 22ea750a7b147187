// What the pages of units keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const twinsSearch = addressSchema({ text: z.string().max(60) });
