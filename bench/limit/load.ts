// The registry and the feeds into tables. Table `feed_<n>` holds one file in its own order, so that its row number plus
// two is the physical line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, type FeedSpec, PERSON_FEEDS, VILLAGE_FEEDS } from './feed-specs.ts';
import { MACROS } from './macros.ts';
import type { Session } from './session.ts';
import { type SourceFile, scan } from './source-files.ts';

export type LoadedFeed = { dataset: string; base: string; table: string; spec: FeedSpec };

const REGIONS = join(import.meta.dirname, '../../data/reference/regions.csv');

async function loadVillages(session: Session): Promise<void> {
  const lines = readFileSync(REGIONS, 'utf8').split('\n');
  const codes = lines
    .map((line) => line.split(','))
    .filter((cells) => cells[2] === 'village')
    .map((cells) => cells[0]);
  await session.run(`CREATE TABLE villages AS SELECT unnest([${codes.join(',')}]::BIGINT[]) AS village`);
}

async function loadRegistry(session: Session, households: SourceFile, members: SourceFile): Promise<void> {
  await session.run(`CREATE TABLE households AS
    SELECT household, village, focus OR monitored AS focus, monitored, wage + business + property + transfer - expense AS net,
      wage + business + property + transfer AS gross, business, last_year
    FROM (SELECT read_number("户编号") AS household, read_number("嘎查村代码") AS village, "户类型" = '脱贫户' AS focus,
      "监测对象类别" IS NOT NULL AND coalesce(cell("风险是否已消除"), '') <> '是' AS monitored, read_fen("工资性收入") AS wage,
      read_fen("生产经营性收入") AS business, read_fen("财产性收入") AS property, read_fen("转移性收入") AS transfer,
      read_fen("生产经营性支出") AS expense, coalesce(read_fen("上年纯收入"), 0) AS last_year
      FROM ${scan(households, ['户编号', '嘎查村代码', '户类型'])})`);
  await session.run(`CREATE TABLE people AS
    SELECT person, household, name, key, is_sound(key) AS sound, works FROM (
      SELECT read_number("人编号") AS person, read_number("户编号") AS household, read_name("姓名") AS name, "是否务工" = '是' AS works,
        coalesce(quick, id_key(left(id_text(CASE WHEN quick IS NULL THEN "证件号码" END), 18))) AS key
      FROM (SELECT *, id_key("证件号码") AS quick FROM ${scan(members, ['人编号', '户编号', '姓名', '证件号码'])}))`);
  const unnumbered = await session.value('SELECT count(*) FROM people WHERE person IS NULL OR household IS NULL');
  if (unnumbered !== 0) throw new Error(`${unnumbered} members have a number that is not plain digits: not done here`);
}

function firstFailing(checks: readonly Check[]): string {
  return `CASE ${checks.map((check, i) => `WHEN ${check.bad} THEN ${i + 1}`).join(' ')} END::TINYINT`;
}

/** Checks of cells whose column is there; a missing optional column is no fault. */
function present(checks: readonly Check[], source: SourceFile): Check[] {
  return checks.filter((check) => !check.optional || source.columns.includes(check.column));
}

function asReceived(checks: readonly Check[]): string {
  return `CASE fault ${checks.map((check, i) => `WHEN ${i + 1} THEN "${check.column}"`).join(' ')} END`;
}

async function loadFeed(session: Session, source: SourceFile, spec: FeedSpec, table: string): Promise<LoadedFeed> {
  const checks = present(spec.checks, source);
  const id = spec.certificate
    ? `CASE WHEN strlen("${spec.id}") IN (20, 22) THEN left("${spec.id}", 18) ELSE "${spec.id}" END`
    : `"${spec.id}"`;
  const required = [spec.id, spec.name, ...checks.map((check) => check.column)];
  const village = spec.village && source.columns.includes('嘎查村代码') ? 'read_number("嘎查村代码")' : 'NULL::BIGINT';
  await session.run(`CREATE TABLE ${table} AS
    SELECT key, CASE WHEN key IS NULL THEN "${spec.id}" END AS raw, name, village, day, amount, fault, ${asReceived(checks)} AS received
      ${spec.serial ? ', serial' : ''}
    FROM (SELECT *, ${firstFailing(checks)} AS fault FROM (
      SELECT *, id_key(${id}) AS key, "${spec.name}" AS name, ${village} AS village, ${spec.day ?? 'NULL::DATE'} AS day,
        (${spec.amount ?? '0'})::BIGINT AS amount ${spec.serial ? `, "${spec.serial}" AS serial` : ''} FROM ${scan(source, required)}))`);
  const at = checks.findIndex((check) => check.reason === 'bad-village') + 1;
  if (at > 0) {
    const unknown = `village IN (SELECT DISTINCT village FROM ${table} WHERE village IS NOT NULL EXCEPT SELECT village FROM villages)`;
    await session.run(
      `UPDATE ${table} SET fault = ${at}, received = village::VARCHAR WHERE fault IS NULL AND ${unknown}`,
    );
  }
  return { dataset: source.dataset, base: source.base, table, spec: { ...spec, checks } };
}

async function loadVillageFeed(session: Session, dataset: string, sources: readonly SourceFile[]): Promise<void> {
  const spec = VILLAGE_FEEDS[dataset];
  if (!spec) throw new Error(`no village feed ${dataset}`);
  const table = dataset.replace('-', '_');
  const empty = `SELECT '' AS base, 0::BIGINT AS line, 0::BIGINT AS village, NULL::DATE AS day, NULL::DATE AS last_day, 0::BIGINT AS amount, '' AS fault, '' AS received, '' AS reason LIMIT 0`;
  const parts = sources.map((source) => {
    const reason = `CASE fault ${spec.checks.map((check, i) => `WHEN ${i + 1} THEN '${check.reason}'`).join(' ')} END`;
    const column = `CASE fault ${spec.checks.map((check, i) => `WHEN ${i + 1} THEN '${check.column}'`).join(' ')} END`;
    return `SELECT '${source.base}' AS base, line, village, day, last_day, amount, ${column} AS fault, ${asReceived(spec.checks)} AS received, ${reason} AS reason
      FROM (SELECT *, ${firstFailing(spec.checks)} AS fault FROM (SELECT s.*, k.village, ${spec.columns} FROM
        (SELECT *, row_number() OVER () + 1 AS line FROM ${scan(
          source,
          spec.checks.map((c) => c.column),
        )}) s
        LEFT JOIN villages k ON k.village = read_number(s."嘎查村代码")))`;
  });
  await session.run(`CREATE TABLE ${table} AS ${parts.length > 0 ? parts.join(' UNION ALL ') : empty}`);
}

export async function loadAll(session: Session, sources: readonly SourceFile[]): Promise<LoadedFeed[]> {
  await session.run('SET preserve_insertion_order = true');
  for (const macro of MACROS) await session.run(`CREATE MACRO ${macro}`);
  await loadVillages(session);
  const households = sources.find((source) => source.dataset === 'households');
  const members = sources.find((source) => source.dataset === 'members');
  if (!households || !members) throw new Error('households.csv and members.csv are needed');
  await loadRegistry(session, households, members);
  const feeds: LoadedFeed[] = [];
  for (const source of sources) {
    const spec = PERSON_FEEDS[source.dataset];
    if (spec) feeds.push(await loadFeed(session, source, spec, `feed_${feeds.length}`));
  }
  for (const dataset of Object.keys(VILLAGE_FEEDS))
    await loadVillageFeed(
      session,
      dataset,
      sources.filter((source) => source.dataset === dataset),
    );
  return feeds;
}
