// The operations of the contract bound to what does them.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { statementsContract } from '../domain/contract.ts';
import { appendixOf, countStatement } from './count-figures.ts';
import { showStatement } from './load-statement.ts';
import { confirmClaim, draftStatement, saveText, submitStatement } from './write-statement.ts';

const on = handlersFor(statementsContract);

/** `dues`: terms of all registers; those that are over stand in a pack. */
export const statementsHandlers = (tools: RegisterTools, dues: readonly Due[]) =>
  on.router({
    draft: on.draft.handler(({ input: { requestId, ...begun }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) =>
        draftStatement(tx, { ...tools, keys: services.keys }, begun, dayOn(services.clock)),
      ),
    ),
    show: on.show.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => showStatement(tx, input))),
    figures: on.figures.handler(async ({ input: { day, ...key }, context }) => {
      const counted = await countStatement(context, key, day);
      return { asOf: counted.day, figures: counted.figures };
    }),
    appendix: on.appendix.handler(async ({ input, context }) =>
      appendixOf(context, dues, await countStatement(context, input)),
    ),
    save: on.save.handler(({ input: { requestId, ...text }, context: { db, actor } }) =>
      db.write(actor, requestId, (tx) => saveText(tx, text)),
    ),
    confirm: on.confirm.handler(({ input, context }) => confirmClaim(context, input)),
    submit: on.submit.handler(({ input, context }) =>
      submitStatement(context, { tools: { ...tools, keys: context.services.keys }, dues }, input),
    ),
  });
