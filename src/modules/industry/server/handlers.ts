// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { industryContract } from '../domain/contract.ts';
import { readLoans } from './loans/read-loans.ts';
import { readSales } from './read-sales.ts';
import { industrySettings } from './settings.ts';

const on = handlersFor(industryContract);

export const industryHandlers = on.router({
  loans: on.loans.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readLoans(tx, input, dayOn(services.clock))),
  ),
  sales: on.sales.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readSales(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => industrySettings.save(tx, input, dayOn(services.clock))),
  ),
});
