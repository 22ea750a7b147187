// Compares what a program exported (`warnings.csv`, `matches-<dataset>.csv`) with the right answers beside the data.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, type Session } from '../limit/session.ts';

export type WarningsVerdict = {
  precision: number;
  recall: number;
  levelDiffers: number;
  monitoredDiffers: number;
  byRule: Record<string, { right: number; missed: number; extra: number }>;
};

export type MatchVerdict = {
  rows: number;
  right: number;
  /** Matched to somebody else than the one meant, or although nobody was meant. */
  wrong: number;
  /** Could have been found and was not. */
  missed: number;
  /** Good rows that the matches file does not tell of, and rows it tells of twice or that belong in the quarantine. */
  unlisted: number;
  surplus: number;
};

export type Verdict = {
  warnings: WarningsVerdict | null;
  match: { precision: number; recall: number; wrong: number };
  matches: Record<string, MatchVerdict>;
};

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function csv(path: string): string {
  return `read_csv('${path}', all_varchar = true, header = true, delim = ',')`;
}

async function judgeWarnings(session: Session, truth: string, out: string): Promise<WarningsVerdict> {
  const columns = '"户编号" AS household, "规则" AS rule, "级别" AS level, "是否在监测" AS monitored';
  for (const [table, folder] of [
    ['wanted', truth],
    ['given', out],
  ] as const)
    await session.run(`CREATE TABLE ${table} AS SELECT DISTINCT ${columns} FROM ${csv(join(folder, 'warnings.csv'))}`);
  const rows = await session.rows(`SELECT coalesce(w.rule, g.rule) AS rule,
      count(*) FILTER (w.rule IS NOT NULL AND g.rule IS NOT NULL) AS hits, count(*) FILTER (g.rule IS NULL) AS missed,
      count(*) FILTER (w.rule IS NULL) AS extra, count(*) FILTER (w.level <> g.level) AS levels,
      count(*) FILTER (w.monitored <> g.monitored) AS monitored
    FROM wanted w FULL JOIN given g ON w.household = g.household AND w.rule = g.rule GROUP BY 1 ORDER BY 1`);
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
  const entries = rows.map((r) => [
    r.rule,
    { right: Number(r.hits), missed: Number(r.missed), extra: Number(r.extra) },
  ]);
  return {
    precision: ratio(sum('hits'), sum('hits') + sum('extra')),
    recall: ratio(sum('hits'), sum('hits') + sum('missed')),
    levelDiffers: sum('levels'),
    monitoredDiffers: sum('monitored'),
    byRule: Object.fromEntries(entries),
  };
}

async function judgeDataset(session: Session, truth: string, out: string, dataset: string): Promise<MatchVerdict> {
  const parts = readdirSync(truth).filter((name) => name === `${dataset}.csv` || name.startsWith(`${dataset}-`));
  if (parts.length === 0) throw new Error(`${truth} has no answers for ${dataset}`);
  const answers = parts.map((name) => `FROM ${csv(join(truth, name))}`).join(' UNION ALL ');
  await session.run(`CREATE OR REPLACE TABLE answers AS SELECT file, line, coalesce(pno, '') AS person, bad = 'true' AS bad, recoverable = 'true' AS recoverable
    FROM (${answers})`);
  await session.run(`CREATE OR REPLACE TABLE told AS SELECT regexp_replace("文件", '^.*/', '') AS file, "行号" AS line, any_value(coalesce("人编号", '')) AS person,
      count(*) AS times FROM ${csv(join(out, `matches-${dataset}.csv`))} GROUP BY ALL`);
  const [row = {}] = await session.rows(`SELECT count(*) FILTER (NOT bad) AS rows,
      count(*) FILTER (NOT bad AND a.person <> '' AND t.person = a.person) AS hits,
      count(*) FILTER (NOT bad AND coalesce(t.person, '') <> '' AND t.person <> a.person) AS wrong,
      count(*) FILTER (NOT bad AND a.person <> '' AND recoverable AND coalesce(t.person, '') = '') AS missed,
      count(*) FILTER (NOT bad AND t.times IS NULL) AS unlisted,
      coalesce(sum(t.times - CASE WHEN bad THEN 0 ELSE 1 END), 0)::BIGINT AS surplus
    FROM answers a LEFT JOIN told t USING (file, line)`);
  const count = (name: string) => Number(row[name] ?? 0);
  return {
    rows: count('rows'),
    right: count('hits'),
    wrong: count('wrong'),
    missed: count('missed'),
    unlisted: count('unlisted'),
    surplus: count('surplus'),
  };
}

/** `truth`: the folder of right answers; `out`: the folder of exports. Warnings are judged where `truth` has them. */
export async function judge(truth: string, out: string): Promise<Verdict> {
  const session = await openSession(2, false);
  const warnings = existsSync(join(truth, 'warnings.csv')) ? await judgeWarnings(session, truth, out) : null;
  const matches: Record<string, MatchVerdict> = {};
  for (const name of readdirSync(out).sort()) {
    const dataset = /^matches-(.+)\.csv$/.exec(name)?.[1];
    if (dataset) matches[dataset] = await judgeDataset(session, truth, out, dataset);
  }
  const all = Object.values(matches);
  const right = all.reduce((total, m) => total + m.right, 0);
  const wrong = all.reduce((total, m) => total + m.wrong, 0);
  const missed = all.reduce((total, m) => total + m.missed, 0);
  return {
    warnings,
    match: { precision: ratio(right, right + wrong), recall: ratio(right, right + missed), wrong },
    matches,
  };
}
