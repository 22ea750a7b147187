// The operations of the contract bound to queries and commands.

import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor, type OperationContext } from '../../../platform/server/http/context.ts';
import { type HouseholdsHooks, listCorrections, tickCorrections } from '../../households/server/index.ts';
import { namesOf, rangeAsked } from '../../regions/server/index.ts';
import { cleaningContract } from '../domain/contract.ts';
import { RULES, RULESET_VERSION } from '../domain/rules/index.ts';
import { CLEANING_NUMBERS, isOn } from '../domain/settings.ts';
import { importAnswers, readAnswers } from './answer-file.ts';
import { compare } from './consistency/compare.ts';
import { listChecks, readConsistency } from './consistency/read-checks.ts';
import { answerIssues, assignIssues, listPeople, returnIssues, signIssues } from './issue-life.ts';
import { listIssues } from './list-issues.ts';
import { readBoard, readRuleCounts } from './read-board.ts';
import { type AboutHousehold, recheckTouched, runKey, startRun, touchedOf } from './run-job.ts';
import { addRun, cancelRun, listRuns, type RunRow } from './runs.ts';
import { cleaningSettings } from './settings.ts';

const on = handlersFor(cleaningContract);
const MOST_RUNS = 50;

function shownRun(
  { counties, done, counts, problem, finishedAt, accountId: _account, areaHigh: _high, ...run }: RunRow,
  names: ReadonlyMap<number, string>,
) {
  const { found = 0, opened = 0, reused = 0, closed = 0, explained = 0, reopened = 0 } = counts;
  return {
    ...{
      ...run,
      found,
      opened,
      reused,
      closed,
      explained,
      reopened,
      counties: counties.length,
      done: done.length,
      areaName: names.get(run.areaCode) ?? '',
    },
    ...(problem === null ? {} : { problem }),
    ...(finishedAt === null ? {} : { finishedAt }),
  };
}

/** A select without rows: corrections move nobody. */
const NOBODY_MOVED =
  'select null::bigint as person_id, null::bigint as old_household_id, null::int as county_code, null::bigint as household_id where false';

/** Facts and warnings follow what was set right, and the rules are asked again. */
function followCorrected(
  { db, actor, services }: OperationContext,
  hooks: HouseholdsHooks,
  requestId: string,
  corrected: readonly AboutHousehold[],
): void {
  const touched = touchedOf(corrected);
  if (touched)
    services.jobs.start(`cleaning.corrected:${requestId}`, async () => {
      await hooks.onChanged(db, systemActor(actor.name), { touched, moved: NOBODY_MOVED });
    });
}

export const cleaningHandlers = (hooks: HouseholdsHooks) =>
  on.router({
    rules: on.rules.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const code = input.area ?? actor.areaCode;
        const today = formatDate(dayOn(services.clock));
        const shown = await cleaningSettings.shown(tx, code, today);
        const counts = await readRuleCounts(tx, await rangeAsked(tx, input.area), today);
        const of = (key: string) => shown.find((setting) => setting.key === key)?.value ?? 0;
        const numbers = new Set<string>(CLEANING_NUMBERS.map(({ key }) => key));
        return {
          ...{
            version: RULESET_VERSION,
            isPasture: of('pasture') > 0,
            settings: shown.filter(({ key }) => numbers.has(key)),
          },
          rules: RULES.map((rule) => ({
            ...rule,
            on: rule.checked && isOn(of, rule.code),
            open: counts.get(rule.code)?.open ?? 0,
          })),
        };
      }),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => cleaningSettings.save(tx, input, dayOn(services.clock))),
    ),
    runs: on.runs.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const runs = await listRuns(tx, await rangeAsked(tx, input.area), MOST_RUNS);
        const names = await namesOf(
          tx,
          runs.map(({ areaCode }) => areaCode),
        );
        return { asOf: formatDate(dayOn(services.clock)), runs: runs.map((run) => shownRun(run, names)) };
      }),
    ),
    startRun: on.startRun.handler(async ({ input: { requestId, ...given }, context: { db, actor, services } }) => {
      if (parseDate(given.asOf) > dayOn(services.clock)) throw new Problem('cleaning.day-in-future');
      const made = await db.write(actor, requestId, (tx) => addRun(tx, given));
      startRun(services, db, made.id);
      return made;
    }),
    cancelRun: on.cancelRun.handler(async ({ input: { requestId, id }, context: { db, actor, services } }) => {
      const answer = await db.write(actor, requestId, (tx) => cancelRun(tx, id));
      services.jobs.cancel(runKey(id));
      return answer;
    }),
    board: on.board.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readBoard(tx, input.area, dayOn(services.clock))),
    ),
    issues: on.issues.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => listIssues(tx, input, formatDate(dayOn(services.clock)))),
    ),
    people: on.people.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listPeople(tx, input.area)),
    ),
    assign: on.assign.handler(({ input: { requestId, ...given }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => assignIssues(tx, given, formatDate(dayOn(services.clock)))),
    ),
    answer: on.answer.handler(async ({ input: { requestId, ...answer }, context }) => {
      const { db, actor, services } = context;
      const { answered, corrected } = await db.write(actor, requestId, (tx) =>
        answerIssues(tx, answer, formatDate(dayOn(services.clock))),
      );
      followCorrected(context, hooks, requestId, corrected);
      return { answered };
    }),
    compare: on.compare.handler(async ({ input: { requestId, ...comparison }, context }) => {
      const { db, actor, services } = context;
      const told = await db.write(actor, requestId, (tx) => compare(tx, comparison, formatDate(dayOn(services.clock))));
      const { countyCode, id: householdId } = comparison.household;
      if (told.corrected > 0)
        followCorrected(context, hooks, requestId, [{ countyCode, householdId, rule: 'compared' }]);
      return told;
    }),
    consistency: on.consistency.handler(({ input: { area }, context: { db, actor } }) =>
      db.read(actor, (tx) => readConsistency(tx, area)),
    ),
    checks: on.checks.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => listChecks(tx, input))),
    importAnswers: on.importAnswers.handler(async ({ input: { requestId, fileId }, context }) => {
      const { db, actor, services } = context;
      const { corrected, ...told } = await db.write(actor, requestId, async (tx) =>
        importAnswers(tx, await readAnswers(context, fileId), formatDate(dayOn(services.clock))),
      );
      followCorrected(context, hooks, requestId, corrected);
      return told;
    }),
    sign: on.sign.handler(async ({ input: { requestId, keys }, context: { db, actor, services } }) => {
      const { signed, issues } = await db.write(actor, requestId, (tx) =>
        signIssues(tx, keys, formatDate(dayOn(services.clock))),
      );
      const touched = touchedOf(issues);
      if (touched)
        services.jobs.start(
          `cleaning.recheck:${requestId}`,
          () => recheckTouched(db, systemActor(actor.name), touched),
          'registers',
        );
      return { signed };
    }),
    return: on.return.handler(({ input: { requestId, keys, reason }, context: { db, actor } }) =>
      db.write(actor, requestId, (tx) => returnIssues(tx, keys, reason)),
    ),
    corrections: on.corrections.handler(({ input: { area, look, ...page }, context: { db, actor } }) =>
      db.read(actor, async (tx) => listCorrections(tx, await rangeAsked(tx, area), look, page)),
    ),
    tickCorrections: on.tickCorrections.handler(
      ({ input: { requestId, keys, done }, context: { db, actor, services } }) =>
        db.write(actor, requestId, async (tx) => {
          const ticked = await tickCorrections(tx, keys, done, formatDate(dayOn(services.clock)));
          const audit = ticked.map(({ countyCode, id, villageCode, householdId, field }) => ({
            ...{
              operation: 'cleaning.tick-corrections',
              subjectKind: 'registry-correction',
              subjectId: `${countyCode}-${id}`,
            },
            ...{ regionCode: villageCode, householdId, after: { field, done } },
          }));
          return { result: { count: ticked.length }, audit };
        }),
    ),
  });
