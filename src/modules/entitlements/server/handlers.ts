// The operations of the contract bound to queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { entitlementsContract } from '../domain/contract.ts';
import { listHouseholds } from './list-households.ts';
import { readOfHousehold, readOfOrganisation } from './read-applying.ts';
import { readOverview } from './read-overview.ts';

const on = handlersFor(entitlementsContract);

export const entitlementsHandlers = on.router({
  overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
  ),
  households: on.households.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listHouseholds(tx, input, dayOn(services.clock))),
  ),
  ofHousehold: on.ofHousehold.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOfHousehold(tx, input, dayOn(services.clock))),
  ),
  ofOrganisation: on.ofOrganisation.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOfOrganisation(tx, input.code, dayOn(services.clock))),
  ),
});
