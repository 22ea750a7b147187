// What an account holds: households it is responsible for. It goes over by an action of each case, so that the record of the
// case says who had it until when; one transaction for each, and a repeat goes on where the first stopped.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { act, CASE_COLUMNS, CASE_JOINS, type CaseOfHousehold, type CasesHooks } from '../../cases/server/index.ts';
import { MOST_MOVED } from '../domain/contract.ts';
import '../domain/problems.ts';

type Person = { accountId: number; name: string };
type Held = CaseOfHousehold & { version: number };

async function personAtWork(tx: Tx, accountId: number): Promise<Person> {
  const found = await tx.first(
    sql<Person>`select account_id, name from people_at_work() where account_id = ${accountId}`,
  );
  if (!found) throw new Problem('handover.nobody');
  return found;
}

const heldBy = (accountId: number) => sql`c.responsible_account = ${accountId} and c.ended_on is null`;

export async function countHeld(tx: Tx, accountId: number): Promise<number> {
  const row = await tx.first(sql<{ n: number }>`select count(*)::int as n from cases c where ${heldBy(accountId)}`);
  return row?.n ?? 0;
}

/** Those in the area of whoever asks, by village. */
export async function listHeld(tx: Tx, accountId: number) {
  const { name } = await personAtWork(tx, accountId);
  const items = await tx.rows(sql<Held>`select ${CASE_COLUMNS}, c.version from cases c ${CASE_JOINS}
    where ${heldBy(accountId)} order by c.village_code, c.id limit ${MOST_MOVED}`);
  return { name, total: await countHeld(tx, accountId), items };
}

type Moving = { accountId: number; to: number; reason: string };

export async function moveHeld(
  { db, actor, services }: OperationContext,
  { accountId, to, reason }: Moving,
  hooks: Pick<CasesHooks, 'onActed'>,
) {
  if (accountId === to) throw new Problem('handover.same');
  const { from, receiver } = await db.read(actor, async (tx) => ({
    from: await listHeld(tx, accountId),
    receiver: await personAtWork(tx, to),
  }));
  if (from.total === 0) throw new Problem('handover.nothing', { name: from.name });
  const now = { day: dayOn(services.clock), at: services.clock().toISOString() };
  const detail = { responsible: receiver.name, responsibleAccount: to, unit: '', reason };
  const refused: { headName: string; reason: string }[] = [];
  for (const { countyCode, id, version, headName } of from.items) {
    try {
      await db.write(actor, undefined, (tx) =>
        act(
          tx,
          services.keys,
          { countyCode, id, kind: 'hand-over', version, detail },
          { now, files: async () => new Map(), hooks },
        ),
      );
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ headName, reason: error.message });
    }
  }
  const moved = from.items.length - refused.length;
  return { moved, left: from.total - moved, refused };
}
