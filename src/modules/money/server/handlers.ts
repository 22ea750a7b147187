// The operations of the contract bound to queries and commands.

import type * as z from 'zod';
import { formatDate, parseDate, yearOf } from '../../../kernel/plain-date.ts';
import { type Clock, dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { moneyContract } from '../domain/contract.ts';
import type { flowInput, plannedInput } from '../domain/shapes.ts';
import { findMoney } from './find-money.ts';
import type { MoneyAsked } from './issued.ts';
import { listDocuments, listProjects } from './lists.ts';
import { explainConcern, readConcerns } from './read-concerns.ts';
import { readDocument } from './read-document.ts';
import { readFlow, yearsOf } from './read-flow.ts';
import { readHousehold } from './read-household.ts';
import { readProject } from './read-project.ts';
import { newestPlanYear, readProjectMap, readTimeline } from './read-timeline.ts';
import { moneySettings } from './settings.ts';

const on = handlersFor(moneyContract);

/** What was asked, as queries need it: today where nothing was said, and the newest year that has money by then. */
export async function moneyAsked(tx: Tx, clock: Clock, input: z.output<typeof flowInput>) {
  const today = input.asOf ? parseDate(input.asOf) : dayOn(clock);
  const range = await rangeAsked(tx, input.area);
  const { kind, source } = input;
  const year = input.year ?? (await newestYear(tx, { range, kind }, yearOf(today)));
  return { range, kind, source, year, asOf: formatDate(today), today };
}

async function newestYear(tx: Tx, asked: Pick<MoneyAsked, 'range' | 'kind'>, now: number): Promise<number> {
  return (await yearsOf(tx, asked)).find((year) => year <= now) ?? now;
}

/** Planned projects asked for: today and the newest year that has plans where nothing was said. */
async function plannedAsked(tx: Tx, clock: Clock, input: z.output<typeof plannedInput>) {
  const asOf = input.asOf ?? formatDate(dayOn(clock));
  const range = await rangeAsked(tx, input.area);
  const year = input.year ?? (await newestPlanYear(tx, range)) ?? yearOf(parseDate(asOf));
  return { range, year, asOf, kind: input.projectKind, programme: input.programme };
}

/** The way of the money, as handlers and the export need it. */
export async function flowOf(
  tx: Tx,
  clock: Clock,
  input: z.output<typeof flowInput> & { by?: 'children' | 'counties' | undefined },
) {
  const region = await getRegion(tx, input.area ?? tx.actor.areaCode);
  return readFlow(tx, region, { ...(await moneyAsked(tx, clock, input)), by: input.by });
}

export const moneyHandlers = on.router({
  flow: on.flow.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => flowOf(tx, services.clock, input)),
  ),
  find: on.find.handler(({ input, context: { db, actor } }) =>
    db.read(actor, async (tx) => (input.text ? findMoney(tx, input.text) : [])),
  ),
  projects: on.projects.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const { text, state, cursor, limit } = input;
      return listProjects(tx, { ...(await moneyAsked(tx, services.clock, input)), text, state, cursor, limit });
    }),
  ),
  timeline: on.timeline.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) =>
      readTimeline(tx, { ...(await plannedAsked(tx, services.clock, input)), village: input.village }),
    ),
  ),
  projectMap: on.projectMap.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const area = await getRegion(tx, input.area ?? actor.areaCode);
      return readProjectMap(tx, area, await plannedAsked(tx, services.clock, input));
    }),
  ),
  documents: on.documents.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const { cursor, limit } = input;
      return listDocuments(tx, { ...(await moneyAsked(tx, services.clock, input)), cursor, limit });
    }),
  ),
  project: on.project.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => readProject(tx, input.number)),
  ),
  document: on.document.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => readDocument(tx, input.number)),
  ),
  ofHousehold: on.ofHousehold.handler(({ input, context: { db, actor } }) =>
    db.read(actor, (tx) => readHousehold(tx, input.countyCode, input.id)),
  ),
  concerns: on.concerns.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, async (tx) => {
      const asked = await moneyAsked(tx, services.clock, input);
      const { asOf, year } = asked;
      const settings = await moneySettings.shown(tx, input.area ?? actor.areaCode, asOf);
      return { asOf, year, settings, ...(await readConcerns(tx, asked, input.concern)) };
    }),
  ),
  explain: on.explain.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, async (tx) => {
      const asked = await moneyAsked(tx, services.clock, {
        area: input.regionCode,
        year: input.year,
        kind: input.kind,
      });
      return explainConcern(tx, input, asked);
    }),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => moneySettings.save(tx, input, dayOn(services.clock))),
  ),
});
