// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { recordView } from '../../../platform/server/views/record-view.ts';
import { incomesContract } from '../domain/contract.ts';
import { closeYear, reopenYear } from './closings.ts';
import { listHouseholds } from './list-households.ts';
import { readLiving } from './read-living.ts';
import { readOverview } from './read-overview.ts';
import { readSheet } from './read-sheet.ts';
import { saveSheet } from './save-sheet.ts';
import { incomeSettings } from './settings.ts';

const on = handlersFor(incomesContract);
const todayOf = ({ services }: OperationContext) => dayOn(services.clock);

/** `tools`: what rows of registers are judged by, of the composition. */
export const incomesHandlers = (tools: Omit<RecordTools, 'keys'>) =>
  on.router({
    sheet: on.sheet.handler(({ input, context }) =>
      context.db.write(context.actor, undefined, async (tx) => {
        const { sheet, villageCode } = await readSheet(tx, context.services.keys, input, todayOf(context));
        const of = { subjectKind: 'household', subjectId: input.id, regionCode: villageCode, householdId: input.id };
        return { result: sheet, audit: await recordView(tx, { operation: 'incomes.sheet', ...of }) };
      }),
    ),
    living: on.living.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readLiving(tx, input, todayOf(context))),
    ),
    saveSheet: on.saveSheet.handler(({ input, context }) => {
      const { keys } = context.services;
      return context.db.write(context.actor, input.requestId, (tx) =>
        saveSheet(tx, { tools: { ...tools, keys }, keys }, input, todayOf(context)),
      );
    }),
    overview: on.overview.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readOverview(tx, input, todayOf(context))),
    ),
    households: on.households.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listHouseholds(tx, input, todayOf(context))),
    ),
    closeYear: on.closeYear.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => closeYear(tx, input, todayOf(context))),
    ),
    reopenYear: on.reopenYear.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => reopenYear(tx, input)),
    ),
    saveSetting: on.saveSetting.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => incomeSettings.save(tx, input, todayOf(context))),
    ),
  });
