// What stands on the pages of registers: the search box finds a register by what its columns are called.

import { catalogue } from '../registers.ts';

export const PAGE_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  catalogue.registers.map(({ code, fields }) => [
    `/registers/${code}`,
    Object.values(fields).map(({ title }) => title),
  ]),
);
