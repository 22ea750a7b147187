// Rows led from one state to another: one or two hundred at once, each with what it was before, so that it can be taken back.

import { sql } from 'kysely';
import { Problem } from '../../../../kernel/problem.ts';
import { holds } from '../../../../kernel/register/conditions.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { type Move, movedFields } from '../../../../kernel/register/states.ts';
import type { AuditEntry } from '../../audit.ts';
import type { Tx } from '../../db.ts';
import { type Changed, changeRecord, type RecordKey, recorded } from '../record.ts';
import { judgeTyped, type RecordTools, saveTyped, typedReasons, type Values } from '../typed-rows.ts';
import type { Effect } from './effects.ts';
import type { Guard } from './guards.ts';
import { dayHindrance, hindrances, moveOf, refuseAhead, type Standing, standingOf } from './standing.ts';
import { lastMoveSql } from './state-sql.ts';

export type MoveTools = RecordTools & { guards: readonly Guard[]; effects: readonly Effect[] };
type Asked = {
  move: string;
  records: readonly (RecordKey & { version: string })[];
  /** ISO day. */
  doneOn: string;
  opinion?: string | undefined;
  values: Values;
};
type Refused = RecordKey & { reason: string };

const keyText = ({ countyCode, id }: RecordKey) => `${countyCode}-${id}`;

/** What stands in a row before the move, of the fields it writes and of those that name it. */
function pick(row: Standing, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

/** Names of the rows and what hinders each; rows that the actor does not see are left out. Throws `registers.no-move`. */
export async function checkMove(
  tx: Tx,
  { guards }: MoveTools,
  register: RegisterDefinition,
  { move: name, records }: { move: string; records: readonly RecordKey[] },
) {
  moveOf(tx, register, name);
  const rows = await standingOf(tx, register, guards, records, { moves: [name] });
  return rows.map((row) => ({
    countyCode: row.countyCode,
    id: row.id,
    version: row.version,
    name: nameOf(register, row),
    hindrances: hindrances(tx, register, name, row),
  }));
}

/** The key and the name beside it: HL0001 舍饲养殖. */
function nameOf({ key, fields }: RegisterDefinition, row: Standing): string {
  const found = Object.entries(fields).flatMap(([name, { find }]) => (find && !key.includes(name) ? [name] : []));
  return [...key, ...found.slice(0, 1)].map((name) => String(row[name] ?? '')).join(' ');
}

/** Rows the move fits, as they were asked for, and why the others stay. */
async function sortOut(tx: Tx, { guards }: MoveTools, register: RegisterDefinition, asked: Asked) {
  const rows = await standingOf(tx, register, guards, asked.records, { moves: [asked.move], locked: true });
  const seen = new Map(rows.map((row) => [keyText(row), row]));
  const fitting: Standing[] = [];
  const refused: Refused[] = [];
  for (const { countyCode, id, version } of asked.records) {
    const row = seen.get(keyText({ countyCode, id }));
    const reason = row ? refusalOf(tx, register, asked, row, version) : '没有这条记录，或者它不在您的辖区内';
    if (row && reason === undefined) fitting.push(row);
    else refused.push({ countyCode, id, reason: reason ?? '' });
    // Asked for twice, it moves once.
    seen.delete(keyText({ countyCode, id }));
  }
  return { fitting, refused };
}

function refusalOf(tx: Tx, register: RegisterDefinition, asked: Asked, row: Standing, version: string) {
  if (row.version !== version) return '这条记录刚被别人改过，请刷新后再办';
  const [first] = [...hindrances(tx, register, asked.move, row), dayHindrance(asked.doneOn, row)].filter(Boolean);
  return first;
}

/** Writes what the move fills in; answers the rows that stand and adds those that are refused. */
async function fillIn(
  tx: Tx,
  tools: MoveTools,
  register: RegisterDefinition,
  move: Move,
  asked: Asked,
  rows: Standing[],
) {
  const fields = movedFields(move);
  if (fields.length === 0 || rows.length === 0) return { standing: rows, refused: [] };
  const values = valuesOf(move, asked);
  const judged = await judgeTyped(
    tx,
    tools,
    register,
    rows.map((row) => ({ ...pick(row, register.key), ...values })),
  );
  await saveTyped(tx, register);
  const refused = rows.flatMap((row, i): Refused[] => {
    const one = judged[i];
    if (!one || one.refusals.length === 0) return [];
    return [{ countyCode: row.countyCode, id: row.id, reason: typedReasons(register, one) }];
  });
  return { standing: rows.filter((_, i) => judged[i]?.refusals.length === 0), refused };
}

/** What the move writes of each row: a field that was not asked for is not written, whatever was sent. */
function valuesOf({ day, asks = [], offers = [], sets = {}, clears = [] }: Move, { values, doneOn }: Asked): Values {
  const typed = [...asks, ...offers].flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]]));
  const emptied = Object.fromEntries(clears.map((name) => [name, null]));
  return { ...Object.fromEntries(typed), ...emptied, ...sets, ...(day ? { [day]: doneOn } : {}) };
}

/** Throws `registers.refused` with the fields a move asks for that were left empty. */
function refuseUnfilled({ fields }: RegisterDefinition, { asks = [], day }: Move, { values }: Asked): void {
  const missing = asks.filter((name) => name !== day && holds({ empty: name }, values));
  if (missing.length === 0) return;
  throw new Problem('registers.refused', {
    reasons: missing.map((name) => `“${fields[name]?.title ?? name}”没有填写`).join('；'),
    fields: missing.map((name) => `${name}:missing`).join(';'),
  });
}

async function keepMoves(tx: Tx, { code }: RegisterDefinition, move: Move, asked: Asked, rows: readonly Standing[]) {
  const fields = movedFields(move);
  const { accountId, name } = tx.actor;
  const kept = rows.map((row) => ({
    ...{ county_code: row.countyCode, record_id: row.id, place_code: row.placeCode, from_state: row.state },
    before: pick(row, fields),
  }));
  await tx.run(sql`insert into register_moves
      (register, county_code, record_id, place_code, move, from_state, to_state, done_on, opinion, before, account_id, account_name)
    select ${code}, r.county_code, r.record_id, r.place_code, ${asked.move}, r.from_state, ${move.to ?? null}::text,
      ${asked.doneOn}::date, ${asked.opinion || null}::text, r.before, ${accountId}::bigint, ${name}
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
      r (county_code int, record_id bigint, place_code bigint, from_state text, before jsonb)`);
}

/**
 * Moves what fits. Throws `registers.no-move`, `registers.move-ahead`, `registers.move-unexplained`, and `registers.not-moved` with the
 * first reason where nothing fits.
 */
export async function moveRecords(
  tx: Tx,
  tools: MoveTools,
  register: RegisterDefinition,
  asked: Asked,
  today: number,
): Promise<{ moved: number; refused: Refused[]; audit: AuditEntry[] }> {
  const { move } = moveOf(tx, register, asked.move);
  refuseAhead(asked.doneOn, today);
  if (move.explained && !asked.opinion) throw new Problem('registers.move-unexplained', { deed: move.title });
  refuseUnfilled(register, move, asked);
  const { fitting, refused } = await sortOut(tx, tools, register, asked);
  const { standing, refused: unfilled } = await fillIn(tx, tools, register, move, asked, fitting);
  const [first] = [...refused, ...unfilled];
  if (standing.length === 0) throw new Problem('registers.not-moved', { reason: first?.reason ?? '' });
  await keepMoves(tx, register, move, asked, standing);
  const came: AuditEntry[] = [];
  for (const effect of tools.effects)
    if (effect.register === register.code && effect.move === asked.move)
      came.push(...(await effect.run(tx, tools, standing, asked.doneOn)));
  const after = { move: asked.move, doneOn: asked.doneOn, ...recorded(register, valuesOf(move, asked)) };
  return {
    moved: standing.length,
    refused: [...refused, ...unfilled],
    audit: [
      ...standing.map(({ id, placeCode, state }) => ({
        ...{ operation: '', subjectKind: register.record, subjectId: id, regionCode: placeCode },
        before: { state },
        after: { state: move.to ?? null, ...after },
        ...(asked.opinion ? { reason: asked.opinion } : {}),
      })),
      ...came,
    ],
  };
}

type LastMove = { id: number; move: string; accountId: number; before: Values };

/** The row as it was before its last move. Throws `registers.not-found`, `registers.stale`, `registers.no-withdrawal`, `registers.move-final`. */
export async function withdrawMove(
  tx: Tx,
  tools: MoveTools,
  register: RegisterDefinition,
  { countyCode, id, version }: RecordKey & { version: string },
): Promise<Changed> {
  const [row] = await standingOf(tx, register, [], [{ countyCode, id }], { moves: [], locked: true });
  if (!row) throw new Problem('registers.not-found');
  if (row.version !== version) throw new Problem('registers.stale');
  const last = await tx.first<LastMove>(sql`select l.* from ${sql.raw(register.table)} t,
      lateral (${sql.raw(lastMoveSql(register, 'm.id, m.move, m.account_id, m.before'))}) l
    where t.county_code = ${countyCode} and t.id = ${id}`);
  if (!last || Number(last.accountId) !== tx.actor.accountId) throw new Problem('registers.no-withdrawal');
  const made = register.states?.moves[last.move];
  if (made?.final) throw new Problem('registers.move-final', { deed: made.title });
  await tx.run(sql`update register_moves set withdrawn_at = now() where id = ${last.id}`);
  const audit = {
    ...{ operation: '', subjectKind: register.record, subjectId: id, regionCode: row.placeCode },
    before: { state: row.state },
    after: { withdrawn: last.move },
  };
  if (Object.keys(last.before).length === 0) return { key: { countyCode, id }, version, audit };
  const changed = await changeRecord(tx, tools, register, { countyCode, id, version, values: last.before });
  return { ...changed, audit };
}
