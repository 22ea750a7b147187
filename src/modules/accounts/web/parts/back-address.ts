import * as z from 'zod';
import { addressSchema } from '../../../../platform/web/addresses.ts';

/** The address to go back to after signing in; only one of our own pages, never another site. */
export const backAddress = addressSchema({ back: z.string().regex(/^\/(?![/\\])/) });
