// The door of the slice.

import { handlersFor } from '../../../platform/server/http/context.ts';
import type { CasesHooks } from '../../cases/server/index.ts';
import { handoverContract } from '../domain/contract.ts';
import { listHeld, moveHeld } from './handover.ts';

export { countHeld } from './handover.ts';

const on = handlersFor(handoverContract);

export const handoverHandlers = (hooks: Pick<CasesHooks, 'onActed'>) =>
  on.router({
    holdings: on.holdings.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listHeld(tx, input.accountId)),
    ),
    move: on.move.handler(({ input, context }) => moveHeld(context, input, hooks)),
  });
