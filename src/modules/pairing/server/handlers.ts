// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { pairingContract } from '../domain/contract.ts';
import { readCooperation } from './cooperation/read-cooperation.ts';
import { listPairs, listUnhelped } from './list-pairs.ts';
import { readConcerns } from './read-concerns.ts';
import { readOverview } from './read-overview.ts';
import { readPairing } from './read-pairing.ts';
import { pairingSettings } from './settings.ts';

const on = handlersFor(pairingContract);

export const pairingHandlers = on.router({
  overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
  ),
  pairs: on.pairs.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listPairs(tx, input, dayOn(services.clock))),
  ),
  one: on.one.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readPairing(tx, input, dayOn(services.clock))),
  ),
  unhelped: on.unhelped.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listUnhelped(tx, input, dayOn(services.clock))),
  ),
  concerns: on.concerns.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readConcerns(tx, input, dayOn(services.clock))),
  ),
  cooperation: on.cooperation.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readCooperation(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => pairingSettings.save(tx, input, dayOn(services.clock))),
  ),
});
