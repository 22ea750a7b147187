// Messages of an account: how many are unread, the list, what it wants to hear.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import { readIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { CHOSEN_KINDS, type MessageKind, type Mode } from '../domain/kinds.ts';

/** More are not counted: the bell says 99+. */
const MOST_COUNTED = 100;

/** From an index of unread messages alone: every open page asks for it. */
export async function countUnread(tx: Tx): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`select count(*)::int as n from (
    select from messages where account_id = ${tx.actor.accountId} and read_at is null and not held
    limit ${MOST_COUNTED}) m`);
  return row?.n ?? 0;
}

type Row = {
  id: number;
  kind: MessageKind;
  count: number;
  facts: Record<string, unknown>;
  path: string;
  at: string;
  read: boolean;
  headName: string | null;
  villageName: string | null;
};

type Asked = {
  kind?: MessageKind | undefined;
  state?: 'unread' | 'read' | undefined;
  cursor?: string | undefined;
  limit: number;
};

/** The newest first. Whose household it was is read with the eyes of today: an account that left the area sees no name. */
export async function listMessages(tx: Tx, { kind, state, cursor, limit }: Asked) {
  const before = readIdCursor(cursor) ?? Number.MAX_SAFE_INTEGER;
  const rows = await tx.rows(sql<Row>`
    select m.id, m.kind, m.count, m.facts, m.path, m.at, m.read_at is not null as read, h.head_name, v.name as village_name
    from messages m
    left join cases c on c.county_code = m.county_code and c.id = m.case_id
    left join households h on h.county_code = c.county_code and h.id = c.household_id
    left join regions v on v.code = c.village_code
    where m.account_id = ${tx.actor.accountId} and not m.held and m.id < ${before}
      ${kind ? sql`and m.kind = ${kind}` : sql``}
      ${state ? sql`and (m.read_at is null) = ${state === 'unread'}` : sql``}
    order by m.id desc limit ${limit + 1}`);
  const items = rows.slice(0, limit).map(({ headName, villageName, ...row }) => ({
    ...row,
    ...(headName === null ? {} : { headName }),
    ...(villageName === null ? {} : { villageName }),
  }));
  return { items, ...(rows.length > limit ? { next: String(items.at(-1)?.id) } : {}) };
}

/** Without ids all that are shown. Answers how many were unread. */
export async function markRead(tx: Tx, ids: readonly number[] | undefined): Promise<number> {
  return tx.run(sql`update messages set read_at = now() where account_id = ${tx.actor.accountId} and read_at is null
    and not held ${ids ? sql`and id = any(${ids}::bigint[])` : sql``}`);
}

/** Of every kind that can be chosen; what was never chosen is told at once. */
export async function readModes(tx: Tx): Promise<Partial<Record<MessageKind, Mode>>> {
  const rows = await tx.rows(sql<{ kind: MessageKind; mode: Mode }>`
    select kind, mode from message_settings where account_id = ${tx.actor.accountId}`);
  const kept = new Map(rows.map(({ kind, mode }) => [kind, mode]));
  return Object.fromEntries(CHOSEN_KINDS.map((kind) => [kind, kept.get(kind) ?? 'at-once']));
}

export async function saveModes(tx: Tx, modes: Partial<Record<MessageKind, Mode>>): Promise<void> {
  const chosen = Object.entries(modes).filter(([kind]) => kind !== 'summary');
  await tx.run(sql`insert into message_settings (account_id, kind, mode)
    select ${tx.actor.accountId}, s.kind, s.mode
    from unnest(${chosen.map(([kind]) => kind)}::text[], ${chosen.map(([, mode]) => mode)}::text[]) s (kind, mode)
    on conflict (account_id, kind) do update set mode = excluded.mode`);
}
