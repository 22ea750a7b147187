// What the pages of industry keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { LOAN_NEEDS } from '../domain/loans/loan-needs.ts';

export const loansSearch = addressSchema({ need: z.enum(LOAN_NEEDS) });
