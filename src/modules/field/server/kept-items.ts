// Items as the office keeps them: a stored one by its receipt, since what it says stands in its record; one that is not done as it
// came, sealed, so that neither a lost phone nor a new one loses it.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import type { ItemAnswer, ItemState, PushItem, UnsettledItem } from '../domain/items.ts';

type KeptRow = {
  id: string;
  number: number;
  state: Exclude<ItemState, 'parked'> | 'dropped';
  settledAt: string | null;
  arrivedAt: string;
  merged: string[];
  result: Record<string, unknown> | null;
  sealed: Buffer | null;
};

const KEPT =
  sql.raw(`i.id, i.number, i.state, i.settled_at, i.arrived_at, to_json(i.merged) as merged, a.result, i.sealed
  from field_items i left join applied_requests a on a.id = i.id`);

/** Of a phone's own numbers none is made up: this one is the office's. */
export const receiptNumber = (number: number) => `W${String(number).padStart(6, '0')}`;

const answerSealed = (keys: Keys, sealed: Buffer) => JSON.parse(open(keys, sealed)) as Omit<UnsettledItem, 'arrivedAt'>;

function storedAnswer({ id, number, settledAt, arrivedAt, merged, result }: KeptRow): ItemAnswer {
  return {
    id,
    state: 'stored',
    receipt: { number: receiptNumber(number), at: settledAt ?? arrivedAt },
    ...(result ? { result } : {}),
    ...(merged.length > 0 ? { merged } : {}),
  };
}

/** What the own items of these ids were answered; dropped ones are not known any more. */
export async function knownAnswers(tx: Tx, keys: Keys, ids: readonly string[]): Promise<Map<string, ItemAnswer>> {
  const rows = await tx.kept.rows(
    sql<KeptRow>`select ${KEPT} where i.id = any(${ids}::uuid[]) and i.state <> 'dropped'`,
  );
  return new Map(rows.map((row) => [row.id, row.sealed ? answerSealed(keys, row.sealed).answer : storedAnswer(row)]));
}

/** A person has a few of them; more than this were never looked at. */
const MOST_UNSETTLED = 500;

export async function unsettledItems(tx: Tx, keys: Keys): Promise<UnsettledItem[]> {
  const rows = await tx.kept.rows(sql<KeptRow>`select ${KEPT}
    where i.account_id = ${tx.actor.accountId} and i.state in ('waiting', 'refused', 'conflict')
    order by i.arrived_at limit ${MOST_UNSETTLED}`);
  return rows.flatMap(({ sealed, arrivedAt }) => (sealed ? [{ ...answerSealed(keys, sealed), arrivedAt }] : []));
}

export type Waiting = { id: string; countyCode: number | null; householdId: number | null; seq: number };

/** Items that wait for files: those of their household that were made later wait, too. */
export function waitingItems(tx: Tx): Promise<Waiting[]> {
  return tx.kept.rows(sql<Waiting>`select id, county_code, household_id, seq from field_items
    where account_id = ${tx.actor.accountId} and state = 'waiting' order by seq limit ${MOST_UNSETTLED}`);
}

/** Those that name the file; all of them, where none is named. */
export async function itemsWaitingFor(tx: Tx, keys: Keys, fileId?: string): Promise<PushItem[]> {
  const names = fileId === undefined ? sql`true` : sql`files @> ${[fileId]}::uuid[]`;
  const rows = await tx.kept.rows(sql<{ sealed: Buffer }>`select sealed from field_items
    where account_id = ${tx.actor.accountId} and state = 'waiting' and ${names} order by seq limit 50`);
  return rows.map(({ sealed }) => answerSealed(keys, sealed).item);
}

type Keeping = { state: KeptRow['state']; merged?: readonly string[]; sealed?: Buffer };

/** Throws `http.request-reused` where the id is another account's. */
async function keep(tx: Tx, item: PushItem, { state, merged = [], sealed }: Keeping) {
  const { id, household, seq, operation, madeAt, files } = item;
  const settled = state === 'stored' ? sql`clock_timestamp()` : sql`null`;
  const row = await tx.kept.first(sql<{ number: number; arrivedAt: string; settledAt: string | null }>`
    with changed as (
      update field_items set state = ${state}, settled_at = ${settled}, merged = ${merged}::text[], sealed = ${sealed ?? null}
      where id = ${id} and state <> 'stored' returning number, arrived_at, settled_at),
    added as (
      insert into field_items (id, account_id, county_code, household_id, seq, operation, state, made_at, settled_at, merged, files, sealed)
      select ${id}::uuid, ${tx.actor.accountId}, ${household?.countyCode ?? null}::int, ${household?.id ?? null}::bigint, ${seq},
        ${operation}, ${state}, ${madeAt}::timestamptz, ${settled}::timestamptz, ${merged}::text[], ${files}::uuid[], ${sealed ?? null}::bytea
      where not exists (select from changed) on conflict (id) do nothing returning number, arrived_at, settled_at)
    select * from changed union all select * from added`);
  if (!row) throw new Problem('http.request-reused');
  if (item.replaces) await drop(tx, item.replaces);
  return row;
}

/** In the transaction of the operation itself. */
export async function keepStored(tx: Tx, item: PushItem, merged: readonly string[] = []) {
  const { number, arrivedAt, settledAt } = await keep(tx, item, { state: 'stored', merged });
  return { number: receiptNumber(number), at: settledAt ?? arrivedAt };
}

export async function keepUnsettled(tx: Tx, keys: Keys, item: PushItem, answer: ItemAnswer): Promise<void> {
  const state = answer.state as 'waiting' | 'refused' | 'conflict';
  await keep(tx, item, { state, sealed: seal(keys, JSON.stringify({ item, answer })) });
}

/** False where there is no such item, or it was done. */
export async function drop(tx: Tx, id: string): Promise<boolean> {
  const dropped = await tx.run(sql`update field_items set state = 'dropped', sealed = null, settled_at = now()
    where id = ${id} and state in ('waiting', 'refused', 'conflict')`);
  return dropped > 0;
}
