// Figures and the bulletin.

import { parseDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { bulletinContract } from '../domain/contract.ts';
import { readBulletin } from './bulletin.ts';
import { readFigures } from './figures.ts';

const on = handlersFor(bulletinContract);

export type PeriodAsked = { area?: number | undefined; from: string; to: string };

/** The bulletin as handlers and the export need it. */
export function bulletinOf({ db, actor, services }: OperationContext, { area, from, to }: PeriodAsked) {
  const period = { from: parseDate(from), to: parseDate(to) };
  return db.read(actor, async (tx) => {
    const region = await getRegion(tx, area ?? actor.areaCode);
    return readBulletin(tx, region, { range: await rangeAsked(tx, area), period, today: dayOn(services.clock) });
  });
}

export const bulletinHandlers = {
  figures: on.figures.handler(({ input: { area, from, to }, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const period = { from: parseDate(from), to: parseDate(to) };
      return readFigures(tx, { range: await rangeAsked(tx, area), period, today: dayOn(services.clock) });
    }),
  ),
  bulletin: on.bulletin.handler(({ input, context }) => bulletinOf(context, input)),
};
