// The list for the national system.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { changesContract } from '../domain/changes-contract.ts';
import { listNationalChanges, tickNational } from './national-changes.ts';

const on = handlersFor(changesContract);

export const changesHandlers = {
  nationalChanges: on.nationalChanges.handler(({ input, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      const { area, cursor, limit, ...filter } = input;
      return listNationalChanges(tx, await rangeAsked(tx, area), filter, { cursor, limit });
    }),
  ),
  tickNational: on.tickNational.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => tickNational(tx, input, dayOn(services.clock))),
  ),
};
