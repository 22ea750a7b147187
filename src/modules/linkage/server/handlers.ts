// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { linkageContract } from '../domain/contract.ts';
import { listEntities } from './list-entities.ts';
import { listUnlinked } from './list-unlinked.ts';
import { readContracts } from './read-contracts.ts';
import { readEntity } from './read-entity.ts';
import { linkageSettings } from './settings.ts';

const on = handlersFor(linkageContract);

export const linkageHandlers = on.router({
  contracts: on.contracts.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readContracts(tx, input, dayOn(services.clock))),
  ),
  entities: on.entities.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listEntities(tx, input, dayOn(services.clock))),
  ),
  entity: on.entity.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readEntity(tx, input.code, dayOn(services.clock))),
  ),
  unlinked: on.unlinked.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listUnlinked(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => linkageSettings.save(tx, input, dayOn(services.clock))),
  ),
});
