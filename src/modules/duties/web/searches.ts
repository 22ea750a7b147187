// What the pages of responsibility keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

export const chainSearch = addressSchema({ on: z.iso.date() });
export const gapsSearch = addressSchema({ kind: z.string().max(40) });
