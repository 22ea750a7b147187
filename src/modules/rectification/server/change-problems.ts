// What is done with problems beside their steps: one sentence split into several, two sources of one problem linked, a card proposed.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { addRecord, changeRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools, Values } from '../../../platform/server/registers/typed-rows.ts';
import { cardRegister } from '../domain/registers/card-register.ts';
import { nextNumber } from '../domain/similar.ts';
import '../domain/problems.ts';
import { openProblems } from './open-problems.ts';
import { problems } from './problem-sql.ts';
import { proposedCards } from './read-overview.ts';
import { findProblem } from './read-problem.ts';

const cards = cardRegister as unknown as RegisterDefinition;

type Linked = { kind: 'part' | 'twin' | 'similar'; from: string; to: string; placeCode: number };

export async function linkProblems(tx: Tx, links: readonly Linked[]): Promise<void> {
  await tx.run(sql`insert into problem_links (kind, problem_number, other_number, place_code, account_name)
    select l.kind, l."from", l."to", l.place, ${tx.actor.name}
    from jsonb_to_recordset(${JSON.stringify(links.map(({ placeCode, ...one }) => ({ ...one, place: placeCode })))}::jsonb)
      l (kind text, "from" text, "to" text, place bigint)
    on conflict do nothing`);
}

/** Numbers that begin with that of the problem, also those that the reader does not see: taken in turn. */
export async function takenNumbers(tx: Tx, origin: string): Promise<string[]> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`problems ${origin}`}, 0))`);
  const rows = await tx.rows(sql<{ number: string }>`
    select number from problems where starts_with(number, ${`${origin}-`}) union
    select other_number from problem_links where problem_number = ${origin} limit 5000`);
  return rows.map(({ number }) => number);
}

/** What a problem says that is made of another one. */
export async function inherited(tx: Tx, number: string): Promise<Values> {
  const row =
    await tx.first<Values>(sql`select problem_source, reported_back_on::text, feedback_document_no, problem_kind,
      problem_nature, lead_unit, responsible_unit, duty_post, rectification_kind, rectify_by::text
    from problems where number = ${number}`);
  return row ?? {};
}

type Part = { wording: string; regionCode: number; unit: string };

/** Only before the region or county set to work on it; what refers to it would be left behind. */
const SPLITTABLE = new Set(['entered', 'assigned']);

export async function splitProblem(
  tx: Tx,
  tools: RecordTools,
  { number, parts }: { number: string; parts: readonly Part[] },
): Promise<Outcome<{ numbers: string[] }>> {
  const whole = await findProblem(tx, number);
  if (whole.isVoided || !SPLITTABLE.has(whole.state)) throw new Problem('rectification.not-splittable', { number });
  const taken = await takenNumbers(tx, number);
  const values = await inherited(tx, number);
  const numbers: string[] = [];
  const audit: AuditEntry[] = [];
  for (const { wording, regionCode, unit } of parts) {
    const made = nextNumber(number, '', [...taken, ...numbers]);
    const added = await addRecord(tx, tools, problems, {
      ...{ ...values, number: made, regionCode, problemWording: wording, responsibleUnit: unit },
    });
    numbers.push(made);
    audit.push({ ...added.audit, operation: 'rectification.split' });
  }
  await linkProblems(
    tx,
    // Whoever has a part is told what it is a part of.
    numbers.map((to, i) => ({ kind: 'part', from: number, to, placeCode: parts[i]?.regionCode ?? whole.placeCode })),
  );
  const { countyCode, id } = whole;
  const version = await versionOf(tx, whole);
  const reason = `拆分为${numbers.join('、')}`;
  const voided = await changeRecord(tx, tools, problems, {
    ...{ countyCode, id, version, values: { voided: true, voidReason: reason } },
  });
  return { result: { numbers }, audit: [...audit, { ...voided.audit, operation: 'rectification.split', reason }] };
}

async function versionOf(tx: Tx, { countyCode, id }: { countyCode: number; id: number }): Promise<string> {
  const row = await tx.first(sql<{
    version: string;
  }>`select (extract(epoch from recorded_at) * 1000000)::bigint::text as version
    from problems where county_code = ${countyCode} and id = ${id}`);
  return row?.version ?? '';
}

/** Twins come from different papers; the same paper says a thing once. */
export async function linkTwin(
  tx: Tx,
  { number, other, ends }: { number: string; other: string; ends: boolean },
): Promise<Outcome<Record<string, never>>> {
  const one = await findProblem(tx, number);
  const two = await findProblem(tx, other);
  if (number === other || (one.source === two.source && one.documentNo === two.documentNo))
    throw new Problem('rectification.same-source', { number, other });
  const [from = number, to = other] = [number, other].sort();
  if (ends)
    await tx.run(sql`update problem_links set ended_at = now() where kind = 'twin' and problem_number = ${from}
      and other_number = ${to} and ended_at is null`);
  else await linkProblems(tx, [{ kind: 'twin', from, to, placeCode: one.placeCode }]);
  return {
    result: {},
    audit: {
      ...{ operation: 'rectification.link', subjectKind: problems.record, subjectId: one.id },
      ...{ regionCode: one.placeCode, after: { number, other, ends } },
    },
  };
}

/** The card that the days propose for the problem, as a row that the region decides on. Throws `rectification.no-card`. */
export async function proposeCard(
  tx: Tx,
  tools: RecordTools,
  number: string,
  today: PlainDate,
): Promise<Outcome<{ countyCode: number; id: number }>> {
  const on = formatDate(today);
  const open = await openProblems(tx, WHOLE_REGION, on, number);
  const [card] = await proposedCards(tx, WHOLE_REGION, open, today);
  if (!card) throw new Problem('rectification.no-card', { number });
  const { problem, colour, reason, daysLate } = card;
  const added = await addRecord(tx, tools, cards, {
    ...{ toUnit: problem.unit, regionCode: problem.placeCode, problemNumber: number, colour, proposedOn: on },
    reason: daysLate > 0 ? `${reason}（逾期 ${daysLate} 天）` : reason,
  });
  return { result: added.key, audit: { ...added.audit, operation: 'rectification.propose-card' } };
}
