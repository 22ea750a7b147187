// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { keycountiesContract } from '../domain/contract.ts';
import { readCounty } from './read-county.ts';
import { readOverview } from './read-overview.ts';
import { keyCountySettings } from './settings.ts';

const on = handlersFor(keycountiesContract);

export const keycountiesHandlers = on.router({
  overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
  ),
  county: on.county.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readCounty(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => keyCountySettings.save(tx, input, dayOn(services.clock))),
  ),
});
