// The operations of the contract, each bound to what does it.

import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { parametersContract } from '../domain/contract.ts';
import { readParameters, saveParameter } from './parameters.ts';

const on = handlersFor(parametersContract);

export const parametersHandlers = on.router({
  parameters: on.parameters.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) =>
      readParameters(tx, await rangeAsked(tx, input.area), input.on ?? formatDate(dayOn(services.clock))),
    ),
  ),
  saveParameter: on.saveParameter.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => saveParameter(tx, input, dayOn(services.clock))),
  ),
});
