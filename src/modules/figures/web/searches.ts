// What the pages of figures keep in the address: the day and what had been recorded by when go along from page to page.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const figuresSearch = addressSchema({ day, knownBy: day, text: z.string().max(40) });
export const figureSearch = addressSchema({ day, knownBy: day, part: z.string().max(20), cursor: z.string().max(400) });
