// What the pages of rounds keep in the address.

import * as z from 'zod';
import { keysOf } from '../../../kernel/input.ts';
import { listSearch } from '../../../platform/web/list/list-search.ts';
import { ITEM_LOOKS, LIST_CODES, RECHECK_LEVELS } from '../domain/words.ts';

export const itemsSearch = listSearch({
  look: z.enum(keysOf(ITEM_LOOKS)),
  list: z.enum(LIST_CODES),
  mine: z.boolean(),
  text: z.string().max(60),
});

export const RECHECK_LOOKS = { waiting: '还没复核', differing: '不一致', all: '全部' } as const;
export const rechecksSearch = listSearch({
  look: z.enum(keysOf(RECHECK_LOOKS)),
  level: z.enum(keysOf(RECHECK_LEVELS)),
});
