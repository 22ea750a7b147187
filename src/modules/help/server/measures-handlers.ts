// The operations of help bound to queries and commands.

import type { PlainDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { measuresContract } from '../domain/measures-contract.ts';
import '../domain/problems.ts';
import { countHelp, listGaps } from './help-query.ts';
import { loadTerms } from './help-terms.ts';
import { addMeasures, cancelMeasure, changeMeasure, finishMeasure } from './measures.ts';
import { helpOfHousehold, planOfCase, proposalsOfCase } from './plan-of-case.ts';
import { addVisit, countVisits, listVisitsDue, visitsOfCase } from './visits.ts';

const on = handlersFor(measuresContract);

const todayOf = ({ services }: OperationContext): PlainDate => dayOn(services.clock);

type WithPhotos = { requestId: string; countyCode: number; photos: string[] };

/** A write that keeps photos: uploads are taken once it is decided, and cleared once it stands. */
async function writeWithPhotos<T>(
  { db, actor, services }: OperationContext,
  { requestId, countyCode, photos }: WithPhotos,
  work: (tx: Tx, take: () => Promise<StoredPhoto[]>) => Promise<Outcome<T>>,
): Promise<T> {
  const taking = { accountId: actor.accountId, countyCode, fileIds: photos };
  return withPhotos(services, taking, (take) => db.write(actor, requestId, (tx) => work(tx, take)));
}

export const measuresHandlers = {
  measures: on.measures.handler(({ input, context }) =>
    context.db.read(context.actor, (tx) => planOfCase(tx, context.services.keys, input, todayOf(context))),
  ),
  proposeMeasures: on.proposeMeasures.handler(({ input, context }) =>
    context.db.read(context.actor, (tx) => proposalsOfCase(tx, context.services.keys, input, todayOf(context))),
  ),
  addMeasures: on.addMeasures.handler(({ input, context }) =>
    context.db.write(context.actor, input.requestId, (tx) =>
      addMeasures(tx, context.services.keys, input, todayOf(context)),
    ),
  ),
  changeMeasure: on.changeMeasure.handler(({ input, context }) =>
    context.db.write(context.actor, input.requestId, (tx) =>
      changeMeasure(tx, context.services.keys, input, {
        today: todayOf(context),
        at: context.services.clock().toISOString(),
      }),
    ),
  ),
  finishMeasure: on.finishMeasure.handler(({ input, context }) =>
    writeWithPhotos(context, input, (tx, take) =>
      finishMeasure(tx, context.services.keys, input, take, todayOf(context)),
    ),
  ),
  cancelMeasure: on.cancelMeasure.handler(({ input, context }) =>
    context.db.write(context.actor, input.requestId, (tx) => cancelMeasure(tx, context.services.keys, input)),
  ),

  visits: on.visits.handler(({ input, context }) =>
    context.db.read(context.actor, (tx) => visitsOfCase(tx, context.services.keys, input, todayOf(context))),
  ),
  addVisit: on.addVisit.handler(({ input, context }) =>
    writeWithPhotos(context, input, (tx, take) => addVisit(tx, context.services.keys, input, take, todayOf(context))),
  ),

  gaps: on.gaps.handler(({ input, context }) =>
    context.db.read(context.actor, async (tx) => {
      const { area, cursor, limit, ...filter } = input;
      const asked = { range: await rangeAsked(tx, area), today: todayOf(context) };
      return listGaps(tx, asked, filter, { cursor, limit });
    }),
  ),
  visitsDue: on.visitsDue.handler(({ input, context }) =>
    context.db.read(context.actor, async (tx) => {
      const { area, cursor, limit, ...filter } = input;
      const asked = { range: await rangeAsked(tx, area), today: todayOf(context) };
      return listVisitsDue(tx, asked, filter, { cursor, limit });
    }),
  ),
  helpSummary: on.helpSummary.handler(({ input, context }) =>
    context.db.read(context.actor, async (tx) => {
      const range = await rangeAsked(tx, input.area);
      const terms = await loadTerms(tx, todayOf(context));
      const { helped, fullyHelped, ...gaps } = await countHelp(tx, range, terms);
      return { helped, fullyHelped, gaps, visits: await countVisits(tx, range, terms) };
    }),
  ),
  helpOfHousehold: on.helpOfHousehold.handler(({ input, context }) =>
    context.db.read(context.actor, (tx) => helpOfHousehold(tx, context.services.keys, input)),
  ),
};
