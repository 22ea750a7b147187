// node bench/limit.ts IN OUT [--as-of 2022-05-31] [--threads 2] [--verbose] [--no-namesakes]
// Matching and the twelve rules as plain SQL in one in-process DuckDB: no stored database, no history, no evidence, no
// access control. The columnar limit that the product is measured against, on the same files. Prints seconds per part.
// `--no-namesakes` repairs an ID although a namesake was born on the day it shows (the contract's step 2 refuses).

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportAll } from './limit/export.ts';
import { PERSON_FEEDS, VILLAGE_FEEDS } from './limit/feed-specs.ts';
import { loadAll } from './limit/load.ts';
import { matchAll } from './limit/match.ts';
import { loadParameters } from './limit/parameters.ts';
import { countMethods, runRules } from './limit/rules.ts';
import { openSession } from './limit/session.ts';
import { findSources } from './limit/source-files.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string', default: '2022-05-31' },
    threads: { type: 'string', default: '2' },
    'no-namesakes': { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const [input, output] = positionals;
if (!input || !output) {
  console.error('usage: node bench/limit.ts IN OUT [--as-of 2022-05-31] [--threads 2]');
  process.exit(2);
}

const temporary = mkdtempSync(join(tmpdir(), 'limit-'));
try {
  mkdirSync(output, { recursive: true });
  const datasets = ['households', 'members', ...Object.keys(PERSON_FEEDS), ...Object.keys(VILLAGE_FEEDS)];
  const sources = await findSources(input, temporary, datasets);
  const session = await openSession(Number(values.threads), values.verbose);
  const seconds: Record<string, number> = {};
  const started = performance.now();
  let last = started;
  const lap = (part: string) => {
    const now = performance.now();
    seconds[part] = Math.round(now - last) / 1000;
    last = now;
  };

  const feeds = await loadAll(session, sources);
  lap('load');
  await matchAll(session, feeds, !values['no-namesakes']);
  lap('match');
  await loadParameters(session, input, values['as-of']);
  await runRules(session, feeds, values['as-of']);
  lap('rules');
  await exportAll(session, feeds, output);
  lap('export');
  seconds.total = Math.round(last - started) / 1000;

  const rules = await session.rows('SELECT rule, count(*) AS n FROM hits GROUP BY rule ORDER BY rule');
  console.log(
    JSON.stringify({
      households: await session.value('SELECT count(*) FROM households'),
      members: await session.value('SELECT count(*) FROM people'),
      warnings: await session.value('SELECT count(DISTINCT household) FROM hits'),
      seconds,
      cpuSeconds: Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1e4) / 100,
      peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
      rules: Object.fromEntries(rules.map((row) => [row.rule, row.n])),
      matches: await countMethods(session, feeds),
    }),
  );
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
