// What the lists of gaps and visits keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { DANGERS } from '../../process/domain/words.ts';
import { GAP_KINDS } from '../domain/gaps.ts';
import { VISIT_DUES } from '../domain/visit-dues.ts';

const text = z.string().max(60);

export const gapsSearch = listSearch({ kind: z.enum(GAP_KINDS), danger: z.enum(DANGERS), text });
export const visitsDueSearch = listSearch({ due: z.enum(VISIT_DUES), danger: z.enum(DANGERS), text });

/** Which library is looked at. */
export const measureLibrarySearch = addressSchema({ id: z.coerce.number().int().min(0) });
