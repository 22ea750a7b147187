// The measures of a household's plan: added, changed, finished, cancelled, never deleted. What they say may speak of health,
// so it is sealed, with what stood there before; the audit keeps the rest of the old version.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import type { CaseKey } from '../../cases/domain/addresses.ts';
import { refuseMeasures } from '../domain/help-open.ts';
import type { Demand, MeasureClass, MeasureState } from '../domain/measures.ts';
import type { PlannedMeasure } from '../domain/measures-contract.ts';
import '../domain/problems.ts';
import { type CaseRow, keepFiles, type LoadedCase, loadCase } from '../../cases/server/index.ts';

/** What is sealed of a measure. */
type Secret = {
  content: string;
  result?: string;
  cancelledFor?: string;
  former: { content: string; by: string; at: string }[];
};

type StoredRow = {
  caseId: number;
  id: number;
  class: MeasureClass;
  answers: Demand | null;
  sealed: Buffer;
  unit: string;
  person: string;
  plannedFrom: string;
  dueOn: string;
  moneyFen: number;
  state: MeasureState;
  version: number;
  resultOn: string | null;
  policy: string;
  files: string[];
  accountName: string;
  at: string;
};

export type Measure = Omit<StoredRow, 'sealed'> & Secret;

const COLUMNS =
  sql.raw(`case_id, id, class, answers, sealed, unit, person, planned_from, due_on, money_fen, state, version,
  result_on, policy, files::text[] as files, account_name, at`);

function openMeasure(keys: Keys, { sealed, ...row }: StoredRow): Measure {
  return { ...row, ...(JSON.parse(open(keys, sealed)) as Secret) };
}

/** Measures of a case: those under way by their last day, then what is done, then what was given up. */
export async function listMeasures(tx: Tx, keys: Keys, { countyCode, id }: CaseKey): Promise<Measure[]> {
  const rows = await tx.rows(sql<StoredRow>`
    select ${COLUMNS} from case_measures where county_code = ${countyCode} and case_id = ${id}
    order by case state when 'cancelled' then 2 when 'done' then 1 else 0 end, due_on, id limit 500`);
  return rows.map((row) => openMeasure(keys, row));
}

/** Measures under way of cases in an area, by their last day. */
export async function openMeasuresIn(
  tx: Tx,
  keys: Keys,
  { low, high }: RegionRange,
): Promise<(Measure & { countyCode: number; householdId: number })[]> {
  const rows = await tx.rows(sql<StoredRow & { countyCode: number; householdId: number }>`
    select m.*, c.household_id from cases c
    join (select county_code, ${COLUMNS} from case_measures where state in ('planned', 'implementing')) m
      on m.county_code = c.county_code and m.case_id = c.id
    where c.village_code between ${low} and ${high} and c.ended_on is null order by m.due_on, m.id limit 2000`);
  return rows.map(({ countyCode, householdId, ...row }) => ({ ...openMeasure(keys, row), countyCode, householdId }));
}

/** Of all cases of a household, the newest help first. */
export async function listHouseholdMeasures(
  tx: Tx,
  keys: Keys,
  { countyCode, householdId }: { countyCode: number; householdId: number },
): Promise<Measure[]> {
  const rows = await tx.rows(sql<StoredRow>`
    select ${COLUMNS} from case_measures where county_code = ${countyCode} and state <> 'cancelled'
      and case_id in (select id from cases where county_code = ${countyCode} and household_id = ${householdId})
    order by coalesce(result_on, due_on) desc, id desc limit 200`);
  return rows.map((row) => openMeasure(keys, row));
}

/** What the audit keeps of a measure: nothing that could speak of health. */
function traceOf(measure: Omit<PlannedMeasure, 'answers' | 'content'> & { state: MeasureState }) {
  const { class: measureClass, unit, person, plannedFrom, dueOn, moneyFen, policy, state } = measure;
  return { class: measureClass, unit, person, plannedFrom, dueOn, moneyFen, policy, state };
}

type Deed = { operation: string; measureId: number; before?: object; after: object };

function entry(row: CaseRow, { operation, measureId, before, after }: Deed): AuditEntry {
  return {
    operation,
    subjectKind: 'measure',
    subjectId: `${row.countyCode}-${row.id}-${measureId}`,
    regionCode: row.villageCode,
    householdId: row.householdId,
    ...(before ? { before } : {}),
    after,
  };
}

function refuseUnlessOpen(tx: Tx, { standing }: LoadedCase, today: PlainDate): void {
  const refusal = refuseMeasures(standing, { role: tx.actor.role as Role, today });
  if (refusal) throw new Problem(refusal.code, refusal.details);
}

async function insertMeasure(tx: Tx, keys: Keys, row: CaseRow, measure: PlannedMeasure): Promise<number> {
  const made = await tx.first(sql<{ id: number }>`
    insert into case_measures (county_code, case_id, village_code, class, answers, sealed, unit, person, planned_from, due_on,
      money_fen, policy, account_id, account_name)
    values (${row.countyCode}, ${row.id}, ${row.villageCode}, ${measure.class}, ${measure.answers ?? null},
      ${sealOf(keys, { content: measure.content, former: [] })}, ${measure.unit}, ${measure.person},
      ${measure.plannedFrom}::date, ${measure.dueOn}::date, ${measure.moneyFen}, ${measure.policy}, ${tx.actor.accountId},
      ${tx.actor.name})
    returning id`);
  if (!made) throw new Error('an insert answered no row');
  return made.id;
}

function sealOf(keys: Keys, secret: Secret): Buffer {
  return seal(keys, JSON.stringify(secret));
}

export async function addMeasures(
  tx: Tx,
  keys: Keys,
  { measures, ...key }: CaseKey & { measures: readonly PlannedMeasure[] },
  today: PlainDate,
): Promise<Outcome<{ ids: number[] }>> {
  const loaded = await loadCase(tx, keys, key, true);
  refuseUnlessOpen(tx, loaded, today);
  const ids: number[] = [];
  for (const measure of measures) ids.push(await insertMeasure(tx, keys, loaded.row, measure));
  const audit = measures.map((measure, i) =>
    entry(loaded.row, {
      operation: 'help.add-measure',
      measureId: ids[i] ?? 0,
      after: traceOf({ ...measure, state: 'planned' }),
    }),
  );
  return { result: { ids }, audit };
}

export type MeasureKey = CaseKey & { measureId: number; version: number };

/** The case, locked, and its measure, which must be as the browser saw it and still under way. */
async function loadOpen(tx: Tx, keys: Keys, key: MeasureKey): Promise<{ loaded: LoadedCase; measure: Measure }> {
  const loaded = await loadCase(tx, keys, key, true);
  const row = await tx.first(sql<StoredRow>`select ${COLUMNS} from case_measures
    where county_code = ${key.countyCode} and case_id = ${key.id} and id = ${key.measureId}`);
  if (!row) throw new Problem('help.measure-not-found');
  if (row.version !== key.version) throw new Problem('help.measure-moved-on');
  if (row.state === 'done' || row.state === 'cancelled') throw new Problem('help.measure-settled');
  return { loaded, measure: openMeasure(keys, row) };
}

function secretOf({ content, result, cancelledFor, former }: Measure): Secret {
  return { content, former, ...(result ? { result } : {}), ...(cancelledFor ? { cancelledFor } : {}) };
}

/** Stores the measure with the next version; what it said before stays, sealed. */
async function store(tx: Tx, keys: Keys, { countyCode, id }: CaseKey, measure: Measure): Promise<{ version: number }> {
  const version = measure.version + 1;
  await tx.run(sql`
    update case_measures set class = ${measure.class}, answers = ${measure.answers}, sealed = ${sealOf(keys, secretOf(measure))},
      unit = ${measure.unit}, person = ${measure.person}, planned_from = ${measure.plannedFrom}::date,
      due_on = ${measure.dueOn}::date, money_fen = ${measure.moneyFen}, state = ${measure.state}, version = ${version},
      result_on = ${measure.resultOn}::date, policy = ${measure.policy}, files = ${measure.files}::uuid[]
    where county_code = ${countyCode} and case_id = ${id} and id = ${measure.id}`);
  return { version };
}

export type MeasureChange = MeasureKey & { implementing: boolean; measure: PlannedMeasure };

type When = { today: PlainDate; at: string };

export async function changeMeasure(
  tx: Tx,
  keys: Keys,
  change: MeasureChange,
  { today, at }: When,
): Promise<Outcome<{ version: number }>> {
  const { loaded, measure: old } = await loadOpen(tx, keys, change);
  refuseUnlessOpen(tx, loaded, today);
  const { answers = null, ...given } = change.measure;
  const said = given.content !== old.content;
  const former = said ? [...old.former, { content: old.content, by: tx.actor.name, at }] : old.former;
  const changed: Measure = {
    ...old,
    ...given,
    answers,
    former,
    state: change.implementing ? 'implementing' : 'planned',
  };
  const result = await store(tx, keys, change, changed);
  const audit = entry(loaded.row, {
    operation: 'help.change-measure',
    measureId: old.id,
    before: traceOf(old),
    after: { ...traceOf(changed), contentChanged: said },
  });
  return { result, audit };
}

export type MeasureResult = MeasureKey & { resultOn: string; result: string; moneyFen: number };

export async function finishMeasure(
  tx: Tx,
  keys: Keys,
  { resultOn, result, moneyFen, ...key }: MeasureResult,
  take: () => Promise<StoredPhoto[]>,
  today: PlainDate,
): Promise<Outcome<{ version: number }>> {
  const { loaded, measure: old } = await loadOpen(tx, keys, key);
  const { openedOn } = loaded.standing;
  if (parseDate(resultOn) > today) throw new Problem('cases.day-in-future', { day: resultOn });
  if (parseDate(resultOn) < openedOn) throw new Problem('help.result-before-plan', { day: formatDate(openedOn) });
  const photos = await take();
  await keepFiles(tx, key, loaded.row.villageCode, 0, photos);
  const done: Measure = { ...old, resultOn, result, moneyFen, state: 'done', files: photos.map(({ id }) => id) };
  const audit = entry(loaded.row, {
    operation: 'help.finish-measure',
    measureId: old.id,
    before: traceOf(old),
    after: { ...traceOf(done), resultOn, photos: photos.length },
  });
  return { result: await store(tx, keys, key, done), audit };
}

export async function cancelMeasure(
  tx: Tx,
  keys: Keys,
  { reason, ...key }: MeasureKey & { reason: string },
): Promise<Outcome<{ version: number }>> {
  const { loaded, measure: old } = await loadOpen(tx, keys, key);
  const cancelled: Measure = { ...old, state: 'cancelled', cancelledFor: reason };
  const audit = entry(loaded.row, {
    operation: 'help.cancel-measure',
    measureId: old.id,
    before: traceOf(old),
    after: traceOf(cancelled),
  });
  return { result: await store(tx, keys, key, cancelled), audit };
}
