// What the search box of the frame finds of cases: cases and clues by name or number; and the open case of a household.

import { caseload } from '../../modules/caseload/web/api.ts';
import { type CaseKey, casePath } from '../../modules/cases/domain/addresses.ts';
import { cases } from '../../modules/cases/web/api.ts';
import { cluePath } from '../../modules/clues/domain/addresses.ts';
import { clues } from '../../modules/clues/web/api.ts';
import { isEnding, STATE_NAMES } from '../../modules/process/domain/steps.ts';
import type { SearchHit } from '../../platform/web/frame/shell.tsx';

const SHOWN = 4;

/** The address of the household's case that is under way. */
export async function openCaseOf({ countyCode, id }: CaseKey): Promise<string | undefined> {
  const own = await cases.client.ofHousehold({ countyCode, householdId: id });
  const open = own.find(({ state }) => !isEnding(state));
  return open && casePath(open);
}

export async function findCases(text: string, signal: AbortSignal): Promise<SearchHit[]> {
  const { items } = await caseload.client.cases({ text, limit: SHOWN }, { signal });
  return items.map((item) => ({
    key: `${item.countyCode}-${item.id}`,
    title: item.headName,
    note: [STATE_NAMES[item.state], item.townshipName, item.villageName].join(' · '),
    path: casePath(item),
  }));
}

export async function findClues(text: string, signal: AbortSignal): Promise<SearchHit[]> {
  const { items } = await clues.client.clues({ text, limit: SHOWN }, { signal });
  return items.map((item) => ({
    key: `${item.countyCode}-${item.id}`,
    title: item.personName,
    note: [item.receivedOn, item.townshipName, item.villageName].join(' · '),
    path: cluePath(item),
  }));
}
