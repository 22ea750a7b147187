// What stands on the pages of registers: the search box finds a register by what its columns are called.

import { columnTitles } from '../../platform/web/registers/registers.tsx';
import { catalogue } from '../registers.ts';

export const PAGE_WORDS = columnTitles(catalogue);
