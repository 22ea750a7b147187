// npm run bench -- officers … (bench/officers.ts): officers at work. npm run bench -- queries … (bench/queries.ts): lists
// and numbers with very many cases. npm run bench -- compare … (bench/compare.ts): the national export. npm run bench -- registers …
// (bench/registers.ts): a register of many rows. npm run bench -- figures … (bench/figures.ts): every figure. npm run bench -- sweeps
// (bench/sweeps.ts): a round of the whole region. npm run bench -- helpers (bench/helpers.ts): who answers, who is listed, who works. npm run bench -- visitors
// (bench/visitors.ts), pages (bench/pages.ts): a running product beside visitors, and over a slow line. Otherwise:
// npm run bench -- --scale 0.125 [--data DIR] [--as-of D] [--threads 2] [--no-limit] [--check] [--keep DIR] [--json]
// Generates data (or takes --data DIR, made by bench/generate.ts), runs the limit and then the product over the same files
// and prints what each part took. `--check` judges the product's answers where the data has its truth beside it; `--keep`
// leaves the loaded product in a folder, for bench/latency.ts.

import { type ChildProcess, execFileSync, fork, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { MEMORY, NODE_FLAGS } from '../scripts/memory.mjs';
import { generateRegion } from '../src/modules/demo/server/index.ts';
import { judge } from './check/judge.ts';
import type { FileTime, Part, ProductMessage, Totals } from './run/messages.ts';
import { postgresMemory } from './run/processes.ts';
import { type LimitResult, type Measured, ratioOf, report } from './run/report.ts';

const OTHERS = [
  'officers',
  'queries',
  'compare',
  'registers',
  'figures',
  'sweeps',
  'visitors',
  'pages',
  'field',
  'helpers',
];
const asked = process.argv[2] ?? '';
if (OTHERS.includes(asked)) {
  // With the memory the product has.
  if (!process.execArgv.includes(NODE_FLAGS[0] ?? '')) {
    const env = { ...process.env, ...MEMORY };
    process.exit(
      spawnSync(process.execPath, [...NODE_FLAGS, ...process.argv.slice(1)], { stdio: 'inherit', env }).status ?? 1,
    );
  }
  await import(`./${asked}.ts`);
  process.exit();
}

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: '0.01' },
    data: { type: 'string' },
    'as-of': { type: 'string', default: '2022-05-31' },
    threads: { type: 'string', default: '2' },
    'no-limit': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    keep: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const SAMPLE_EVERY_MS = 250;
const here = (file: string) => join(import.meta.dirname, file);
const temporary = mkdtempSync(join(tmpdir(), 'shouwang-bench-'));
chmodSync(temporary, 0o755);

function say(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

async function findData(): Promise<string> {
  if (values.data) return values.data;
  const outDir = join(temporary, 'in');
  say('generating');
  await generateRegion({
    outDir,
    scale: Number(values.scale),
    counties: [],
    truth: values.check,
    ...(values.check ? { expectedWarnings: true } : {}),
  });
  return outDir;
}

function runLimit(data: string): LimitResult | undefined {
  if (values['no-limit']) return undefined;
  say('limit');
  const options = ['--as-of', values['as-of'], '--threads', values.threads];
  return JSON.parse(
    execFileSync(process.execPath, [here('limit.ts'), data, join(temporary, 'limit'), ...options], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  ) as LimitResult;
}

type ProductResult = Pick<Measured, 'parts' | 'files' | 'totals' | 'postgresPeakBytes'>;

async function ended(child: ChildProcess): Promise<void> {
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the product ended with ${code}`);
}

/** The product in a process of its own, so that its memory is its own; PostgreSQL's is sampled while it runs. */
async function runProduct(data: string, out: string): Promise<ProductResult> {
  const parts: Part[] = [];
  const files: FileTime[] = [];
  let totals: Totals | undefined;
  let postmaster = 0;
  let postgresPeakBytes = 0;
  const child = fork(here('run/product.ts'), [data, out, values.keep ?? join(temporary, 'data'), values['as-of']], {
    env: { ...MEMORY, ...process.env },
    execArgv: NODE_FLAGS,
  });
  child.on('message', (message: ProductMessage) => {
    if (message.kind === 'started') postmaster = message.postmaster;
    else if (message.kind === 'part') {
      parts.push(message.part);
      say(`${message.part.name} ${message.part.seconds.toFixed(1)} s`);
    } else if (message.kind === 'file') files.push(message);
    else totals = message;
  });
  const sampler = setInterval(() => {
    if (postmaster > 0) postgresPeakBytes = Math.max(postgresPeakBytes, postgresMemory(postmaster));
  }, SAMPLE_EVERY_MS);
  try {
    await ended(child);
  } finally {
    clearInterval(sampler);
  }
  if (!totals) throw new Error('the product gave no totals');
  return { parts, files, totals, postgresPeakBytes };
}

try {
  const data = await findData();
  const inputBytes = readdirSync(data)
    .map((name) => statSync(join(data, name)))
    .reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  const limit = runLimit(data);
  const out = join(temporary, 'out');
  const scale = values.data ?? values.scale;
  const measured: Measured = { scale, inputBytes, limit, ...(await runProduct(data, out)) };
  const truth = join(data, 'truth');
  const verdict = values.check && existsSync(truth) ? await judge(truth, out) : undefined;
  say('');
  if (values.json) console.log(JSON.stringify({ ...measured, ratio: ratioOf(measured), verdict }));
  else {
    console.log(report(measured));
    if (verdict) {
      console.log(`matches: precision ${verdict.match.precision}, recall ${verdict.match.recall}`);
      if (verdict.warnings)
        console.log(`warnings: precision ${verdict.warnings.precision}, recall ${verdict.warnings.recall}`);
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
