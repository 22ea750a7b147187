// The operations of the contract bound to queries.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { MOST_AT_ONCE } from '../../cases/domain/bulk-act.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { caseloadContract } from '../domain/contract.ts';
import { checkMany } from './check-many.ts';
import type { CaseloadHooks } from './hooks.ts';
import { countQueue, countWorklist, listCases } from './list-cases.ts';

const on = handlersFor(caseloadContract);

const now = ({ services, actor }: OperationContext) => ({ today: dayOn(services.clock), role: actor.role });

export const caseloadHandlers = ({ uncovered }: CaseloadHooks) =>
  on.router({
    cases: on.cases.handler(({ input, context }) =>
      context.db.read(context.actor, async (tx) => {
        const { area, cursor, limit, ...filter } = input;
        const asked = { ...now(context), range: await rangeAsked(tx, area), uncovered };
        return listCases(tx, asked, filter, { cursor, limit });
      }),
    ),
    worklist: on.worklist.handler(({ input, context }) =>
      context.db.read(context.actor, async (tx) =>
        countWorklist(tx, { ...now(context), range: await rangeAsked(tx, input.area) }),
      ),
    ),
    queue: on.queue.handler(({ input, context }) =>
      context.db.read(context.actor, async (tx) =>
        countQueue(tx, { ...now(context), range: await rangeAsked(tx, input.area) }),
      ),
    ),
    bulkCheck: on.bulkCheck.handler(({ input: { kind, cases, filter }, context }) =>
      context.db.read(context.actor, async (tx) => {
        const { keys } = context.services;
        const { today, role } = now(context);
        if (cases) return checkMany(tx, keys, { kind, cases, total: cases.length }, today);
        const { area, ...narrowed } = filter ?? {};
        const asked = { range: await rangeAsked(tx, area), today, role, uncovered };
        const found = await listCases(tx, asked, narrowed, { limit: MOST_AT_ONCE });
        return checkMany(tx, keys, { kind, cases: found.items, total: found.total }, today);
      }),
    ),
  });
