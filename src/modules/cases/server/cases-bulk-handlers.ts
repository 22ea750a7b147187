// Operations for many cases at once, and the queue they are taken from.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { casesBulkContract, MOST_AT_ONCE } from '../domain/cases-bulk.ts';
import { actOnMany, checkMany } from './cases-bulk.ts';
import type { CasesHooks } from './hooks.ts';
import { countQueue, listCases } from './lists/list-cases.ts';

const on = handlersFor(casesBulkContract);

const CHANGES_HOUSEHOLD: readonly string[] = ['approve', 'clear', 'recall'];

export const casesBulkHandlers = (hooks: CasesHooks) => ({
  bulkCheck: on.bulkCheck.handler(({ input: { kind, cases, filter }, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const today = dayOn(services.clock);
      if (cases) return checkMany(tx, services.keys, { kind, cases, total: cases.length }, today);
      const { area, ...narrowed } = filter ?? {};
      const asked = { range: await rangeAsked(tx, area), today, role: actor.role, uncovered: hooks.uncovered };
      const found = await listCases(tx, asked, narrowed, { limit: MOST_AT_ONCE });
      return checkMany(tx, services.keys, { kind, cases: found.items, total: found.total }, today);
    }),
  ),
  bulkAct: on.bulkAct.handler(async ({ input, context }) => {
    const { db, actor, services } = context;
    const now = { day: dayOn(services.clock), at: services.clock().toISOString() };
    const answer = await actOnMany(context, input, { now, hooks });
    if (answer.done.length > 0 && CHANGES_HOUSEHOLD.includes(input.kind)) hooks.onHouseholdChanged(services, db, actor);
    return answer;
  }),
  queue: on.queue.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) =>
      countQueue(tx, { range: await rangeAsked(tx, input.area), today: dayOn(services.clock), role: actor.role }),
    ),
  ),
});
