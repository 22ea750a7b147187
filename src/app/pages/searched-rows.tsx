// Rows of no register over which similar problems are looked for, and the page of one of them.

import { searchedCases } from '../../modules/caseload/domain/searched-cases.ts';
import { casePath } from '../../modules/cases/domain/addresses.ts';
import type { SearchedRows } from '../../modules/rectification/web/index.tsx';
import { warningPath } from '../../modules/warnings/domain/addresses.ts';
import { searchedWarnings } from '../../modules/warnings/domain/searched-warnings.ts';

export const SEARCHED_ROWS = [
  { register: searchedCases, path: casePath },
  { register: searchedWarnings, path: warningPath },
] as unknown as SearchedRows;
