// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import type { MoveTools } from '../../../platform/server/registers/moves/move-rows.ts';
import { employmentContract } from '../domain/contract.ts';
import { confirmJobs } from './confirm.ts';
import { readNeeds } from './needs/read-needs.ts';
import { monthAsked, readConfirmList, readProgress } from './read-jobs.ts';
import { acceptRoster, readRoster } from './roster.ts';
import { employmentSettings } from './settings.ts';
import { undoConfirm } from './undo-confirm.ts';

const on = handlersFor(employmentContract);

/** `given`: what registers are written with, which the composition knows. */
export function employmentHandlers(given: RegisterTools) {
  const toolsOf = ({ services: { keys } }: OperationContext): MoveTools => ({ ...given, keys });
  return on.router({
    confirmProgress: on.confirmProgress.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readProgress(tx, input, dayOn(services.clock))),
    ),
    confirmList: on.confirmList.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readConfirmList(tx, input, dayOn(services.clock))),
    ),
    confirm: on.confirm.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, async (tx) => {
        const today = dayOn(context.services.clock);
        const { last } = monthAsked(input.month, today);
        const { audit, ...result } = await confirmJobs(tx, toolsOf(context), input, last, today);
        return { result, audit };
      }),
    ),
    undoConfirm: on.undoConfirm.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, async (tx) => {
        const { audit, ...result } = await undoConfirm(tx, toolsOf(context), input, dayOn(context.services.clock));
        return { result, audit };
      }),
    ),
    roster: on.roster.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readRoster(tx, input, dayOn(services.clock))),
    ),
    acceptRoster: on.acceptRoster.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, async (tx) => {
        const { audit, ...result } = await acceptRoster(tx, toolsOf(context), input, dayOn(context.services.clock));
        return { result, audit };
      }),
    ),
    needs: on.needs.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readNeeds(tx, input, dayOn(services.clock))),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => employmentSettings.save(tx, input, dayOn(services.clock))),
    ),
  });
}
