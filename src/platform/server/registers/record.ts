// One row on screen: read with its history, added, changed, voided.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { holds } from '../../../kernel/register/conditions.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import '../../../kernel/register/problems.ts';
import type { RegisterRow } from '../../../kernel/register/register-contract.ts';
import { isOpen, keptForMoves, movedDays } from '../../../kernel/register/states.ts';
import type { AuditEntry } from '../audit.ts';
import type { Tx } from '../db.ts';
import { columnOf, columnsOf } from './columns.ts';
import type { Guard } from './moves/guards.ts';
import { movesOf } from './moves/made-moves.ts';
import { hindrances, movesOfRole, standingOf } from './moves/standing.ts';
import { setTable } from './set-rows.ts';
import { asRegisterRows, shownColumns, shownSql } from './shown-row.ts';
import { judgeTyped, type RecordTools, saveTyped, typedReasons, type Values } from './typed-rows.ts';

export type RecordKey = { countyCode: number; id: number };
export type Changed = { key: RecordKey; version: string; audit: AuditEntry };

/** The row with all versions it had, newest first, where it stands and what may be done next. Throws `registers.not-found`. */
export async function getRecord(
  tx: Tx,
  { regions, guards }: RecordTools & { guards?: readonly Guard[] },
  register: RegisterDefinition,
  key: RecordKey,
) {
  const { columns } = shownColumns(register);
  const moves = movesOfRole(tx, register);
  const [row] = await standingOf(tx, register, guards ?? [], [key], { moves });
  if (!row) throw new Problem('registers.not-found');
  const [shownRow] = await asRegisterRows(tx, regions, columns, [row]);
  if (!shownRow) throw new Problem('registers.not-found');
  const history = await historyOf(tx, register, key);
  if (!register.states) return { ...shownRow, history };
  const next = moves
    .filter((move) => register.states?.moves[move]?.from.includes(row.state))
    .map((move) => ({ move, hindrances: hindrances(tx, register, move, row) }));
  const mayWithdraw =
    Number(row.lastBy) === tx.actor.accountId && !row.isVoided && !register.states.moves[row.lastMove ?? '']?.final;
  return { ...shownRow, history, moves: await movesOf(tx, register, key), next, mayWithdraw };
}

type Version = {
  recordedAt: string;
  recordedBy: string;
  replacedAt: string | null;
  file: string | null;
  line: number | null;
};

/** Versions as rows of the table; the current one first. */
async function historyOf(tx: Tx, register: RegisterDefinition, { countyCode, id }: RecordKey) {
  const columns = columnsOf(register);
  const shown = columns.map((column) => `${shownSql(column, 'v')} as ${column.column}`).join(', ');
  const head = `v.recorded_at, v.recorded_by, (select s.files -> v.file_no ->> 'name' from register_sets s where s.id = v.set_id) as file, v.line`;
  const rows = await tx.rows<Version & Values>(sql`
    select ${sql.raw(`null::timestamptz as replaced_at, ${head}, ${shown} from ${register.table} v`)}
      where v.county_code = ${countyCode} and v.id = ${id}
    union all select ${sql.raw(`o.replaced_at, ${head}, ${shown} from register_versions o,
        lateral jsonb_populate_record(null::${register.table}, o.content) v`)}
      where o.register = ${register.code} and o.county_code = ${countyCode} and o.record_id = ${id}
    order by recorded_at desc limit 200`);
  return rows.map((row) => ({
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    ...(row.replacedAt ? { replacedAt: row.replacedAt } : {}),
    ...(row.file ? { file: row.file } : {}),
    ...(row.line === null ? {} : { line: row.line }),
    values: Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])),
  }));
}

/** Where levels take a row up from each other, a new one begins at the first of them. Throws `registers.moved-day`. */
function refuseMoved({ fields, states }: RegisterDefinition, values: Values): void {
  for (const name of keptForMoves(states))
    if (!holds({ empty: name }, values))
      throw new Problem('registers.moved-day', { what: fields[name]?.title ?? name });
}

function keyTitles({ key, fields }: RegisterDefinition): string {
  return key.map((name) => fields[name]?.title ?? name).join('、');
}

async function versionOf(tx: Tx, register: RegisterDefinition, where: ReturnType<typeof sql>) {
  return tx.first<RecordKey & { placeCode: number; version: string }>(sql`select t.county_code, t.id, t.place_code,
    (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version from ${sql.raw(register.table)} t where ${where}`);
}

/** The row as it would stand, judged; throws `registers.refused` with all reasons. */
async function judgeOne(tx: Tx, tools: RecordTools, register: RegisterDefinition, values: Values) {
  const [judged] = await judgeTyped(tx, tools, register, [values]);
  if (!judged || judged.refusals.length === 0) return { recordId: judged?.recordId };
  throw new Problem('registers.refused', {
    reasons: typedReasons(register, judged),
    fields: judged.refusals.map(({ column, code }) => `${column ?? ''}:${code}`).join(';'),
  });
}

/** What the audit keeps of a row: never what is secret. */
export function recorded(register: RegisterDefinition, values: Values): Values {
  return Object.fromEntries(
    columnsOf(register).flatMap(({ name, field }) =>
      values[name] === undefined ? [] : [[name, field.secret && values[name] !== null ? '*' : values[name]]],
    ),
  );
}

/** Throws `registers.exists` where the key is known, `registers.refused`, `registers.moved-day`. */
export async function addRecord(
  tx: Tx,
  tools: RecordTools,
  register: RegisterDefinition,
  values: Values,
): Promise<Changed> {
  refuseMoved(register, values);
  const everything = Object.fromEntries(columnsOf(register).map(({ name }) => [name, values[name] ?? null]));
  const { recordId } = await judgeOne(tx, tools, register, everything);
  if (recordId !== undefined) throw new Problem('registers.exists', { key: keyTitles(register) });
  await saveTyped(tx, register);
  const keys = register.key.map((name) => {
    const { column } = columnOf(register, name);
    return sql.raw(`t.${column} is not distinct from x.${column}`);
  });
  const made = await versionOf(
    tx,
    register,
    sql`exists (select from ${sql.raw(setTable(register))} x where ${sql.join(keys, sql` and `)})`,
  );
  if (!made) throw new Problem('registers.not-found');
  const { countyCode, id, version, placeCode } = made;
  return {
    key: { countyCode, id },
    version,
    audit: {
      operation: '',
      subjectKind: register.record,
      subjectId: id,
      regionCode: placeCode,
      after: recorded(register, values),
    },
  };
}

type Change = RecordKey & { version: string; values: Values };

/**
 * By hand, the day of a move may be put right, but is filled in and emptied by its move alone; what a level has taken up is not
 * changed behind its back. Throws `registers.moved-day`, `registers.not-open`, `registers.kept`.
 */
function refuseByHand(
  { fields, states }: RegisterDefinition,
  { values: before, state }: RegisterRow,
  values: Values,
): void {
  if (!states) return;
  if (!isOpen(states, state)) throw new Problem('registers.not-open', { state: states.names[state ?? ''] ?? '' });
  for (const name of new Set([...movedDays(states), ...keptForMoves(states)]))
    if (values[name] !== undefined && holds({ empty: name }, before) !== holds({ empty: name }, values))
      throw new Problem('registers.moved-day', { what: fields[name]?.title ?? name });
  for (const name of state === states.first ? [] : (states.kept ?? []))
    if (values[name] !== undefined && values[name] !== before[name])
      throw new Problem('registers.kept', { what: fields[name]?.title ?? name });
}

/**
 * Throws `registers.not-found`, `registers.stale`, `registers.key-changed`, `registers.refused`; by hand also what `refuseByHand` does.
 */
export async function changeRecord(
  tx: Tx,
  tools: RecordTools,
  register: RegisterDefinition,
  { countyCode, id, version, values }: Change,
  by: 'hand' | 'move' = 'move',
): Promise<Changed> {
  const at = sql`t.county_code = ${countyCode} and t.id = ${id}`;
  const current = await versionOf(tx, register, sql`${at} for update`);
  if (!current) throw new Problem('registers.not-found');
  if (current.version !== version) throw new Problem('registers.stale');
  const row = await getRecord(tx, tools, register, { countyCode, id });
  const { values: before } = row;
  if (by === 'hand') refuseByHand(register, row, values);
  const key = Object.fromEntries(register.key.map((name) => [name, before[name]]));
  const { recordId } = await judgeOne(tx, tools, register, { ...key, ...values });
  if (recordId !== id) throw new Problem('registers.key-changed', { key: keyTitles(register) });
  await saveTyped(tx, register);
  const after = await versionOf(tx, register, at);
  const touched = Object.fromEntries(Object.keys(values).map((name) => [name, before[name]]));
  return {
    key: { countyCode, id },
    version: after?.version ?? version,
    audit: {
      operation: '',
      subjectKind: register.record,
      subjectId: id,
      regionCode: current.placeCode,
      before: touched,
      after: recorded(register, values),
    },
  };
}
