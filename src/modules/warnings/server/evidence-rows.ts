// The rows behind a warning's evidence, with the file and line they came from and what they say. Identity numbers are not
// kept with the rows and cannot show here; persons are named.

import { type RawBuilder, sql } from 'kysely';
import { formatYuan } from '../../../kernel/money.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { findFeed } from '../../feeds/domain/datasets/index.ts';
import { type FeedColumn, type FeedDefinition, feedTable } from '../../feeds/domain/feed-definition.ts';
import { SIGNAL_REGISTERS } from '../domain/register-rules.ts';

/** An item of `warning_evidence.rows`. */
export type StoredEvidenceRow = { dataset: string; batch?: number; line?: number; person?: number };

export type EvidenceRow = {
  dataset: string;
  datasetTitle: string;
  file: string;
  line?: number;
  batchId?: number;
  personName?: string;
  cells: { label: string; value: string }[];
};

type Subject = { countyCode: number; householdId: number; villageCode: number };

const REGISTRY_TITLES: Record<string, string> = { households: '户信息', members: '家庭成员信息' };

function shownColumns(definition: FeedDefinition): (FeedColumn & { field: string })[] {
  return definition.columns.flatMap((column) => (column.field ? [{ ...column, field: column.field }] : []));
}

function writeCell(column: FeedColumn, value: string): string {
  switch (column.kind) {
    case 'amount':
      return `${formatYuan(Number(value))} 元`;
    case 'month':
      return value.slice(0, 7);
    case 'school-year':
      return `${value}-${Number(value) + 1}`;
    case 'list':
      return Object.entries(column.values ?? {}).find(([, number]) => String(number) === value)?.[0] ?? value;
    default:
      return value;
  }
}

type FeedRow = { batchId: number; line: number; file: string; personName: string | null; cells: (string | null)[] };

async function readFeed(
  tx: Tx,
  subject: Subject,
  definition: FeedDefinition,
  items: StoredEvidenceRow[],
): Promise<EvidenceRow[]> {
  const columns = shownColumns(definition);
  const cells = sql.join(columns.map(({ field }) => sql`f.${sql.ref(field)}::text`));
  const ofPerson = definition.subject === 'person';
  const scope = ofPerson
    ? sql`f.household_id = ${subject.householdId} and f.county_code = ${subject.countyCode}`
    : sql`f.village_code in (select code from regions where code = ${subject.villageCode} or successor_code = ${subject.villageCode})`;
  const person: RawBuilder<unknown> = ofPerson
    ? sql`(select p.name from persons p where p.county_code = f.county_code and p.household_id = f.household_id and p.id = f.person_id)`
    : sql`null::text`;
  const rows = await tx.rows(sql<FeedRow>`
    select f.batch_id, f.line, coalesce(b.file_name, '') as file, ${person} as person_name, array[${cells}] as cells
    from ${sql.table(feedTable(definition))} f left join batch_files b on b.id = f.batch_id
    where ${scope} and (f.batch_id, f.line) in (
      select * from unnest(${items.map((item) => item.batch ?? 0)}::int[], ${items.map((item) => item.line ?? 0)}::int[]))
    order by f.batch_id, f.line limit 60`);
  return rows.map(({ batchId, line, file, personName, cells: values }) => ({
    dataset: definition.code,
    datasetTitle: definition.title,
    file,
    line,
    batchId,
    ...(personName === null ? {} : { personName }),
    cells: columns.flatMap((column, i) => {
      const value = values[i];
      return value === null || value === undefined ? [] : [{ label: column.title, value: writeCell(column, value) }];
    }),
  }));
}

type RegistryRow = { batchId: number; line: number; file: string | null; name: string | null; birth: number | null };

/** A registry batch names its files, households before members. */
const registryFile = (which: 'first' | 'last', batch: string) =>
  sql.raw(`(select s.files ->> ${which === 'first' ? 0 : -1} from import_source(${batch}) s)`);

async function readMembers(tx: Tx, subject: Subject, items: StoredEvidenceRow[]): Promise<EvidenceRow[]> {
  const rows = await tx.rows(sql<RegistryRow & { relation: string; schooling: string }>`
    select p.batch_id, p.line, ${registryFile('last', 'p.batch_id')} as file, p.name, p.birth, p.relation, p.schooling
    from persons p where p.county_code = ${subject.countyCode} and p.household_id = ${subject.householdId}
      and p.id = any(${items.map((item) => item.person ?? 0)}::bigint[]) order by p.id limit 60`);
  return rows.map(({ batchId, line, file, name, birth, relation, schooling }) => ({
    dataset: 'members',
    datasetTitle: REGISTRY_TITLES.members ?? '',
    file: file ?? '',
    line,
    batchId,
    ...(name ? { personName: name } : {}),
    cells: [
      ...(relation ? [{ label: '与户主关系', value: relation }] : []),
      ...(birth ? [{ label: '出生年月', value: `${String(birth).slice(0, 4)}-${String(birth).slice(4, 6)}` }] : []),
      ...(schooling ? [{ label: '在校生状况', value: schooling }] : []),
    ],
  }));
}

async function readHousehold(tx: Tx, subject: Subject): Promise<EvidenceRow[]> {
  const row = await tx.first(sql<RegistryRow & { year: number | null }>`
    select h.batch_id, h.line, ${registryFile('first', 'h.batch_id')} as file, null as name, null as birth,
      h.income_year as year
    from households h where h.county_code = ${subject.countyCode} and h.id = ${subject.householdId}`);
  if (!row) return [];
  return [
    {
      dataset: 'households',
      datasetTitle: REGISTRY_TITLES.households ?? '',
      file: row.file ?? '',
      line: row.line,
      batchId: row.batchId,
      cells: row.year ? [{ label: '收入年度', value: String(row.year) }] : [],
    },
  ];
}

/** Rows of registers keep the county of their key as batch and their id as line. */
async function readRegister(tx: Tx, register: string, items: StoredEvidenceRow[]): Promise<EvidenceRow[]> {
  const rows = await tx.rows(sql<{ line: number; name: string | null; person: string | null }>`
    select e.line, register_row_name(${register}, e.county, e.line) as name,
      (select p.name from persons p where p.county_code = e.county and p.id = e.person) as person
    from unnest(${items.map((item) => item.batch ?? 0)}::int[], ${items.map((item) => item.line ?? 0)}::bigint[],
      ${items.map((item) => item.person ?? 0)}::bigint[]) e (county, line, person) limit 60`);
  return rows.flatMap(({ name, person }) => {
    if (name === null) return [];
    const cells = [{ label: '台账记录', value: name }];
    const title = SIGNAL_REGISTERS[register] ?? '';
    return [{ dataset: register, datasetTitle: title, file: '', ...(person ? { personName: person } : {}), cells }];
  });
}

/** Reads what stored evidence points at; rows of batches undone since are no longer there. */
export async function readEvidenceRows(
  tx: Tx,
  subject: Subject,
  items: readonly StoredEvidenceRow[],
): Promise<EvidenceRow[]> {
  const byDataset = Map.groupBy(items, (item) => item.dataset);
  const found: EvidenceRow[] = [];
  for (const [dataset, group] of byDataset) {
    const definition = findFeed(dataset);
    if (definition) found.push(...(await readFeed(tx, subject, definition, group)));
    else if (dataset in SIGNAL_REGISTERS) found.push(...(await readRegister(tx, dataset, group)));
    else if (dataset === 'members') found.push(...(await readMembers(tx, subject, group)));
    else found.push(...(await readHousehold(tx, subject)));
  }
  return found;
}
