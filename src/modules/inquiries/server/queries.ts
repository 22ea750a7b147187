// SQL on inquiries. Row-level security shows a county its own lists and a department those that ask it.

import { sql } from 'kysely';
import { departmentName } from '../../../kernel/departments.ts';
import { maskId } from '../../../kernel/id-number.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open, seal } from '../../../platform/server/keys.ts';
import { readSecrets } from '../../households/domain/mask.ts';
import { inquiryNumber, type Reply } from '../domain/reply.ts';
import '../domain/problems.ts';

export type InquiryRow = {
  id: number;
  regionCode: number;
  department: string;
  regionName: string;
  accountName: string;
  at: string;
  sentAt: string | null;
  refusedSealed: Buffer | null;
  households: number;
  persons: number;
  answered: number;
  waiting: number;
};

/** The household is still being compared; `c` is its case. */
const WAITING = sql.raw(`c.state in ('identification.comparison', 'clearing.comparison')`);

const INQUIRY = sql`i.id, i.region_code, i.department, r.name as region_name, i.account_name, i.at, i.sent_at, i.refused_sealed, n.*
  from inquiries i join regions r on r.code = i.region_code
  cross join lateral (
    select count(distinct q.case_id)::int as households, count(*)::int as persons, count(q.answered_at)::int as answered,
      count(*) filter (where q.answered_at is null and ${WAITING})::int as waiting
    from inquiry_persons q left join cases c on c.county_code = q.county_code and c.id = q.case_id
    where q.inquiry_id = i.id) n`;

/** Throws `inquiries.not-found`. */
export async function getInquiry(tx: Tx, id: number): Promise<InquiryRow> {
  const row = await tx.first(sql<InquiryRow>`select ${INQUIRY} where i.id = ${id}`);
  if (!row) throw new Problem('inquiries.not-found');
  return row;
}

export type InquiryFilter = {
  range: RegionRange;
  department?: string | undefined;
  state?: 'waiting' | 'answered' | undefined;
  before: number;
  limit: number;
};

/** Newest first; lists that were emptied by taking requests back are none. */
export async function listInquiries(tx: Tx, filter: InquiryFilter): Promise<InquiryRow[]> {
  const { range, department = null, state = null, before, limit } = filter;
  return tx.rows(sql<InquiryRow>`select ${INQUIRY}
    where i.region_code <= ${range.high} and region_high(i.region_code) >= ${range.low} and i.id < ${before}
      and (${department}::text is null or i.department = ${department}) and n.persons > 0
      and (${state}::text is null or (n.waiting > 0) = (${state} = 'waiting'))
    order by i.id desc limit ${limit}`);
}

export function presentInquiry(row: InquiryRow) {
  const { id, department, regionName, accountName, at, sentAt, households, persons, answered, waiting } = row;
  return {
    ...{ id, number: inquiryNumber(id), department, departmentTitle: departmentName(department), regionName },
    ...{ accountName, at, households, persons, answered, waiting },
    ...(sentAt ? { sentAt } : {}),
  };
}

export type PersonRow = {
  position: number;
  countyCode: number;
  caseId: number;
  name: string;
  sealed: Buffer | null;
  villageName: string;
  householdNumber: string;
  headName: string;
  isWaiting: boolean;
  replySealed: Buffer | null;
  answeredBy: string | null;
  answeredAt: string | null;
};

export type PersonFilter = { waitingOnly?: boolean; after: number; limit: number };

/** In the order of the list. Persons of households outside the actor's area are not there. */
export async function listPersons(tx: Tx, id: number, filter: PersonFilter): Promise<PersonRow[]> {
  const { waitingOnly = false, after, limit } = filter;
  return tx.rows(sql<PersonRow>`
    select q.position, q.county_code, q.case_id, p.name, p.sealed, r.name as village_name, h.number as household_number, h.head_name,
      coalesce(${WAITING}, false) as is_waiting, q.reply_sealed, q.answered_by, q.answered_at
    from inquiry_persons q
    join persons p on p.county_code = q.county_code and p.household_id = q.household_id and p.id = q.person_id
    join households h on h.county_code = q.county_code and h.id = q.household_id
    join regions r on r.code = h.village_code
    left join cases c on c.county_code = q.county_code and c.id = q.case_id
    where q.inquiry_id = ${id} and q.position > ${after}
      and (not ${waitingOnly}::boolean or (q.answered_at is null and ${WAITING}))
    order by q.position limit ${limit}`);
}

export function replyOf(keys: Keys, { replySealed }: PersonRow): Reply | undefined {
  return replySealed ? (JSON.parse(open(keys, replySealed)) as Reply) : undefined;
}

/** The ID in clear, for a list that goes to the department; empty where there is none. */
export function idOf(keys: Keys, { sealed }: PersonRow): string {
  return sealed ? readSecrets(open(keys, sealed)).id : '';
}

export function presentPerson(keys: Keys, row: PersonRow) {
  const { position, name, villageName, householdNumber, headName, isWaiting, answeredBy, answeredAt } = row;
  const id = idOf(keys, row);
  const reply = replyOf(keys, row);
  return {
    ...{ position, name, villageName, householdNumber, headName, isWaiting },
    ...(id === '' ? {} : { maskedId: maskId(id) }),
    ...(reply ? { reply } : {}),
    ...(answeredBy && answeredAt ? { answeredBy, answeredAt } : {}),
  };
}

export type Answer = { position: number; reply: Reply };

export async function saveAnswers(tx: Tx, keys: Keys, id: number, answers: readonly Answer[]): Promise<number> {
  return tx.run(sql`
    update inquiry_persons q set reply_sealed = a.sealed, answered_at = now(), answered_by = ${tx.actor.name}
    from unnest(${answers.map(({ position }) => position)}::int[],
      ${answers.map(({ reply }) => Buffer.from(seal(keys, JSON.stringify(reply))))}::bytea[]) as a (position, sealed)
    where q.inquiry_id = ${id} and q.position = a.position`);
}
