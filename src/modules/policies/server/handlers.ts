// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { policiesContract } from '../domain/contract.ts';
import type { FigureNow } from '../domain/task-goal.ts';
import { readTaskPage, withGoals } from './read-tasks.ts';
import { policySettings } from './settings.ts';

const on = handlersFor(policiesContract);

/** More goals than that a page does not count; the rest show what was reported. */
const MOST_GOALS = 200;

export type PoliciesHooks = {
  /** What figures come to on a day: by word and area; nothing for a word that names none. */
  figures: (
    context: OperationContext,
    day: string,
    asks: readonly { word: string; area: number }[],
  ) => Promise<(word: string, area: number) => FigureNow | undefined>;
};

export const policiesHandlers = ({ figures }: PoliciesHooks) =>
  on.router({
    tasks: on.tasks.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const page = await db.read(actor, (tx) => readTaskPage(tx, input, dayOn(services.clock)));
      const asked = page.items.flatMap(({ figure, regionCode }) =>
        figure === undefined ? [] : [{ word: figure, area: regionCode }],
      );
      const shown = asked.slice(0, MOST_GOALS);
      return shown.length === 0 ? page : withGoals(page, await figures(context, page.asOf, shown));
    }),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => policySettings.save(tx, input, dayOn(services.clock))),
    ),
  });
