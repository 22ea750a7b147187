// One case as its page shows it: where it stands, what this account may do now and why not the rest, all that was recorded.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { areaNames } from '../../regions/server/index.ts';
import { KINDS } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import { suggestCategory } from '../domain/category.ts';
import type { ClearingCondition } from '../domain/clearing-conditions.ts';
import { recalledSeqs } from '../domain/recall.ts';
import { refuseAction } from '../domain/refuse-action.ts';
import '../domain/problems.ts';
import { cluesOfCase } from '../../clues/server/index.ts';
import { CASE_JOINS } from './case-columns.ts';
import { ITEM_COLUMNS, type ItemRow, presentItem } from './case-items.ts';
import { circumstancesOf, conditionsOf, lineFenOn } from './circumstances.ts';
import { type LoadedCase, loadCase } from './load-case.ts';

type FileRow = { id: string; name: string; type: string; seq: number };

export async function listFiles(tx: Tx, { countyCode, id }: CaseKey): Promise<FileRow[]> {
  return tx.rows(sql<FileRow>`select id, name, type, seq from case_files
    where county_code = ${countyCode} and case_id = ${id} order by seq, id limit 500`);
}

/** What may be done now; and of what belongs to the state but may not, why. */
async function possibilities(tx: Tx, loaded: LoadedCase, today: PlainDate, conditions: readonly ClearingCondition[]) {
  const given = await circumstancesOf(tx, loaded, today, conditions);
  const answers = KINDS.map((kind) => ({ kind, refusal: refuseAction(kind, loaded.standing, given) }));
  const telling = answers.filter(
    ({ refusal }) => refusal && !['cases.not-now', 'http.forbidden', 'cases.case-open'].includes(refusal.code),
  );
  return {
    actions: answers.filter(({ refusal }) => refusal === undefined).map(({ kind }) => kind),
    refusals: Object.fromEntries(
      telling.map(({ kind, refusal }) => [kind, new Problem(refusal?.code ?? '', refusal?.details).message]),
    ),
  };
}

const day = (value: PlainDate | undefined) => (value === undefined ? undefined : formatDate(value));

/** Leaves out what is undefined, as answers do. */
function present<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

export async function getCase(tx: Tx, keys: Keys, key: CaseKey, today: PlainDate) {
  const loaded = await loadCase(tx, keys, key);
  const { standing, actions, row } = loaded;
  const item = await tx.first(sql<ItemRow>`select ${ITEM_COLUMNS} from cases c ${CASE_JOINS}
    where c.county_code = ${key.countyCode} and c.id = ${key.id}`);
  if (!item) throw new Problem('cases.not-found');
  const lineFen = standing.lineFen ?? (await lineFenOn(tx, key.countyCode, today));
  const survey = standing.surveys.identification;
  const conditions = await conditionsOf(tx, loaded, today);
  const recalled = recalledSeqs(actions);
  return present({
    ...presentItem(item, today),
    lifted: row.lifted,
    // Everybody knows the autonomous region.
    areaNames: (await areaNames(tx, row.villageCode)).slice(1),
    walkSince: formatDate(standing.walkSince),
    totalDueOn: day(standing.totalDueOn),
    decidedOn: day(standing.decidedOn),
    lineYuan: lineFen === undefined ? undefined : lineFen / 100,
    nextLookBackOn: day(standing.nextLookBackOn),
    appealUntil: day(standing.appealUntil),
    ...(await possibilities(tx, loaded, today, conditions)),
    steps: standing.steps.map(({ enteredOn, dueOn, doneOn, ...step }) =>
      present({ ...step, enteredOn: formatDate(enteredOn), dueOn: day(dueOn), doneOn: day(doneOn) }),
    ),
    notices: standing.notices.map(({ level, from, endsOn }) => ({
      level,
      from: formatDate(from),
      endsOn: formatDate(endsOn),
    })),
    objections: standing.objections.map(({ on, ...objection }) => ({ ...objection, on: formatDate(on) })),
    requested: standing.comparison.requested,
    replies: standing.comparison.replies,
    returned: standing.returned,
    suggestion: survey ? present(suggestCategory({ lifted: row.lifted, survey, lineFen })) : undefined,
    conditions,
    template: standing.template,
    clearingTemplate: standing.clearingTemplate,
    last: standing.last && { seq: standing.last.seq, kind: standing.last.kind, role: standing.last.role },
    clues: await cluesOfCase(tx, keys, key),
    timeline: actions.map(({ on, detail, ...action }) => ({
      ...action,
      recalled: recalled.has(action.seq),
      on: formatDate(on),
      detail: detail as Record<string, unknown>,
    })),
    files: await listFiles(tx, key),
    previousId: row.previousId ?? undefined,
  });
}
