// Rows that may be several people, and who these are: looked at by somebody who may see all of them.

import { sql } from 'kysely';
import { birthOf, isOneEdit, maskId, sexOf } from '../../../kernel/id-number.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Keys, open } from '../../../platform/server/keys.ts';
import { type FeedDefinition, feedTable } from '../domain/feed-definition.ts';
import { storedColumns } from './feed-tables.ts';
import { getFeed } from './loading/load-batch.ts';

export type StrayRow = {
  batchId: number;
  line: number;
  dataset: string;
  fileName: string;
  name: string;
  villageName: string | null;
  villageCode: number | null;
  candidateCount: number;
  candidates: string[];
  /** Whether anything stands where the ID should be. */
  hasId: boolean;
  idSealed: Buffer | null;
  decidedBy: string | null;
};

const STRAY = sql`s.batch_id, s.line, b.dataset, b.file_name, s.name, r.name as village_name, s.village_code,
  s.candidate_count, s.candidates, s.id_key is not null as has_id, s.id_sealed, s.decided_by`;

export type ReviewFilter = {
  range: RegionRange;
  dataset?: string | undefined;
  /** Rows after this place in the order of batches, newest first, and lines. */
  after: { batchId: number; line: number };
  limit: number;
};

/** Undecided rows with a candidate in the range. */
export async function listReview(tx: Tx, filter: ReviewFilter): Promise<StrayRow[]> {
  const { range, dataset = null, after } = filter;
  return tx.rows(sql<StrayRow>`
    select ${STRAY} from stray_rows s join feed_batches b on b.id = s.batch_id left join regions r on r.code = s.village_code
    where s.method = 'ambiguous' and b.state = 'loaded' and s.review_low <= ${range.high} and s.review_high >= ${range.low}
      and (${dataset}::text is null or b.dataset = ${dataset})
      and (s.batch_id < ${after.batchId} or (s.batch_id = ${after.batchId} and s.line > ${after.line}))
    order by s.batch_id desc, s.line limit ${filter.limit}`);
}

export async function getStrayRow(tx: Tx, batchId: number, line: number): Promise<StrayRow> {
  const row = await tx.first(sql<StrayRow>`
    select ${STRAY} from stray_rows s join feed_batches b on b.id = s.batch_id left join regions r on r.code = s.village_code
    where s.batch_id = ${batchId} and s.line = ${line} and s.candidates is not null and b.state = 'loaded'`);
  if (!row) throw new Problem('feeds.no-review-row');
  return row;
}

export function toReviewRow({ batchId, line, dataset, fileName, name, villageName, candidateCount }: StrayRow) {
  const datasetTitle = getFeed(dataset).title;
  return {
    batchId,
    line,
    dataset,
    datasetTitle,
    fileName,
    name,
    ...(villageName ? { villageName } : {}),
    candidateCount,
  };
}

type PersonRow = {
  personId: number;
  personNumber: string;
  countyCode: number;
  householdId: number;
  householdNumber: string;
  headName: string;
  relation: string;
  name: string;
  villageName: string;
  sealed: Buffer | null;
};

/** The candidates that the caller may see; keys are `county/household/person`. */
export async function listCandidates(tx: Tx, keys: readonly string[]): Promise<PersonRow[]> {
  const parts = keys.map((key) => key.split('/').map(Number));
  const column = (at: number) => parts.map((part) => part[at] ?? 0);
  return tx.rows(sql<PersonRow>`
    select p.id as person_id, p.number as person_number, p.county_code, p.household_id, h.number as household_number,
      h.head_name, p.relation, p.name, r.name as village_name, p.sealed
    from unnest(${column(0)}::int[], ${column(1)}::bigint[], ${column(2)}::bigint[]) as k (county_code, household_id, person_id)
    join persons p on p.county_code = k.county_code and p.household_id = k.household_id and p.id = k.person_id
    join households h on h.county_code = p.county_code and h.id = p.household_id
    join regions r on r.code = p.village_code
    order by p.id limit 10`);
}

const SEXES = ['', '男', '女'];

/** What an ID number says about somebody, without saying the number. */
function identityOf(id: string) {
  const birth = birthOf(id);
  const text = String(birth);
  return {
    ...(id ? { maskedId: maskId(id) } : {}),
    ...(birth > 0 ? { birth: `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` } : {}),
    ...(sexOf(id) > 0 ? { sex: SEXES[sexOf(id)] ?? '' } : {}),
  };
}

/** The row's ID; empty where it has none, undefined where it was sound and is kept as an index only. */
function idOf({ idSealed, hasId }: StrayRow, keys: Keys): string | undefined {
  if (idSealed && idSealed.length > 0) return open(keys, idSealed);
  return hasId ? undefined : '';
}

/** As long as the numbers of before 1999; `0` and `123` stand for no ID and say nothing of who it is. */
const SHORTEST_ID = 15;

/** Whether the row has an ID, sound or damaged, that a decision can be remembered by. */
export function isRemembered(row: StrayRow, keys: Keys): boolean {
  const id = idOf(row, keys);
  return id === undefined || id.length >= SHORTEST_ID;
}

function relationOf(rowId: string, personId: string): 'same' | 'one-edit' | 'different' | 'unknown' {
  if (!rowId || !personId) return 'unknown';
  if (rowId === personId) return 'same';
  return isOneEdit(rowId, personId) ? 'one-edit' : 'different';
}

function toCandidate(person: PersonRow, rowId: string | undefined, keys: Keys) {
  const id = person.sealed ? (open(keys, person.sealed).split('\n')[0] ?? '') : '';
  const { personId, personNumber, householdId, householdNumber, headName, relation, name, villageName } = person;
  return {
    personId,
    personNumber,
    householdId,
    householdNumber,
    headName,
    relation,
    // A row without a sealed ID had a sound one, which all its candidates hold.
    idRelation: rowId === undefined ? ('same' as const) : relationOf(rowId, id),
    name,
    villageName,
    ...identityOf(id),
  };
}

/** The row's own values, in the words of the department's table. */
async function readFields(tx: Tx, definition: FeedDefinition, batchId: number, line: number) {
  const columns = storedColumns(definition).filter(({ column }) => column.kind !== 'village');
  const row = await tx.first<Record<string, unknown>>(sql`
    select ${sql.raw(columns.map(({ name }) => `${name}::text as "${name}"`).join(', ') || '1 as nothing')}
    from ${sql.table(feedTable(definition))} where batch_id = ${batchId} and line = ${line}`);
  if (!row) return [];
  return columns.flatMap(({ name, column }) => {
    const stored = row[camel(name)];
    if (stored === null || stored === undefined) return [];
    return [{ title: column.title, value: wordOf(column, String(stored)) }];
  });
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

function wordOf({ kind, values }: FeedDefinition['columns'][number], stored: string): string {
  if (kind === 'amount') return `${(Number(stored) / 100).toFixed(2)} 元`;
  if (kind === 'list')
    return Object.entries(values ?? {}).find(([, number]) => String(number) === stored)?.[0] ?? stored;
  if (kind === 'month') return stored.slice(0, 7);
  if (kind === 'school-year') return `${stored}-${Number(stored) + 1}`;
  return stored;
}

/** The row beside its candidates. Row values are read by `readAsOwner`: a row nobody was found for belongs to no area. */
export async function getReviewDetail(
  tx: Tx,
  keys: Keys,
  stray: StrayRow,
  readAsOwner: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
) {
  const definition = getFeed(stray.dataset);
  const rowId = idOf(stray, keys);
  const people = await listCandidates(tx, stray.candidates);
  const fields = await readAsOwner((owner) => readFields(owner, definition, stray.batchId, stray.line));
  const candidates = people.map((person) => toCandidate(person, rowId, keys));
  const shownId = rowId === undefined ? {} : identityOf(rowId);
  return {
    ...toReviewRow(stray),
    row: { name: stray.name, ...shownId, ...(stray.villageName ? { villageName: stray.villageName } : {}), fields },
    candidates,
    remembered: isRemembered(stray, keys),
  };
}
