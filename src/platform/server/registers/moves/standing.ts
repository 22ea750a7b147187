// Where rows stand, and what hinders a move of each.

import { sql } from 'kysely';
import { formatDate } from '../../../../kernel/plain-date.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import '../../../../kernel/register/problems.ts';
import { lackingFields, type Move, type States } from '../../../../kernel/register/states.ts';
import type { Tx } from '../../db.ts';
import { ROW_HEAD, type ShownRow, shownColumns } from '../shown-row.ts';
import type { Guard } from './guards.ts';
import { lastMoveSql, stateSql } from './state-sql.ts';

type RecordKey = { countyCode: number; id: number };

export type Standing = ShownRow & {
  state: string;
  /** Of the last move: who made it, which it was, and the day it holds for. */
  lastBy: number | null;
  lastMove: string | null;
  lastOn: string | null;
  /** Who wrote the row as it stands: who entered or imported it, where there was no move yet. */
  writtenBy: number | null;
  /** By move, what other registers say against it. */
  hindered: Record<string, string[]>;
};

/** The states of the register and its move of this name, if the actor's role may make it. Throws `registers.no-move`. */
export function moveOf(tx: Tx, { states }: RegisterDefinition, name: string): { states: States; move: Move } {
  const move = states && Object.hasOwn(states.moves, name) ? states.moves[name] : undefined;
  if (!states || !move?.roles.some((role) => role === tx.actor.role)) throw new Problem('registers.no-move');
  return { states, move };
}

/** Names of the moves the actor's role may make. */
export function movesOfRole(tx: Tx, { states }: RegisterDefinition): string[] {
  const moves = Object.entries(states?.moves ?? {});
  return moves.flatMap(([name, { roles }]) => (roles.some((role) => role === tx.actor.role) ? [name] : []));
}

function hinderedSql(register: RegisterDefinition, guards: readonly Guard[], moves: readonly string[]) {
  const own = guards.filter((guard) => guard.register === register.code && moves.includes(guard.move));
  const said = moves.map((move) => {
    const words = own.flatMap((guard) =>
      guard.move === move && 'where' in guard
        ? [sql`case when ${sql.raw(guard.where)} then ${guard.words}::text end`]
        : [],
    );
    return words.length > 0
      ? sql`${move}::text, to_jsonb(array_remove(array[${sql.join(words)}], null))`
      : sql`${move}::text, '[]'::jsonb`;
  });
  return said.length > 0 ? sql`jsonb_build_object(${sql.join(said)})` : sql`'{}'::jsonb`;
}

/** What guards say whose condition is data, by move, of the rows they speak of. */
async function hinderedByData(
  tx: Tx,
  { code }: RegisterDefinition,
  { guards, moves, keys }: { guards: readonly Guard[]; moves: readonly string[]; keys: readonly RecordKey[] },
): Promise<(row: RecordKey) => Record<string, string[]>> {
  const said: { move: string; words: string; rows: readonly RecordKey[] }[] = [];
  for (const guard of guards)
    if ('of' in guard && guard.register === code && moves.includes(guard.move))
      said.push({ move: guard.move, words: guard.words, rows: await guard.of(tx, keys) });
  return ({ countyCode, id }) => {
    const own = said.filter(({ rows }) => rows.some((row) => row.countyCode === countyCode && row.id === id));
    return Object.fromEntries(
      [...Map.groupBy(own, ({ move }) => move)].map(([move, all]) => [move, all.map(({ words }) => words)]),
    );
  };
}

/** Rows of these keys that the actor sees, in the order of keys; `locked` until the transaction ends. */
export async function standingOf(
  tx: Tx,
  register: RegisterDefinition,
  guards: readonly Guard[],
  keys: readonly RecordKey[],
  { moves, locked = false }: { moves: readonly string[]; locked?: boolean },
): Promise<Standing[]> {
  const { sql: shown } = shownColumns(register);
  // A register without states has no moves to look for.
  const last = (what: string) => (register.states ? `(${lastMoveSql(register, what)})` : 'null');
  const rows = await tx.rows<Standing>(sql`
    select ${sql.raw(`${ROW_HEAD}, ${shown}, ${stateSql(register)} as state,
      ${last('m.account_id')} as last_by, ${last('m.move')} as last_move, ${last('m.done_on::text')} as last_on,
      t.account_id as written_by`)},
      ${hinderedSql(register, guards, moves)} as hindered
    from ${sql.raw(register.table)} t
    where (t.county_code, t.id) in (select k.county_code, k.id from unnest(${keys.map(({ countyCode }) => countyCode)}::int[],
      ${keys.map(({ id }) => id)}::bigint[]) k (county_code, id))
    order by t.county_code, t.id ${sql.raw(locked ? 'for update of t' : '')}`);
  const byData = await hinderedByData(tx, register, { guards, moves, keys });
  return rows.map((row) => {
    const more = Object.entries(byData(row));
    if (more.length === 0) return row;
    const hindered = { ...row.hindered };
    for (const [move, words] of more) hindered[move] = [...(hindered[move] ?? []), ...words];
    return { ...row, hindered };
  });
}

/** What hinders the move of a row, each a sentence that says what to do; empty: it may be made. */
export function hindrances(tx: Tx, { fields, states }: RegisterDefinition, name: string, row: Standing): string[] {
  const move = states?.moves[name];
  if (!states || !move) return [];
  if (row.isVoided) return ['这条记录已作废，不再办理'];
  if (!move.from.includes(row.state))
    return [
      `现在是“${states.names[row.state]}”，只有${move.from.map((state) => `“${states.names[state]}”`).join('、')}的可以${move.title}`,
    ];
  const lacking = lackingFields(move, row).map((field) => fields[field]?.title ?? field);
  return [
    ...(lacking.length > 0 ? [`还没有填写${lacking.map((title) => `“${title}”`).join('、')}，请先修改补上`] : []),
    ...(move.apart && isOwn(tx, row) ? ['上一步由您本人办理，这一步须由另一人办理'] : []),
    ...(row.hindered[name] ?? []),
  ];
}

/** The last step was the actor's own: the last move or, where there is none, the entry. Accounts are compared, names repeat. */
function isOwn({ actor }: Tx, { lastBy, writtenBy }: Standing): boolean {
  const by = lastBy ?? writtenBy;
  return by !== null && Number(by) === actor.accountId;
}

/** Why the day of a move does not do; days are ISO. */
export function dayHindrance(doneOn: string, row: Standing): string | undefined {
  return row.lastOn && doneOn < row.lastOn ? `办理日期早于上一步的 ${row.lastOn}` : undefined;
}

/** Throws `registers.move-ahead` for a day that has not come; `today` in days. */
export function refuseAhead(doneOn: string, today: number): void {
  if (doneOn > formatDate(today)) throw new Problem('registers.move-ahead', { day: doneOn });
}
