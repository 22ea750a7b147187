// A person decides who an ambiguous row is about. The decision holds for every row with the same ID, name and village, now
// and in later files; a row without a usable ID speaks for itself alone.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import { findAppliedResult, recordApplied } from '../../../platform/server/applied-requests.ts';
import type { Database, Outcome, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { feedTable } from '../domain/feed-definition.ts';
import { serialColumn } from './feed-tables.ts';
import { getFeed } from './loading/load-batch.ts';
import { getStrayRow, isRemembered, listCandidates, type StrayRow } from './review.ts';
import { recountSerials } from './serials/serial-counts.ts';

export type Decision = { requestId: string; batchId: number; line: number; personId?: number | undefined };

type Chosen = { personId: number; householdId: number; countyCode: number };

/** Answers how many rows the decision settled; the same request again answers the same and changes nothing. */
export async function decideMatch(
  db: Database,
  keys: Keys,
  actor: Actor,
  decision: Decision,
): Promise<{ rows: number }> {
  const { requestId, batchId, line, personId } = decision;
  // Under the actor's area: the row and the chosen person must be there for this account.
  const { stray, chosen } = await db.read(actor, async (tx) => {
    const row = await getStrayRow(tx, batchId, line);
    const people = personId === undefined ? [] : await listCandidates(tx, row.candidates);
    return { stray: row, chosen: people.find((person) => person.personId === personId) };
  });
  if (personId !== undefined && !chosen) throw new Problem('feeds.not-a-candidate');
  return db.bulk(actor, async (tx) => {
    const applied = await findAppliedResult<{ rows: number }>(tx, requestId);
    if (applied) return { result: applied.result, audit: [] };
    const outcome = await settle(tx, stray, chosen, isRemembered(stray, keys));
    await recordApplied(tx, requestId, outcome.result);
    return outcome;
  });
}

type Settled = { batchId: number; line: number; dataset: string; part: number };

async function settle(
  tx: Tx,
  stray: StrayRow,
  chosen: Chosen | undefined,
  remembered: boolean,
): Promise<Outcome<{ rows: number }>> {
  const { actor } = tx;
  const method = chosen ? 'decided' : 'not-in-registry';
  const same = !remembered
    ? sql`s.batch_id = ${stray.batchId} and s.line = ${stray.line}`
    : sql`s.id_key = (select id_key from stray_rows where batch_id = ${stray.batchId} and line = ${stray.line})
          and s.name = ${stray.name} and s.village_code is not distinct from ${stray.villageCode}`;
  const rows = await tx.rows(sql<Settled>`
    update stray_rows s set method = ${method}, county_code = ${chosen?.countyCode ?? null},
      household_id = ${chosen?.householdId ?? null}, person_id = ${chosen?.personId ?? null},
      decided_by = ${actor.name}, decided_at = now()
    from feed_batches b where b.id = s.batch_id and b.state = 'loaded' and s.method = 'ambiguous' and ${same}
    returning s.batch_id, s.line, b.dataset, b.part`);
  if (rows.length === 0) throw new Problem('feeds.already-decided', { by: stray.decidedBy ?? '他人' });
  for (const row of rows) await settleRow(tx, row, method, chosen);
  for (const row of rows) await recountRow(tx, row);
  if (remembered) await remember(tx, stray, chosen);
  if (chosen)
    await tx.run(sql`insert into pending_rescreens (household_id, village_code)
      select id, village_code from households where county_code = ${chosen.countyCode} and id = ${chosen.householdId}`);
  const audit = {
    operation: 'feeds.decide-match',
    subjectKind: 'stray-row',
    subjectId: `${stray.batchId}/${stray.line}`,
    ...(chosen ? { householdId: chosen.householdId, personId: chosen.personId } : {}),
    after: { method, rows: rows.length },
  };
  return { result: { rows: rows.length }, audit };
}

async function settleRow(tx: Tx, row: Settled, method: string, chosen: Chosen | undefined): Promise<void> {
  const table = `${feedTable(getFeed(row.dataset))}_p${row.part}`;
  await tx.run(sql`
    update ${sql.table(table)} set method = ${method}, county_code = ${chosen?.countyCode ?? null},
      household_id = ${chosen?.householdId ?? null}, person_id = ${chosen?.personId ?? null}
    where batch_id = ${row.batchId} and line = ${row.line} and household_id is null`);
  await tx.run(sql`
    update feed_batches set counts = jsonb_set(jsonb_set(counts, '{methods,ambiguous}',
        to_jsonb(greatest(coalesce((counts #>> '{methods,ambiguous}')::int, 1) - 1, 0))),
      array['methods', ${method}], to_jsonb(coalesce((counts #>> array['methods', ${method}])::int, 0) + 1))
    where id = ${row.batchId}`);
}

/** Whose bill it is may say that another office handed in the same one. */
async function recountRow(tx: Tx, { dataset, part, batchId, line }: Settled): Promise<void> {
  const definition = getFeed(dataset);
  const serial = serialColumn(definition);
  if (!serial) return;
  await tx.script(`
    create temp table settled_serial on commit drop as
    select serial_hash, ${serial} from ${feedTable(definition)}_p${part} where batch_id = ${batchId} and line = ${line};`);
  await recountSerials(tx, definition, 'settled_serial');
  await tx.script('drop table settled_serial');
}

async function remember(tx: Tx, stray: StrayRow, chosen: Chosen | undefined): Promise<void> {
  await tx.run(sql`
    insert into match_decisions (identity_key, name, village_code, person_id, county_code, household_id, account_id, account_name)
    select s.id_key, s.name, s.village_code, ${chosen?.personId ?? null}::bigint, ${chosen?.countyCode ?? null}::int,
      ${chosen?.householdId ?? null}::bigint, ${tx.actor.accountId}, ${tx.actor.name}
    from stray_rows s where s.batch_id = ${stray.batchId} and s.line = ${stray.line}
    on conflict on constraint match_decisions_row do update set person_id = excluded.person_id,
      county_code = excluded.county_code, household_id = excluded.household_id, account_id = excluded.account_id,
      account_name = excluded.account_name, at = now()`);
}
