// What the pages of industry keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { LOAN_NEEDS } from '../domain/loans/loan-needs.ts';

export const salesSearch = addressSchema({ year: z.coerce.number().int().min(2000).max(2099) });
export const loansSearch = addressSchema({ need: z.enum(LOAN_NEEDS) });
