// The operations of the contract bound to queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { relocationContract } from '../domain/contract.ts';
import { listSites, readSite } from './read-sites.ts';
import { relocationSettings } from './settings.ts';

const on = handlersFor(relocationContract);

export const relocationHandlers = on.router({
  sites: on.sites.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listSites(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => relocationSettings.save(tx, input, dayOn(services.clock))),
  ),
  site: on.site.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readSite(tx, input.number, dayOn(services.clock))),
  ),
});
