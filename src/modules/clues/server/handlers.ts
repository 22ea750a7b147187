// The operations of the contract bound to queries and commands.

import { parseDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { cluesContract } from '../domain/contract.ts';
import { addClue, dismissClue } from './clues.ts';
import { clueRecord, correctClue } from './correct-clue.ts';
import type { CluesHooks } from './hooks.ts';
import { listClues } from './list-clues.ts';

const on = handlersFor(cluesContract);

export const cluesHandlers = (hooks: CluesHooks) =>
  on.router({
    clues: on.clues.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const { area, cursor, limit, ...filter } = input;
        const asked = { keys: services.keys, hooks, range: await rangeAsked(tx, area) };
        return listClues(tx, asked, filter, { cursor, limit });
      }),
    ),
    clueRecord: on.clueRecord.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => clueRecord(tx, services.keys, input, hooks)),
    ),
    correctClue: on.correctClue.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => correctClue(tx, services.keys, input, services.clock().toISOString())),
    ),
    addClue: on.addClue.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) =>
        addClue(tx, services.keys, { ...input, receivedOn: parseDate(input.receivedOn) }, dayOn(services.clock)),
      ),
    ),
    dismissClue: on.dismissClue.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => dismissClue(tx, input)),
    ),
  });
