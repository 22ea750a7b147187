// The operations of a declaration bound to what does them.

import { handlersFor, visitorActor } from '../../../platform/server/http/context.ts';
import { declareContract } from '../domain/contract.ts';
import { getClue, unmaskClue } from './clue-declaration.ts';
import { declare } from './declare.ts';
import { declareFor } from './declare-for.ts';
import { declareStatus } from './status.ts';
import { LEAST_SECONDS, makeTicket } from './ticket.ts';
import { findVillage, searchVillages } from './villages.ts';

const on = handlersFor(declareContract);

export const declareHandlers = {
  declareTicket: on.declareTicket.handler(async ({ input, context: { services } }) => ({
    ticket: makeTicket(services.keys, input.requestId, services.clock()),
    waitSeconds: LEAST_SECONDS,
  })),
  declareVillages: on.declareVillages.handler(({ input: { code, text }, context: { db, actor } }) =>
    db.read(visitorActor(actor.ip, actor.requestId), async (tx) => {
      if (code === undefined) return searchVillages(tx, text);
      const village = await findVillage(tx, code);
      return village ? [village] : [];
    }),
  ),
  declare: on.declare.handler(({ input, context }) => declare(input, context)),
  declareFor: on.declareFor.handler(({ input, context }) => declareFor(input, context)),
  declareStatus: on.declareStatus.handler(({ input, context }) => declareStatus(input, context)),

  clue: on.clue.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => getClue(tx, services.keys, input)),
  ),
  // Not kept for repeats: the clear number would then stand in the database.
  unmaskClue: on.unmaskClue.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, undefined, (tx) => unmaskClue(tx, services.keys, input)),
  ),
};
