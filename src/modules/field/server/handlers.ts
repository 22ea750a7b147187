// The operations of the contract bound to queries and commands.

import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { fieldContract } from '../domain/contract.ts';
import '../domain/problems.ts';
import { drop, knownAnswers } from './kept-items.ts';
import { type PullTools, pull } from './pull.ts';
import { pushItems, settleWaiting } from './push.ts';
import { fieldSettings, showSettings } from './settings.ts';
import type { FieldTools } from './settle-item.ts';
import { orderWipe } from './wipes.ts';

const on = handlersFor(fieldContract);

/** `tools`: the operations of all slices, which stand above this one and are asked for when the first item comes. */
export const fieldHandlers = (tools: () => FieldTools & PullTools) =>
  on.router({
    pull: on.pull.handler(async ({ input, context }) => {
      // Should the file have come while the database was away.
      await settleWaiting(context, tools());
      return pull(context, tools(), input);
    }),
    push: on.push.handler(async ({ input, context }) => {
      const epoch = await tools().epoch();
      return { epoch: epoch.name(), items: await pushItems(context, tools(), input.items) };
    }),
    receipts: on.receipts.handler(async ({ input, context: { db, actor, services } }) => {
      const epoch = await tools().epoch();
      const known = await db.read(actor, (tx) => knownAnswers(tx, services.keys, input.ids));
      return { epoch: epoch.name(), items: [...known.values()] };
    }),
    drop: on.drop.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, async (tx) => {
        if (!(await drop(tx, input.id))) throw new Problem('field.item-not-found');
        return { result: {}, audit: { operation: 'field.drop', subjectKind: 'field-item', subjectId: input.id } };
      }),
    ),
    wipe: on.wipe.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => orderWipe(tx, input.accountId, input.reason)),
    ),
    settings: on.settings.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => showSettings(tx, input.area, dayOn(services.clock))),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => fieldSettings.save(tx, input, dayOn(services.clock))),
    ),
  });
