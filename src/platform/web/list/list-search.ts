import * as z from 'zod';
import { type AddressSchema, addressSchema, type SearchOf } from '../addresses.ts';

const base = { sort: z.string().max(40), cursor: z.string().max(400) };

/** The address of a list: its own filters, the order and the page. */
export function listSearch<S extends Record<string, z.ZodType>>(shape: S): AddressSchema<SearchOf<S & typeof base>> {
  return addressSchema({ ...shape, ...base });
}
