// What the pages of this slice keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const caseSearch = addressSchema({ tab: z.string().max(20) });
