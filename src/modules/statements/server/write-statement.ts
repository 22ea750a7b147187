// A statement begun, written, confirmed and submitted.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { nextNumber } from '../../../platform/server/registers/next-number.ts';
import { addRecord, changeRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { getRegion } from '../../regions/server/index.ts';
import { KINDS } from '../domain/kinds.ts';
import '../domain/problems.ts';
import { checkTemplate, floorsLeftOut } from '../domain/render.ts';
import type { StatementKind } from '../domain/statement-register.ts';
import { appendixOf, byId, countStatement, renderCounted } from './count-figures.ts';
import { isDraft, type Key, statementHead, statements, statementText } from './load-statement.ts';

export type Begun = {
  kind: StatementKind;
  area: number;
  title: string;
  asOf: string;
  publishOn: string;
  fresh: boolean;
};

type Text = { body: string; allowed: readonly string[] };

/** The newest text of its kind that was approved for the area: the next one begins with it. */
async function lastText(tx: Tx, kind: StatementKind, area: number): Promise<Text | undefined> {
  return tx.first<Text>(sql`select x.body, x.allowed from statements t
    join statement_texts x on x.county_code = t.county_code and x.statement_id = t.id
    where t.kind = ${kind} and t.region_code = ${area}::bigint and t.approved_on is not null and not t.voided
    order by t.as_of desc, t.id desc, x.version desc limit 1`);
}

async function keepText(tx: Tx, key: Key, area: number, version: number, { body, allowed }: Text): Promise<void> {
  await tx.run(sql`insert into statement_texts
      (county_code, statement_id, version, place_code, body, allowed, account_id, account_name)
    values (${key.countyCode}::int, ${key.id}::bigint, ${version}::int, ${area}::bigint, ${body}, ${[...allowed]}::text[],
      ${tx.actor.accountId}::bigint, ${tx.actor.name})`);
}

/** Throws `statements.ahead`, `statements.order`. */
export async function draftStatement(
  tx: Tx,
  tools: RecordTools,
  { kind, area, title, asOf, publishOn, fresh }: Begun,
  today: number,
): Promise<Outcome<Key & { number: string }>> {
  if (asOf > formatDate(today)) throw new Problem('statements.ahead', { day: asOf });
  if (publishOn < asOf) throw new Problem('statements.order');
  await getRegion(tx, area);
  const number = await nextNumber(
    tx,
    'statement_numbers',
    `${KINDS[kind].prefix}${asOf.slice(0, 7).replace('-', '')}`,
    4,
  );
  const { key, audit } = await addRecord(tx, tools, statements, {
    kind,
    number,
    regionCode: area,
    title,
    asOf,
    publishOn,
  });
  const text = (fresh ? undefined : await lastText(tx, kind, area)) ?? { body: KINDS[kind].template, allowed: [] };
  await keepText(tx, key, area, 1, text);
  return { result: { ...key, number }, audit: { ...audit, operation: 'statements.draft' } };
}

/** The statement, locked, as a draft whose newest text is this version. Throws `statements.not-draft`, `statements.changed`. */
async function lockedDraft(tx: Tx, key: Key, version: number) {
  await tx.run(sql`select from statements t
    where t.county_code = ${key.countyCode}::int and t.id = ${key.id}::bigint for update`);
  const [head, text] = [await statementHead(tx, key), await statementText(tx, key)];
  if (!isDraft(head)) throw new Problem('statements.not-draft');
  if (text.version !== version) throw new Problem('statements.changed', { by: text.savedBy });
  return { head, text };
}

function refuseFaults({ body, allowed }: Text): void {
  const [first, ...more] = checkTemplate(body, allowed);
  if (first) throw new Problem('statements.faults', { ...first, more: more.length });
}

/** Throws `statements.faults`, `statements.not-draft`, `statements.changed`. */
export async function saveText(
  tx: Tx,
  { version, body, allowed, ...key }: Key & Text & { version: number },
): Promise<Outcome<{ version: number }>> {
  refuseFaults({ body, allowed });
  const { head } = await lockedDraft(tx, key, version);
  await keepText(tx, key, head.regionCode, version + 1, { body, allowed });
  return {
    result: { version: version + 1 },
    audit: {
      ...{ operation: 'statements.save', subjectKind: 'statement', subjectId: key.id, regionCode: head.regionCode },
      after: { number: head.number, version: version + 1 },
    },
  };
}

type Confirming = Key & { requestId: string; claim: string; confirmed: boolean };

/** A person says what no number says, with the own name. Throws `statements.no-claim`, `statements.not-draft`. */
export async function confirmClaim(
  context: OperationContext,
  { requestId, claim, confirmed, ...key }: Confirming,
): Promise<Record<string, never>> {
  const claims = confirmed ? renderCounted(await countStatement(context, key)).claims : [];
  if (confirmed && !claims.some((one) => one.key === claim && one.holds))
    throw new Problem('statements.no-claim', { claim: claim.split('：').at(-1) ?? claim });
  return context.db.write(context.actor, requestId, async (tx) => {
    const head = await statementHead(tx, key);
    if (!isDraft(head)) throw new Problem('statements.not-draft');
    await tx.run(sql`insert into statement_claims
        (county_code, statement_id, place_code, claim, is_confirmed, account_id, account_name)
      values (${key.countyCode}::int, ${key.id}::bigint, ${head.regionCode}::bigint, ${claim}, ${confirmed},
        ${tx.actor.accountId}::bigint, ${tx.actor.name})`);
    return {
      result: {},
      audit: {
        ...{
          operation: 'statements.confirm',
          subjectKind: 'statement',
          subjectId: key.id,
          regionCode: head.regionCode,
        },
        after: { number: head.number, claim, confirmed },
      },
    };
  });
}

/** Frozen with the values of this moment. Throws `statements.floor-left-out`, `statements.faults` and as `lockedDraft` does. */
export async function submitStatement(
  context: OperationContext,
  { tools, dues }: { tools: RecordTools; dues: readonly Due[] },
  { requestId, version, ...key }: Key & { requestId: string; version: number },
): Promise<{ figures: number }> {
  const counted = await countStatement(context, key);
  const { figures, text } = counted;
  refuseFaults(text);
  const leftOut = floorsLeftOut(renderCounted(counted), byId(figures));
  if (leftOut.length > 0)
    throw new Problem('statements.floor-left-out', { names: leftOut.map(({ name }) => `“${name}”`).join('、') });
  const appendix = KINDS[counted.head.kind].hasAppendix ? await appendixOf(context, dues, counted) : null;
  const today = formatDate(dayOn(context.services.clock));
  return context.db.write(context.actor, requestId, async (tx) => {
    const { head } = await lockedDraft(tx, key, version);
    await tx.run(sql`insert into statement_values
        (county_code, statement_id, run, place_code, text_version, figures, appendix, account_id, account_name)
      select ${key.countyCode}::int, ${key.id}::bigint, coalesce(max(v.run), 0) + 1, ${head.regionCode}::bigint, ${version}::int,
        ${JSON.stringify(figures)}::jsonb, ${appendix && JSON.stringify(appendix)}::jsonb, ${tx.actor.accountId}::bigint, ${tx.actor.name}
      from statement_values v where v.county_code = ${key.countyCode}::int and v.statement_id = ${key.id}::bigint`);
    const values = { submittedOn: today };
    const { audit } = await changeRecord(tx, tools, statements, { ...key, version: head.rowVersion, values });
    const result = { figures: figures.length };
    return { result, audit: { ...audit, operation: 'statements.submit', after: { number: head.number, ...result } } };
  });
}
