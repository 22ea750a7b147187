// The three files that come out (contract §6).

import { join } from 'node:path';
import type { LoadedFeed } from './load.ts';
import { feedNumbers } from './match.ts';
import type { Session } from './session.ts';

function copy(query: string, path: string): string {
  return `COPY (${query}) TO '${path}' (HEADER)`;
}

/** R08 speaks of data, not of the household's need: it does not count towards the level. */
const LEVELS = `SELECT household, CASE WHEN counting = 0 THEN '数据' WHEN counting >= 3 OR (poor AND grave) THEN '红' WHEN counting = 2 THEN '橙' ELSE '黄' END AS level
  FROM (SELECT household, count(*) FILTER (rule <> 'R08') AS counting, bool_or(rule = 'R06') AS poor,
    bool_or(rule IN ('R01', 'R03', 'R10')) AS grave FROM hits GROUP BY household)`;

function nameOfFeed(feeds: readonly LoadedFeed[]): string {
  return `CASE feed ${feeds.map((feed, i) => `WHEN ${i} THEN '${feed.base}'`).join(' ')} END`;
}

async function exportQuarantine(session: Session, feeds: readonly LoadedFeed[], folder: string): Promise<void> {
  const parts = feeds.map((feed) => {
    const cases = (what: 'column' | 'reason') =>
      `CASE fault ${feed.spec.checks.map((check, i) => `WHEN ${i + 1} THEN '${check[what]}'`).join(' ')} END`;
    return `SELECT '${feed.dataset}' AS dataset, '${feed.base}' AS base, rowid + 2 AS line, ${cases('column')} AS col, received,
      CASE WHEN received IS NULL THEN 'missing' ELSE ${cases('reason')} END AS reason FROM ${feed.table} WHERE fault IS NOT NULL`;
  });
  for (const dataset of ['water-outage', 'disaster-report'])
    parts.push(`SELECT '${dataset}', base, line, fault, received, CASE WHEN received IS NULL THEN 'missing' ELSE reason END
      FROM ${dataset.replace('-', '_')} WHERE fault IS NOT NULL`);
  const names = `dataset AS "数据集", base AS "文件", line AS "行号", col AS "列", received AS "原值", reason AS "原因"`;
  await session.run(copy(`SELECT ${names} FROM (${parts.join(' UNION ALL ')})`, join(folder, 'quarantine.csv')));
}

export async function exportAll(session: Session, feeds: readonly LoadedFeed[], folder: string): Promise<void> {
  await session.run(
    copy(
      `SELECT household AS "户编号", rule AS "规则", level AS "级别", CASE WHEN monitored THEN '是' ELSE '否' END AS "是否在监测"
       FROM hits JOIN (${LEVELS}) USING (household) JOIN households USING (household)`,
      join(folder, 'warnings.csv'),
    ),
  );
  for (const dataset of new Set(feeds.map((feed) => feed.dataset))) {
    const numbers = feedNumbers(feeds, dataset);
    const query = `SELECT ${nameOfFeed(feeds)} AS "文件", row + 2 AS "行号", method AS "方式", person AS "人编号" FROM (
      SELECT feed, row, 'id' AS method, person FROM found WHERE feed IN (${numbers}) AND person IS NOT NULL
      UNION ALL SELECT feed, row, method, person FROM settled WHERE feed IN (${numbers}))`;
    await session.run(copy(query, join(folder, `matches-${dataset}.csv`)));
  }
  await exportQuarantine(session, feeds, folder);
}
