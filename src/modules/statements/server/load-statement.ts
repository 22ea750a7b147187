// One statement with its text, what was confirmed of it and the values it was submitted with.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { stateOf } from '../../../kernel/register/states.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { ToldFigure } from '../../figures/server/index.ts';
import { getRegion } from '../../regions/server/index.ts';
import type { Appendix } from '../domain/appendix.ts';
import '../domain/problems.ts';
import { STATEMENT_STATES, type StatementKind, statementRegister } from '../domain/statement-register.ts';

export const statements = statementRegister as unknown as RegisterDefinition;

export type Key = { countyCode: number; id: number };

export type Head = Key & {
  kind: StatementKind;
  number: string;
  title: string;
  regionCode: number;
  asOf: string;
  publishOn: string;
  speakers: string | null;
  submittedOn: string | null;
  approvedOn: string | null;
  /** Of the row, for whoever changes it. */
  rowVersion: string;
};

/** Throws `statements.not-found`. */
export async function statementHead(tx: Tx, { countyCode, id }: Key): Promise<Head> {
  const head =
    await tx.first<Head>(sql`select t.county_code, t.id, t.kind, t.number, t.title, t.region_code, t.as_of::text,
      t.publish_on::text, t.speakers, t.submitted_on::text, t.approved_on::text,
      (extract(epoch from t.recorded_at) * 1000000)::bigint::text as row_version
    from statements t where t.county_code = ${countyCode}::int and t.id = ${id}::bigint and not t.voided`);
  if (!head) throw new Problem('statements.not-found');
  return head;
}

export const isDraft = (head: Head): boolean => stateOf(STATEMENT_STATES, head) === 'draft';

export type StatementText = {
  version: number;
  body: string;
  allowed: string[];
  accountId: number;
  savedBy: string;
  savedAt: string;
};

/** The newest version. Throws `statements.not-found`. */
export async function statementText(tx: Tx, { countyCode, id }: Key): Promise<StatementText> {
  const text = await tx.first<StatementText>(sql`select version, body, allowed, account_id::int as account_id,
      account_name as saved_by, saved_at::text
    from statement_texts where county_code = ${countyCode}::int and statement_id = ${id}::bigint
    order by version desc limit 1`);
  if (!text) throw new Problem('statements.not-found');
  return text;
}

export type Confirmed = { claim: string; by: string; at: string };

/** What the last word on each claim confirmed. */
export async function confirmedClaims(tx: Tx, { countyCode, id }: Key): Promise<Confirmed[]> {
  return tx.rows<Confirmed>(sql`select c.claim, c.account_name as by, c.said_at::text as at
    from (select distinct on (claim) * from statement_claims
      where county_code = ${countyCode}::int and statement_id = ${id}::bigint order by claim, id desc limit 500) c
    where c.is_confirmed order by c.id`);
}

export type Frozen = {
  knownAt: string;
  by: string;
  accountId: number;
  figures: ToldFigure[];
  appendix: Appendix | null;
};

/** The values of the last submission; undefined while it is a draft. */
export async function frozenValues(tx: Tx, head: Head): Promise<Frozen | undefined> {
  if (isDraft(head)) return undefined;
  return tx.first<Frozen>(sql`select known_at::text, account_name as by, account_id::int as account_id, figures, appendix
    from statement_values where county_code = ${head.countyCode}::int and statement_id = ${head.id}::bigint
    order by run desc limit 1`);
}

const frozenShown = ({ knownAt, by, figures, appendix }: Frozen) => ({
  ...{ knownAt, by, figures },
  ...(appendix ? { appendix } : {}),
});

export async function showStatement(tx: Tx, key: Key) {
  const head = await statementHead(tx, key);
  const { version, body, allowed, savedBy, savedAt } = await statementText(tx, key);
  const { code, name, level } = await getRegion(tx, head.regionCode);
  const frozen = await frozenValues(tx, head);
  return {
    ...{ countyCode: head.countyCode, id: head.id, kind: head.kind, number: head.number, title: head.title },
    ...{ asOf: head.asOf, publishOn: head.publishOn, place: { code, name, level } },
    ...{ state: stateOf(STATEMENT_STATES, head), body, allowed, version, savedBy, savedAt },
    confirmed: await confirmedClaims(tx, key),
    ...(frozen ? { frozen: frozenShown(frozen) } : {}),
  };
}
