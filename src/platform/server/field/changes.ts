// What changed since a phone asked last, without a log of changes: every row knows the transaction that wrote it (`xmin`). A phone
// is told the oldest transaction that was still open when it asked; whatever is written by that one or a later one goes to it the
// next time, also what was begun before and is committed after. A row may go twice, none is missed, and nothing is written down
// for it, so that an import of millions costs what it costs (docs/decisions/0032).

import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import type { Tx } from '../db.ts';

/** Numbers of transactions as they are counted without end; `oldest` was open when it was asked, `next` is not given out yet. */
export type Horizon = { oldest: number; next: number };

/**
 * Asked before anything else is read: what is committed meanwhile is then read twice, not missed. Transactions of other databases of
 * the cluster, which may be open for hours, write nothing of ours; one is theirs where a session of theirs holds its number.
 */
export async function readHorizon(tx: Tx): Promise<Horizon> {
  const row = await tx.kept.first(sql<{ oldest: string; next: string }>`
    with now as materialized (select pg_current_snapshot() as seen),
      elsewhere as materialized (select l.transactionid as xid from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'transactionid' and l.granted and l.mode = 'ExclusiveLock'
          and a.datid <> (select oid from pg_database where datname = current_database()))
    select coalesce((select x from pg_snapshot_xip(seen) x where x::xid not in (select xid from elsewhere) order by x limit 1),
      pg_snapshot_xmax(seen))::text as oldest, pg_snapshot_xmax(seen)::text as next from now`);
  return { oldest: Number(row?.oldest ?? 0), next: Number(row?.next ?? 0) };
}

/** Rows keep 32 bits of the number: over so many transactions they would look new again. */
const MOST_BEHIND = 1_000_000_000;
const XID = 2 ** 32;

export const isTooOld = (since: number, { next }: Horizon) => next - since > MOST_BEHIND;

/** A condition over the rows of an alias: written by `since` or later. */
export function changedSince(alias: string, since: number | undefined): RawBuilder<boolean> {
  if (since === undefined) return sql`true`;
  return sql`age(${sql.raw(alias)}.xmin) <= age(${String(since % XID)}::text::xid)`;
}

/** How many rows of a kind there are, and a sum over their ids: another one means that some came or went. */
const census = z.tuple([z.number(), z.string()]);
export type Census = z.output<typeof census>;

const token = z.object({
  /** Of the office that gave it. */
  epoch: z.string(),
  since: z.number().int().min(0),
  /** Whose rows, and of what area. */
  scope: z.string(),
  day: z.number().int(),
  /** When everything was taken along. */
  begun: z.string(),
  there: z.record(z.string(), census),
  /** Of the program that asked. */
  shape: z.string().optional(),
});
export type Token = z.output<typeof token>;

export const writeToken = (given: Token) => Buffer.from(JSON.stringify(given)).toString('base64url');

/** Undefined for what is none: then everything goes. */
export function readToken(text: string | undefined): Token | undefined {
  if (text === undefined) return undefined;
  try {
    return token.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
