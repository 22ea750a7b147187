// The sealed entries of an area and some days as lines of a file that can be checked without this database.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Asks } from '../db.ts';
import type { Keys } from '../keys.ts';
import { endLine, endText, entryLine, headLine, otherLine, sealLine, stateLine } from './audit-file.ts';
import { NO_SEAL, type Seal, signingKey } from './seal.ts';

const SEALS_AT_ONCE = 500;
const ENTRIES_AT_ONCE = 5_000;

/** Six-digit areas and days, both ends included. */
export type AuditScope = { low: number; high: number; from: string; to: string; madeBy: string };

type SealRow = Seal & { signature: string; archivedAt: string | null };
type ChainRow = { number: number; hash: string };
type EntryRow = { id: number; leaf: string; text: string | null };

async function publicKeys(tx: Asks): Promise<Record<string, string>> {
  const rows = await tx.rows(sql<{ id: string; publicKey: string }>`select id, public_key from audit_keys order by id`);
  return Object.fromEntries(rows.map(({ id, publicKey }) => [id, publicKey]));
}

async function bounds(tx: Asks, { low, high, from, to }: AuditScope): Promise<{ first: number; last: number }> {
  const found = await tx.first(sql<{ first: number | null; last: number | null }>`
    select min(number) as first, max(number) as last from audit_seals
    where area_code between ${low} and ${high} and day between ${from}::date and ${to}::date`);
  return { first: found?.first ?? 1, last: found?.last ?? 0 };
}

function sealsOf(tx: Asks, scope: AuditScope, first: number, last: number): Promise<SealRow[]> {
  const { low, high, from, to } = scope;
  return tx.rows(sql<SealRow>`
    select number, area_code as area, day::text, entries, encode(root, 'hex') as root, encode(previous, 'hex') as previous,
      sealed_at, key_id as key, replace(encode(signature, 'base64'), E'\n', '') as signature, archived_at
    from audit_seals where number between ${first} and ${last} and area_code between ${low} and ${high}
      and day between ${from}::date and ${to}::date order by number`);
}

async function* entriesOf(tx: Asks, seal: Seal): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await tx.rows(sql<EntryRow>`
      select l.entry_id as id, encode(l.leaf, 'hex') as leaf, case when e.id is not null then audit_text(e) end as text
      from audit_leaves l left join audit_entries e on e.id = l.entry_id
      where l.seal_number = ${seal.number} and l.entry_id > ${after} order by l.entry_id limit ${sql.lit(ENTRIES_AT_ONCE)}`);
    for (const { leaf, text } of rows) yield entryLine(leaf, text ?? undefined);
    if (rows.length < ENTRIES_AT_ONCE) return;
    after = rows.at(-1)?.id ?? after;
  }
}

async function state(tx: Asks, { low, high, from, to }: AuditScope): Promise<string> {
  const unsealed = await tx.first(sql<{ n: number }>`
    select count(*)::int as n from audit_entries e
    where e.region_code between ${low}::bigint * 1000000 and ${high}::bigint * 1000000 + 999999
      and e.at >= greatest(${from}::date::timestamp at time zone 'Asia/Shanghai', now() - interval '2 days')
      and e.at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'
      and not exists (select from audit_leaves l where l.entry_id = e.id)`);
  return stateLine({ unsealed: unsealed?.n ?? 0, last: await lastOfChain(tx) });
}

/** The newest seal, of whichever area. */
export async function lastOfChain(tx: Asks): Promise<ChainRow> {
  const last = await tx.first(sql<ChainRow>`select number, encode(hash, 'hex') as hash from last_audit_seal()`);
  return last ?? { number: 0, hash: NO_SEAL };
}

function chain(tx: Asks, low: number, high: number): Promise<ChainRow[]> {
  return tx.rows(sql<ChainRow>`select number, encode(hash, 'hex') as hash from audit_chain(${low}, ${high})`);
}

async function* bodyOf(tx: Asks, scope: AuditScope): AsyncGenerator<string> {
  const { low, high, from, to, madeBy } = scope;
  const keys = await publicKeys(tx);
  yield headLine({ version: 1, low, high, from, to, madeAt: new Date().toISOString(), madeBy, keys });
  const { first, last } = await bounds(tx, scope);
  for (let at = first; at <= last; at += SEALS_AT_ONCE) {
    const end = Math.min(last, at + SEALS_AT_ONCE - 1);
    const own = new Map((await sealsOf(tx, scope, at, end)).map((seal) => [seal.number, seal]));
    for (const other of await chain(tx, at, end)) {
      const seal = own.get(other.number);
      if (!seal) {
        yield otherLine({ other });
        continue;
      }
      const { signature, archivedAt } = seal;
      yield sealLine({ seal, signature, ...(archivedAt === null ? {} : { archived: archivedAt }) });
      yield* entriesOf(tx, seal);
    }
  }
  yield await state(tx, scope);
}

/** Every line with its end, the last one signing all before it. */
export async function* auditLines(tx: Asks, scope: AuditScope, keys: Keys): AsyncGenerator<string> {
  const { id, sign } = signingKey(keys);
  const hash = createHash('sha256');
  let lines = 0;
  for await (const line of bodyOf(tx, scope)) {
    const text = `${line}\n`;
    hash.update(text);
    lines += 1;
    yield text;
  }
  const end = { lines, sha256: hash.digest('hex'), key: id };
  yield `${endLine({ end, signature: sign(endText(end)) })}\n`;
}
