// The operations of the contract bound to queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { dutiesContract } from '../domain/contract.ts';
import { readCadre } from './read-cadre.ts';
import { readChain, readOfHousehold } from './read-chain.ts';
import { readGaps } from './read-gaps.ts';

const on = handlersFor(dutiesContract);

export const dutiesHandlers = on.router({
  chain: on.chain.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readChain(tx, input, dayOn(services.clock))),
  ),
  ofHousehold: on.ofHousehold.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readOfHousehold(tx, input, dayOn(services.clock))),
  ),
  cadre: on.cadre.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readCadre(tx, input.number, dayOn(services.clock))),
  ),
  gaps: on.gaps.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readGaps(tx, input, dayOn(services.clock))),
  ),
});
