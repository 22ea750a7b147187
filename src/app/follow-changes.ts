// What follows in other slices when households or regions change; the slices below do not know them.

import { countAccountsIn, moveAccounts } from '../modules/accounts/server/index.ts';
import { countCasesIn, followHouseholds } from '../modules/cases/server/index.ts';
import { recheckTouched } from '../modules/cleaning/server/index.ts';
import { countCluesIn, followVillages } from '../modules/clues/server/index.ts';
import { followPersons } from '../modules/feeds/server/index.ts';
import { moveHelp } from '../modules/help/server/index.ts';
import {
  countInVillages,
  type HouseholdsHooks,
  moveVillages,
  startEventsJob,
} from '../modules/households/server/index.ts';
import { moveReminders } from '../modules/messages/server/index.ts';
import { moveChanges } from '../modules/national/server/index.ts';
import type { ChangeCounts } from '../modules/regions/domain/contract.ts';
import { NOTHING_COUNTED, type RegionsHooks } from '../modules/regions/server/index.ts';
import { countOpenIn, rescreenTouched } from '../modules/warnings/server/index.ts';

/** Members who change households take their rows of the feeds along; then the households are screened again. */
export const householdsHooks: HouseholdsHooks = {
  onChanged: async (db, actor, { touched, moved }) => {
    await followPersons(db, actor, moved);
    await followHouseholds(db, actor, touched, [moveHelp, moveChanges, moveReminders]);
    await rescreenTouched(db, actor, touched);
    await recheckTouched(db, actor, touched);
  },
};

/** Living records go over to the code of today; what belongs to a day stays (docs/decisions/0017). */
export const regionsHooks: RegionsHooks = {
  count: async (tx, codes) => {
    const counts = new Map<number, ChangeCounts>();
    for (const count of [countInVillages, countCasesIn, countCluesIn, countOpenIn, countAccountsIn])
      for (const { code, ...some } of await count(tx, codes))
        counts.set(code, { ...(counts.get(code) ?? NOTHING_COUNTED), ...some });
    return counts;
  },
  onMoved: async (tx, moves) => {
    await moveVillages(tx, moves);
    await followVillages(tx, moves);
    await moveAccounts(tx, moves);
  },
  afterMoved: (services, db, actor) => startEventsJob(services, db, actor, householdsHooks),
};
