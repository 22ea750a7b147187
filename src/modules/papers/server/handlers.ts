// The operations of official documents bound to their queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { loadCase } from '../../cases/server/index.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { papersContract } from '../domain/contract.ts';
import { offersOf } from '../domain/documents/catalogue.ts';
import { listEnded, listRunning } from './documents/load-notices.ts';
import { recordOf } from './documents/load-view.ts';

const on = handlersFor(papersContract);

export const papersHandlers = {
  documents: on.documents.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const loaded = await loadCase(tx, services.keys, input);
      return offersOf(await recordOf(tx, loaded, dayOn(services.clock)));
    }),
  ),
  notices: on.notices.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const { area, state, ...page } = input;
      const asked = { range: await rangeAsked(tx, area), today: dayOn(services.clock) };
      const list = state === 'running' ? listRunning : listEnded;
      return list(tx, services.keys, asked, page);
    }),
  ),
};
