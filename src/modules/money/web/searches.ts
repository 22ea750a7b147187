// What the pages of the money keep in the address. Area, year, kind and day go along from page to page.

import * as z from 'zod';
import { keysOf } from '../../../kernel/input.ts';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../funds/domain/fund-words.ts';
import { PROGRAMMES, PROJECT_KINDS } from '../../projects/domain/project-words.ts';
import { CONCERNS } from '../domain/concerns.ts';

const asked = {
  year: z.coerce.number().int().min(1900).max(2099),
  kind: z.enum(keysOf(FUND_KINDS)),
  source: z.enum(keysOf(SOURCE_LEVELS)),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
};

export const PROJECT_STATES = {
  unfunded: '未下达资金',
  waiting: '未开工',
  started: '在建',
  finished: '已完工',
  accepted: '已验收',
} as const;

export const askedSearch = addressSchema(asked);
export const flowSearch = addressSchema({ ...asked, by: z.enum(['children', 'counties']) });
export const projectsSearch = listSearch({
  ...asked,
  text: z.string().max(60),
  state: z.enum(keysOf(PROJECT_STATES)),
});
const planned = { year: asked.year, kind: z.enum(keysOf(PROJECT_KINDS)), programme: z.enum(keysOf(PROGRAMMES)) };
export const projectMapSearch = addressSchema(planned);
/** `village`: 0 for projects of which none is registered. */
export const timelineSearch = addressSchema({
  ...planned,
  village: z.coerce.number().int().min(0).max(159_999_999_999),
});
export const documentsSearch = listSearch(asked);
export const concernsSearch = addressSchema({ ...asked, concern: z.enum(CONCERNS) });
