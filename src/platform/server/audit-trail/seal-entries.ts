// Seals what was written since the last time. Entries become visible when their transaction ends, in any order: a seal holds what
// it finds, and what comes late goes into a later one of the same day. One at a time, or the chain would fork.

import { sql } from 'kysely';
import { systemActor } from '../actor.ts';
import type { Database, Tx } from '../db.ts';
import type { Keys } from '../keys.ts';
import { NO_SEAL, type Seal, sealText, sha256, signingKey } from './seal.ts';

const SEALER = systemActor('audit');
/** In one transaction. */
const AT_ONCE = 200_000;
/** No transaction lasts longer. What all the same did is found by the first look after a start, which goes through everything. */
const LOOK_BACK_DAYS = 2;

type Group = { number: number; area: number; day: string; entries: number; root: string; last: number };

/** Fingerprints of the entries that no seal holds, into groups that are numbered on. */
async function gather(tx: Tx, sealed: number, since: Since): Promise<Group[]> {
  const from = since.everything ? sql`` : sql`and e.at > now() - make_interval(days => ${sql.lit(LOOK_BACK_DAYS)})`;
  return tx.rows(sql<Group>`
    with unsealed as materialized (
      select e.id, (e.region_code / 1000000)::int as area, (e.at at time zone 'Asia/Shanghai')::date as day,
        sha256(convert_to(audit_text(e), 'UTF8')) as leaf
      from audit_entries e
      where e.id > ${since.after} ${from} and not exists (select from audit_leaves l where l.entry_id = e.id)
      order by e.id limit ${sql.lit(AT_ONCE)}),
    groups as (
      select area, day, count(*)::int as entries, max(id) as last, sha256(string_agg(leaf, ''::bytea order by id)) as root,
        ${sealed}::bigint + row_number() over (order by day, area) as number
      from unsealed group by area, day),
    kept as (
      insert into audit_leaves (entry_id, seal_number, leaf)
      select u.id, g.number, u.leaf from unsealed u join groups g using (area, day))
    select number, area, day::text, entries, encode(root, 'hex') as root, last from groups order by number`);
}

type Last = { number: number; hash: string };

async function lastSeal(tx: Tx): Promise<Last> {
  const last = await tx.first(sql<Last>`
    select number, encode(hash, 'hex') as hash from audit_seals order by number desc limit 1`);
  return last ?? { number: 0, hash: NO_SEAL };
}

type Sealed = Seal & { hash: string; signature: string };

function signed(groups: readonly Group[], last: Last, keys: Keys): Sealed[] {
  const { id: key, sign } = signingKey(keys);
  const sealedAt = new Date().toISOString();
  let { hash: previous } = last;
  return groups.map(({ number, area, day, entries, root }) => {
    const seal: Seal = { number, area, day, entries, root, previous, sealedAt, key };
    const text = sealText(seal);
    const hash = sha256(text);
    previous = hash;
    return { ...seal, hash, signature: sign(text) };
  });
}

async function keepSeals(tx: Tx, seals: readonly Sealed[], keys: Keys): Promise<void> {
  const { id, publicKey } = signingKey(keys);
  await tx.run(sql`insert into audit_keys (id, public_key) values (${id}, ${publicKey}) on conflict do nothing`);
  await tx.run(sql`
    insert into audit_seals (number, area_code, day, entries, root, previous, hash, key_id, signature, sealed_at)
    select number, area, day, entries, decode(root, 'hex'), decode(previous, 'hex'), decode(hash, 'hex'), key,
      decode(signature, 'base64'), "sealedAt"
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) as s (number bigint, area int, day date, entries int, root text,
      previous text, hash text, key text, signature text, "sealedAt" text)`);
}

type Since = { everything: boolean; after: number };

/** One pass; answers the last entry it took, undefined when there was none. */
async function sealSome(
  db: Database,
  keys: Keys,
  since: Since,
): Promise<{ entries: number; last: number } | undefined> {
  return db.bulk(SEALER, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(15000238)`);
    const before = await lastSeal(tx);
    const groups = await gather(tx, before.number, since);
    if (groups.length === 0) return { result: undefined, audit: [] };
    await keepSeals(tx, signed(groups, before, keys), keys);
    const entries = groups.reduce((sum, group) => sum + group.entries, 0);
    return { result: { entries, last: Math.max(...groups.map(({ last }) => last)) }, audit: [] };
  });
}

/** Answers how many entries were sealed. `everything` looks at entries of all times, not only of the last days. */
export async function sealEntries(db: Database, keys: Keys, everything = false): Promise<number> {
  let total = 0;
  for (let after = 0; ; ) {
    const found = await sealSome(db, keys, { everything, after });
    if (!found) return total;
    total += found.entries;
    after = found.last;
  }
}
