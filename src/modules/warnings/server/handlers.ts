// The operations of the contract bound to queries and commands.

import { Problem } from '../../../kernel/problem.ts';
import { type RegionRange, rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { withPhotos } from '../../../platform/server/photos.ts';
import { checkChange } from '../../parameters/server/index.ts';
import { getRegion, ownRegion, rangeAsked } from '../../regions/server/index.ts';
import { warningsContract } from '../domain/contract.ts';
import '../domain/problems.ts';
import { listAssignees } from './assignees.ts';
import { assignWarnings, checkWarning, reopenWarning } from './commands.ts';
import { getWarning, listHouseholdWarnings, presentDetail } from './detail-query.ts';
import type { WarningsHooks } from './hooks.ts';
import { countWarnings, cursorOf, listWarnings } from './list-query.ts';
import { presentItems, ruleNamer } from './present.ts';
import { backTest, listRules, listRuleVersions, saveRule } from './rule-queries.ts';
import { newestScreening } from './screening/screening-area.ts';
import { listScreenings, requestScreening, resumeJobs, undoOwnScreening } from './screening/screening-jobs.ts';
import { countByRegion, countOpen, levelBelow, NOTHING_OPEN } from './summary-queries.ts';
import { whatIf } from './what-if.ts';

const on = handlersFor(warningsContract);

async function screenedDay(tx: Tx, range: RegionRange): Promise<string> {
  const asOf = await newestScreening(tx, range);
  if (!asOf) throw new Problem('warnings.nothing-screened');
  return asOf;
}

/** `hooks`: what the slices above do when a warning was checked. */
export const warningsHandlers = (hooks: WarningsHooks) =>
  on.router({
    list: on.list.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const { cursor, limit, ...filter } = input;
        const range = await rangeAsked(tx, filter.area);
        const asOf = filter.asOf ?? (await newestScreening(tx, range));
        if (!asOf) return { items: [], total: 0 };
        const where = { range, asOf, filter };
        const [rows, total, named] = await Promise.all([
          listWarnings(tx, where, { cursor, limit }),
          countWarnings(tx, where),
          ruleNamer(tx),
        ]);
        const last = rows.length > limit ? rows[limit - 1] : undefined;
        return {
          items: presentItems(rows.slice(0, limit), named),
          ...(total === undefined ? {} : { total }),
          ...(last ? { next: cursorOf(last) } : {}),
        };
      }),
    ),

    get: on.get.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) => presentDetail(tx, await getWarning(tx, input), await ruleNamer(tx))),
    ),

    ofHousehold: on.ofHousehold.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) =>
        presentItems(await listHouseholdWarnings(tx, input.countyCode, input.householdId), await ruleNamer(tx)),
      ),
    ),

    summary: on.summary.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, input.area);
        const asOf = await newestScreening(tx, range);
        return asOf ? { asOf, ...(await countOpen(tx, range, asOf, input.since)) } : NOTHING_OPEN;
      }),
    ),

    map: on.map.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const [{ level }, range] = await Promise.all([getRegion(tx, input.area), rangeAsked(tx, input.area)]);
        const asOf = await newestScreening(tx, range);
        return { ...(asOf ? { asOf } : {}), items: await countByRegion(tx, range, levelBelow(level, input.by), asOf) };
      }),
    ),

    assignees: on.assignees.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listAssignees(tx, input)),
    ),

    assign: on.assign.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => assignWarnings(tx, input)),
    ),

    check: on.check.handler(async ({ input, context: { db, actor, services } }) => {
      const { countyCode, photos: fileIds } = input;
      return withPhotos(services, { accountId: actor.accountId, countyCode, fileIds }, (take) =>
        db.write(actor, input.requestId, (tx) =>
          checkWarning(tx, { ...input, photos: take }, (checked) => hooks.onChecked(tx, services.keys, checked)),
        ),
      );
    }),

    reopen: on.reopen.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => reopenWarning(tx, input)),
    ),

    screenings: on.screenings.handler(({ context: { db, actor } }) => db.read(actor, listScreenings)),

    startScreening: on.startScreening.handler(async ({ input, context: { db, actor, services } }) => {
      const answer = await db.write(actor, input.requestId, (tx) => requestScreening(tx, input.asOf));
      await resumeJobs(services, db);
      return answer;
    }),

    undoScreening: on.undoScreening.handler(({ input, context: { db, actor } }) => undoOwnScreening(db, actor, input)),

    rules: on.rules.handler(({ context: { db, actor } }) =>
      db.read(actor, async (tx) => listRules(tx, await newestScreening(tx, actor.range))),
    ),

    ruleVersions: on.ruleVersions.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listRuleVersions(tx, input.code)),
    ),

    saveRule: on.saveRule.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => saveRule(tx, input)),
    ),

    whatIf: on.whatIf.handler(async ({ input, context: { db, actor } }) => {
      for (const change of input.changes) checkChange(change);
      const { region, asOf } = await db.read(actor, async (tx) => {
        const own = await ownRegion(tx, input.regionCode);
        return { region: own, asOf: await screenedDay(tx, rangeOf(own.code, own.level)) };
      });
      return { asOf, counties: await db.bulkRead((tx) => whatIf(tx, region, asOf, input.changes)) };
    }),

    backTest: on.backTest.handler(({ input, context: { db, actor } }) =>
      db.read(actor, async (tx) => backTest(tx, await rangeAsked(tx, input.area))),
    ),
  });
