// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { constructionContract } from '../domain/contract.ts';
import { readNeeds } from './read-needs.ts';
import { readOverview } from './read-overview.ts';
import { readVillage } from './read-village.ts';
import { saveSetting } from './settings.ts';

const on = handlersFor(constructionContract);

export const constructionHandlers = on.router({
  overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
  ),
  village: on.village.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readVillage(tx, input.code, dayOn(services.clock))),
  ),
  needs: on.needs.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readNeeds(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => saveSetting(tx, input, dayOn(services.clock))),
  ),
});
