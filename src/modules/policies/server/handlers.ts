// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { policiesContract } from '../domain/contract.ts';
import { readTaskPage } from './read-tasks.ts';
import { policySettings } from './settings.ts';

const on = handlersFor(policiesContract);

export const policiesHandlers = on.router({
  tasks: on.tasks.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readTaskPage(tx, input, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => policySettings.save(tx, input, dayOn(services.clock))),
  ),
});
