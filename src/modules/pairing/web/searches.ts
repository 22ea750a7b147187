// What the pages of pairings keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { PAIR_LOOKS, UNHELPED_LEVELS } from '../domain/looks.ts';
import { PAIRING_CONCERNS } from '../domain/pairing-concerns.ts';
import { PAIRING_CODES } from '../domain/pairing-words.ts';

const asOf = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const overviewSearch = addressSchema({ asOf });
export const pairsSearch = listSearch({
  text: z.string().max(60),
  kind: z.enum(PAIRING_CODES),
  look: z.enum(PAIR_LOOKS),
  asOf,
});
export const unhelpedSearch = listSearch({ level: z.enum(UNHELPED_LEVELS), key: z.stringbool() });
export const concernsSearch = addressSchema({ concern: z.enum(PAIRING_CONCERNS) });
export const cooperationSearch = addressSchema({ year: z.coerce.number().int().min(1990).max(2099) });
export const pairingSearch = addressSchema({ year: z.coerce.number().int().min(1990).max(2099) });
