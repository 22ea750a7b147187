// What the pages of assets keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { GROUPINGS, STANDINGS } from '../domain/contract.ts';
import { ASSET_KINDS } from '../domain/ledger.ts';
import { NEEDS } from '../domain/needs.ts';

export const ledgerSearch = addressSchema({
  by: z.enum(GROUPINGS),
  kind: z.enum(ASSET_KINDS),
  year: z.coerce.number().int().min(1900).max(2099),
});

export const listOfAssets = listSearch({
  text: z.string().max(60),
  kind: z.enum(ASSET_KINDS),
  standing: z.enum(STANDINGS),
  department: z.string().max(200),
  own: z.stringbool(),
});

export const needsSearch = addressSchema({ need: z.enum(NEEDS) });
