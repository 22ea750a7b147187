// The operations of the contract, each bound to what does it.

import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { recordView } from '../../../platform/server/views/record-view.ts';
import { areaAsked } from '../../regions/server/index.ts';
import { householdsContract } from '../domain/contract.ts';
import { getHousehold } from './detail.ts';
import { startEventsJob } from './event-jobs.ts';
import type { HouseholdsHooks } from './hooks.ts';
import { closeIssue, listIssues } from './issues.ts';
import { listHouseholds } from './list.ts';
import { recordEvent } from './record-event.ts';
import { searchHouseholds } from './search/search.ts';
import { unmask } from './unmask.ts';

const on = handlersFor(householdsContract);
const keysOf = ({ services }: OperationContext) => services.keys;

/** `hooks`: what the slices above do when households change. */
export const householdsHandlers = (hooks: HouseholdsHooks) =>
  on.router({
    list: on.list.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listHouseholds(tx, keysOf(context), input)),
    ),
    search: on.search.handler(({ input, context }) =>
      context.db.read(context.actor, async (tx) =>
        searchHouseholds(tx, keysOf(context), { ...input, area: await areaAsked(tx, input.area) }),
      ),
    ),
    get: on.get.handler(({ input, context }) =>
      context.db.write(context.actor, undefined, async (tx) => {
        const result = await getHousehold(tx, keysOf(context), input);
        const { id, villageCode } = result.household;
        const of = { subjectKind: 'household', subjectId: id, regionCode: villageCode, householdId: id };
        return { result, audit: await recordView(tx, { operation: 'households.get', ...of }) };
      }),
    ),
    // Without the request's id: an answer that is kept for repeats would be a clear value at rest.
    unmask: on.unmask.handler(({ input, context }) =>
      context.db.write(context.actor, undefined, (tx) => unmask(tx, keysOf(context), input)),
    ),
    recordEvent: on.recordEvent.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const today = formatDate(dayOn(services.clock));
      const recorded = await db.write(actor, input.requestId, (tx) => recordEvent(tx, keysOf(context), input, today));
      startEventsJob(services, db, actor, hooks);
      return recorded;
    }),
    dataIssues: on.dataIssues.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listIssues(tx, input)),
    ),
    closeIssue: on.closeIssue.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => closeIssue(tx, input)),
    ),
  });
