// The operations of the contract bound to queries and commands.

import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { recordView } from '../../../platform/server/views/record-view.ts';
import { governanceContract } from '../domain/contract.ts';
import { isFitting } from '../domain/settings.ts';
import { copyTemplate } from './copy-template.ts';
import { carryPoints, recordPoints, spendPoints } from './counter.ts';
import { readAccount } from './read-account.ts';
import { readOverview } from './read-overview.ts';
import { readVillage } from './read-village.ts';
import { resetPoints } from './reset.ts';
import { governanceSettings } from './settings.ts';

const on = handlersFor(governanceContract);
const todayOf = ({ services }: OperationContext) => dayOn(services.clock);

/** `given`: what rows of registers are judged by, of the composition. */
export const governanceHandlers = (given: Omit<RecordTools, 'keys'>) => {
  const toolsOf = ({ services }: OperationContext): RecordTools => ({ ...given, keys: services.keys });
  return on.router({
    overview: on.overview.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readOverview(tx, input, todayOf(context))),
    ),
    village: on.village.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => readVillage(tx, input, todayOf(context))),
    ),
    account: on.account.handler(({ input, context }) =>
      context.db.write(context.actor, undefined, async (tx) => {
        const account = await readAccount(tx, input, todayOf(context));
        const of = { subjectKind: 'household', subjectId: input.id, householdId: input.id };
        const view = { operation: 'governance.account', ...of, regionCode: account.villageCode };
        return { result: account, audit: await recordView(tx, view) };
      }),
    ),
    record: on.record.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) =>
        recordPoints(tx, toolsOf(context), input, todayOf(context)),
      ),
    ),
    spend: on.spend.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) =>
        spendPoints(tx, toolsOf(context), input, todayOf(context)),
      ),
    ),
    carry: on.carry.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) =>
        carryPoints(tx, toolsOf(context), input, todayOf(context)),
      ),
    ),
    copyTemplate: on.copyTemplate.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => copyTemplate(tx, toolsOf(context), input)),
    ),
    reset: on.reset.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) =>
        resetPoints(tx, toolsOf(context), input, todayOf(context)),
      ),
    ),
    saveSetting: on.saveSetting.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, (tx) => {
        if (!isFitting(input.key, input.value)) throw new Problem('governance.bad-reset', { value: input.value });
        return governanceSettings.save(tx, input, todayOf(context));
      }),
    ),
  });
};
