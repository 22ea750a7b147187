// One row on screen: read with its history, added, changed, voided, moved. What is typed goes the way of a file of one line, so the
// same rules hold and are told in the same words.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type CellValue, KIND_RULES } from '../../../kernel/register/kinds.ts';
import '../../../kernel/register/problems.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { RefusalCode } from '../../../kernel/register/refusals.ts';
import type { AuditEntry } from '../audit.ts';
import type { Tx } from '../db.ts';
import { type Keys, sealSame } from '../keys.ts';
import { applySet, settleChanges } from './apply.ts';
import { type Column, columnOf, columnsOf } from './columns.ts';
import { type JudgeTools, judgeSet } from './judge/judge-set.ts';
import { type ReadRow, rowReader } from './read-row.ts';
import { reasonText } from './refused/refused-file.ts';
import type { RegionDoor } from './region-door.ts';
import { makeSetRows, refusalTable, setTable } from './set-rows.ts';
import { asRegisterRows, ROW_HEAD, type ShownRow, shownColumns, shownSql } from './shown-row.ts';
import { makeStaging, stagedTable } from './stage.ts';

type Values = Record<string, unknown>;
export type RecordKey = { countyCode: number; id: number };
export type RecordTools = { catalogue: Catalogue; regions: RegionDoor } & JudgeTools;
export type Changed = { key: RecordKey; version: string; audit: AuditEntry };

/** The row with all versions it had, newest first. Throws `registers.not-found`. */
export async function getRecord(
  tx: Tx,
  register: RegisterDefinition,
  regions: RegionDoor,
  { countyCode, id }: RecordKey,
) {
  const { columns, sql: shown } = shownColumns(register);
  const row = await tx.first<ShownRow>(sql`select ${sql.raw(`${ROW_HEAD}, ${shown}`)} from ${sql.raw(register.table)} t
    where t.county_code = ${countyCode} and t.id = ${id}`);
  if (!row) throw new Problem('registers.not-found');
  const [shownRow] = await asRegisterRows(tx, regions, columns, [row]);
  if (!shownRow) throw new Problem('registers.not-found');
  return { ...shownRow, history: await historyOf(tx, register, { countyCode, id }) };
}

type Version = {
  recordedAt: string;
  recordedBy: string;
  replacedAt: string | null;
  file: string | null;
  line: number | null;
};

/** Versions as rows of the table; the current one first. */
async function historyOf(tx: Tx, register: RegisterDefinition, { countyCode, id }: RecordKey) {
  const columns = columnsOf(register);
  const shown = columns.map((column) => `${shownSql(column, 'v')} as ${column.column}`).join(', ');
  const head = `v.recorded_at, v.recorded_by, (select s.files -> v.file_no ->> 'name' from register_sets s where s.id = v.set_id) as file, v.line`;
  const rows = await tx.rows<Version & Values>(sql`
    select ${sql.raw(`null::timestamptz as replaced_at, ${head}, ${shown} from ${register.table} v`)}
      where v.county_code = ${countyCode} and v.id = ${id}
    union all select ${sql.raw(`o.replaced_at, ${head}, ${shown} from register_versions o,
        lateral jsonb_populate_record(null::${register.table}, o.content) v`)}
      where o.register = ${register.code} and o.county_code = ${countyCode} and o.record_id = ${id}
    order by recorded_at desc limit 200`);
  return rows.map((row) => ({
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    ...(row.replacedAt ? { replacedAt: row.replacedAt } : {}),
    ...(row.file ? { file: row.file } : {}),
    ...(row.line === null ? {} : { line: row.line }),
    values: Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null])),
  }));
}

/** The cell a value would have in a file; undefined where nothing is said. */
function cellOf(column: Column, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return '';
  // What is shown instead of a secret says that it stays.
  if (column.field.secret && typeof value === 'string' && value.includes('*')) return value;
  return KIND_RULES[column.field.kind].write(value, column.field);
}

async function regionsNamed(tx: Tx, regions: RegionDoor, cells: ReadonlyMap<number, string>) {
  const codes = [...cells.values()]
    .flatMap((cell) => cell.match(/\d{6,12}/g) ?? [])
    .map((digits) => Number(digits.padEnd(12, '0')));
  return regions.levels(tx, codes);
}

function stagedValue({ copied }: Column, value: CellValue | undefined, keys: Keys): unknown {
  if (value === undefined) return null;
  if (copied === 'sealed') return sealSame(keys, String(value));
  return copied === 'date' ? formatDate(Number(value)) : value;
}

async function stageOne(tx: Tx, register: RegisterDefinition, row: ReadRow, keys: Keys): Promise<void> {
  const columns = columnsOf(register);
  const codes = row.refusals.map(({ at, code }) => `${at}:${code}`).join(',') || null;
  const values = columns.map((column) => stagedValue(column, row.values[column.at], keys));
  await tx.run(sql`insert into ${sql.raw(stagedTable(register))}
    (ord, line, said, unread, starred, codes, ${sql.raw(columns.map(({ column }) => column).join(', '))})
    values (1, 1, ${row.said}, ${row.unread}, ${row.starred}, ${codes}, ${sql.join(values)})`);
}

/** The row as it would stand, judged; throws `registers.refused` with all reasons. */
async function judgeOne(
  tx: Tx,
  { catalogue, regions, ...tools }: RecordTools,
  register: RegisterDefinition,
  values: Values,
) {
  const columns = columnsOf(register);
  const cells = new Map(
    columns.flatMap((column) => {
      const cell = cellOf(column, values[column.name]);
      return cell === undefined ? [] : [[column.at, cell] as const];
    }),
  );
  const read = rowReader(register, await regionsNamed(tx, regions, cells));
  await makeStaging(tx, register);
  await stageOne(
    tx,
    register,
    read((at) => cells.get(at)),
    tools.keys,
  );
  await makeSetRows(tx, register);
  await judgeSet(tx, { catalogue, registers: [register] }, tools);
  const codes = await tx.rows<{ at: number; code: RefusalCode }>(
    sql.raw(`select at, code from ${refusalTable(register)} order by at, code`),
  );
  if (codes.length > 0) {
    const told = codes.map(({ at, code }) => ({ column: columns[at]?.name ?? null, code }));
    throw new Problem('registers.refused', {
      reasons: reasonText(register, told).replace(/(^|；)[a-z0-9-]+ /g, '$1'),
      fields: told.map(({ column, code }) => `${column ?? ''}:${code}`).join(';'),
    });
  }
  const found = await tx.first<{ recordId: number | null }>(sql.raw(`select record_id from ${setTable(register)}`));
  return { recordId: found?.recordId ?? undefined };
}

function keyTitles({ key, fields }: RegisterDefinition): string {
  return key.map((name) => fields[name]?.title ?? name).join('、');
}

async function versionOf(tx: Tx, register: RegisterDefinition, where: ReturnType<typeof sql>) {
  return tx.first<RecordKey & { placeCode: number; version: string }>(sql`select t.county_code, t.id, t.place_code,
    (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version from ${sql.raw(register.table)} t where ${where}`);
}

async function save(tx: Tx, register: RegisterDefinition): Promise<void> {
  await settleChanges(tx, register);
  await applySet(tx, register, { setId: null, recordedBy: tx.actor.name });
}

/** What the audit keeps of a row: never what is secret. */
function recorded(register: RegisterDefinition, values: Values): Values {
  return Object.fromEntries(
    columnsOf(register).flatMap(({ name, field }) =>
      values[name] === undefined ? [] : [[name, field.secret && values[name] !== null ? '*' : values[name]]],
    ),
  );
}

/** Throws `registers.exists` where the key is known, `registers.refused`. */
export async function addRecord(
  tx: Tx,
  tools: RecordTools,
  register: RegisterDefinition,
  values: Values,
): Promise<Changed> {
  const everything = Object.fromEntries(columnsOf(register).map(({ name }) => [name, values[name] ?? null]));
  const { recordId } = await judgeOne(tx, tools, register, everything);
  if (recordId !== undefined) throw new Problem('registers.exists', { key: keyTitles(register) });
  await save(tx, register);
  const keys = register.key.map((name) => {
    const { column } = columnOf(register, name);
    return sql.raw(`t.${column} is not distinct from x.${column}`);
  });
  const made = await versionOf(
    tx,
    register,
    sql`exists (select from ${sql.raw(setTable(register))} x where ${sql.join(keys, sql` and `)})`,
  );
  if (!made) throw new Problem('registers.not-found');
  const { countyCode, id, version, placeCode } = made;
  return {
    key: { countyCode, id },
    version,
    audit: {
      operation: '',
      subjectKind: register.record,
      subjectId: id,
      regionCode: placeCode,
      after: recorded(register, values),
    },
  };
}

type Change = RecordKey & { version: string; values: Values };

/** Throws `registers.not-found`, `registers.stale`, `registers.key-changed`, `registers.refused`. */
export async function changeRecord(
  tx: Tx,
  tools: RecordTools,
  register: RegisterDefinition,
  { countyCode, id, version, values }: Change,
): Promise<Changed> {
  const at = sql`t.county_code = ${countyCode} and t.id = ${id}`;
  const current = await versionOf(tx, register, sql`${at} for update`);
  if (!current) throw new Problem('registers.not-found');
  if (current.version !== version) throw new Problem('registers.stale');
  const { values: before } = await getRecord(tx, register, tools.regions, { countyCode, id });
  const key = Object.fromEntries(register.key.map((name) => [name, before[name]]));
  const { recordId } = await judgeOne(tx, tools, register, { ...key, ...values });
  if (recordId !== id) throw new Problem('registers.key-changed', { key: keyTitles(register) });
  await save(tx, register);
  const after = await versionOf(tx, register, at);
  const touched = Object.fromEntries(Object.keys(values).map((name) => [name, before[name]]));
  return {
    key: { countyCode, id },
    version: after?.version ?? version,
    audit: {
      operation: '',
      subjectKind: register.record,
      subjectId: id,
      regionCode: current.placeCode,
      before: touched,
      after: recorded(register, values),
    },
  };
}

/** From a state to another. Throws `registers.no-move` where the row does not stand there. */
export async function moveRecord(
  tx: Tx,
  tools: RecordTools,
  register: RegisterDefinition,
  { move: name, ...change }: Change & { move: string },
): Promise<Changed> {
  const { states } = register;
  const move = states?.moves[name];
  if (!states || !move?.roles.some((role) => role === tx.actor.role)) throw new Problem('registers.no-move');
  const { values: before } = await getRecord(tx, register, tools.regions, change);
  if (!move.from.includes(String(before[states.field]))) throw new Problem('registers.no-move');
  const asked = Object.fromEntries((move.asks ?? []).map((field) => [field, change.values[field]]));
  return changeRecord(tx, tools, register, { ...change, values: { ...asked, [states.field]: move.to } });
}
