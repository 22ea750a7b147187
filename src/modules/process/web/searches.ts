// What the settings of the process keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const templateEditorSearch = addressSchema({ from: z.coerce.number().int().min(0), tab: z.string().max(20) });

export const calendarSearch = addressSchema({ year: z.coerce.number().int().min(2000).max(2100) });
