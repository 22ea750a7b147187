// What the search box asks beside pages, in the order of the screen. Each part is loaded with the first search, not with the frame.

import { householdSearch } from '../../modules/households/web/index.ts';
import { searches as regionSearches } from '../../modules/regions/web/index.ts';
import type { SearchSource } from '../../platform/web/frame/shell.tsx';

const loadCases = () => import('./find-cases.tsx');
const loadMoney = () => import('../../modules/money/web/doors/find-money.ts');
const loadRegisters = () => import('../../platform/web/registers/find.ts');

export const SEARCHES: SearchSource[] = [
  // A household with a case under way leads to the case.
  householdSearch(async (household) => (await loadCases()).openCaseOf(household)),
  {
    label: '监测对象',
    operation: 'caseload.list',
    find: async (text, _viewer, signal) => (await loadCases()).findCases(text, signal),
  },
  {
    label: '线索',
    operation: 'clues.list',
    find: async (text, _viewer, signal) => (await loadCases()).findClues(text, signal),
  },
  {
    label: '台账记录',
    operation: 'registers.find',
    find: async (text, _viewer, signal) => (await loadRegisters()).findRecords(text, signal),
  },
  {
    label: '资金',
    operation: 'money.find',
    find: async (text, _viewer, signal) => (await loadMoney()).findMoney(text, signal),
  },
  ...regionSearches,
];
