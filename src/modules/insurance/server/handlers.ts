// The operations of the contract bound to queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { insuranceContract } from '../domain/contract.ts';
import { listHouseholds } from './list-households.ts';
import { readFloor } from './read-floor.ts';

const on = handlersFor(insuranceContract);

export const insuranceHandlers = on.router({
  floor: on.floor.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readFloor(tx, input, dayOn(services.clock))),
  ),
  households: on.households.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listHouseholds(tx, input, dayOn(services.clock))),
  ),
});
