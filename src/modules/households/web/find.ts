// What the search box of the frame finds here: households by number, and persons by name, initials or ID.

import { failureOf } from '../../../platform/web/api.ts';
import type { SearchHit, SearchSource } from '../../../platform/web/frame/shell.tsx';
import { type HouseholdKey, householdPath } from '../domain/addresses.ts';
import { shownNumber } from '../domain/local-number.ts';
import type { HouseholdHit } from './types.ts';

const SHOWN = 8;

const TAIL_HINT: SearchHit[] = [
  { key: 'hint', title: '请输入完整的证件号码，或连同姓名一起输入', note: '如：王秀英 3261', path: '/households' },
];

/** The address of what is under way of a household. */
type Instead = (household: HouseholdKey) => Promise<string | undefined>;

function hitOf(hit: HouseholdHit, instead: Instead): SearchHit {
  const { countyCode, householdId, personName, headName, idMasked, townshipName, villageName, number } = hit;
  const place = `${townshipName} ${villageName}`;
  return {
    key: `${countyCode}-${householdId}-${hit.personId ?? ''}`,
    title: personName ?? `${headName}户`,
    note: [idMasked, place, `户 ${shownNumber(number)}`].filter(Boolean).join(' · '),
    path: householdPath({ countyCode, id: householdId }),
    instead: () => instead({ countyCode, id: householdId }),
  };
}

async function find(text: string, signal: AbortSignal, instead: Instead): Promise<SearchHit[]> {
  try {
    // With the first search, not with the frame.
    const { households } = await import('./api.ts');
    const { items } = await households.client.search({ text, limit: SHOWN }, { signal });
    return items.map((item) => hitOf(item, instead));
  } catch (error) {
    if (failureOf(error).code === 'households.tail-too-wide') return TAIL_HINT;
    throw error;
  }
}

/** `instead`: a household with something under way leads there. */
export function householdSearch(instead: Instead): SearchSource {
  return {
    label: '户、人',
    operation: 'households.search',
    find: (text, _viewer, signal) => find(text, signal, instead),
  };
}
