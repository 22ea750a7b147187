// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { contingencyContract } from '../domain/contract.ts';
import { propose } from './propose.ts';
import { listEventHouseholds, readEvent } from './read-event.ts';
import { readOverview } from './read-overview.ts';
import { recordVisit } from './record-visit.ts';
import { contingencySettings } from './settings.ts';

const on = handlersFor(contingencyContract);

export const contingencyHandlers = (tools: RegisterTools) =>
  on.router({
    overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
    ),
    propose: on.propose.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => propose(tx, { ...tools, keys: services.keys }, given)),
    ),
    event: on.event.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readEvent(tx, input.number, dayOn(services.clock))),
    ),
    households: on.households.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listEventHouseholds(tx, input)),
    ),
    visit: on.visit.handler(({ input: { requestId, ...visit }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => recordVisit(tx, visit, dayOn(services.clock))),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => contingencySettings.save(tx, input, dayOn(services.clock))),
    ),
  });
