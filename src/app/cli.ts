// The command line of the data contract, §6: import, load, screen, export; and demo. Exit 0 when done, 2 on a usage error,
// 1 otherwise. Progress goes to stderr when that is a terminal; --json prints one object on stdout.

import { createWriteStream, existsSync, fchmodSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { Problem } from '../kernel/problem.ts';
import { generateRegion } from '../modules/demo/server/index.ts';
import { FEEDS } from '../modules/feeds/domain/datasets/index.ts';
import {
  endRescreen,
  exportMatches,
  exportQuarantine,
  type LoadResult,
  loadBatch,
  touchedByBatch,
} from '../modules/feeds/server/index.ts';
import { keepSettings } from '../modules/figures/server/index.ts';
import { listAgreedNames } from '../modules/intake/server/index.ts';
import { importParameters } from '../modules/parameters/server/index.ts';
import { importRegistry } from '../modules/registry-import/server/index.ts';
import { exportWarnings, rescreenTouched, screen } from '../modules/warnings/server/index.ts';
import { systemActor } from '../platform/server/actor.ts';
import type { Tx } from '../platform/server/db.ts';
import { machineProblem } from '../platform/server/machine-problems.ts';
import { FIGURES_USAGE, runFigures } from './commands/figure-command.ts';
import { REGISTER_USAGE, runRegister } from './commands/register-command.ts';
import { firstThere, importRegionsOf } from './import-regions.ts';
import { openShouwang, type Shouwang } from './open-shouwang.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `用法：
  shouwang import DIR                                  导入行政区划及其变更、参数、户、人（目录里有哪个导入哪个）
  shouwang load DATASET FILE… [--remembered]           装载部门数据；--remembered 按各单位以往指定的列对应
  shouwang screen --as-of 2022-05-31                   筛查
  shouwang export warnings --as-of 2022-05-31 --out F  导出预警
  shouwang export matches --dataset X --out F          导出匹配结果
  shouwang export quarantine --out F                   导出隔离区
${REGISTER_USAGE}
${FIGURES_USAGE}
  shouwang demo --out DIR [--scale 0.001] [--seed N] [--counties 150923,152222] [--as-of D]
                                                       生成演示数据文件（规模 1 为 290 万户）
选项：--json 结果以一个 JSON 对象输出
DATASET: ${FEEDS.map((feed) => feed.code).join(' ')}
环境变量：SHOUWANG_DATA 数据文件夹（默认 ./data），DATABASE_URL 另用的 PostgreSQL`;

/** What a command prints; `failed` where a part of it was refused. */
type Outcome = { result: unknown; failed: boolean };

function done(result: unknown): Outcome {
  return { result, failed: false };
}

const ACTOR = systemActor('命令行');

function progressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

async function runImport(shouwang: Shouwang, folder: string | undefined): Promise<unknown> {
  if (!folder) throw new UsageError('import 后面要写目录');
  if (!existsSync(folder)) throw new UsageError(`目录 ${folder} 不存在`);
  const { db, keys } = shouwang;
  const regions = await importRegionsOf(shouwang.db, ACTOR, folder);
  const parameters = firstThere(folder, 'parameters.json');
  const values = parameters ? await importParameters(db, ACTOR, parameters.path, keepSettings) : 0;
  const households = firstThere(folder, 'households.csv', 'households.xlsx');
  const members = firstThere(folder, 'members.csv', 'members.xlsx');
  if (!households && !members) return { ...regions, parameters: values };
  const result = await importRegistry(db, keys, ACTOR, {
    ...(households ? { households } : {}),
    ...(members ? { members } : {}),
    onProgress: ({ file, bytes, byteSize, rows }) =>
      progressLine(`${file} ${Math.floor((bytes / Math.max(byteSize, 1)) * 100)}% ${rows} 行`),
  });
  return { ...regions, parameters: values, ...result };
}

/** Why a file was refused, where the others go on; anything else ends the command. */
function refusalOf(error: unknown): string {
  const problem = error instanceof Problem ? error : machineProblem(error);
  if (!problem) throw error;
  return problem.message;
}

/** Of several files every one is tried and told; the command fails where one of them was refused. */
async function runLoad(
  shouwang: Shouwang,
  dataset: string | undefined,
  files: string[],
  isRemembered: boolean,
): Promise<Outcome> {
  if (!dataset || !FEEDS.some((feed) => feed.code === dataset))
    throw new UsageError(`没有名为“${dataset ?? ''}”的数据种类`);
  if (files.length === 0) throw new UsageError('load 后面要写至少一个文件');
  for (const file of files) if (!existsSync(file)) throw new UsageError(`文件 ${file} 不存在`);
  const results = [];
  let failed = false;
  for (const file of files) {
    try {
      results.push(await loadFile(shouwang, dataset, file, isRemembered));
    } catch (error) {
      if (files.length === 1) throw error;
      const refused = refusalOf(error);
      endProgress();
      process.stderr.write(`${path.basename(file)}: ${refused}\n`);
      results.push({ file: path.basename(file), refused });
      failed = true;
    }
  }
  return { result: { files: results }, failed };
}

type Told = Omit<LoadResult, 'rescreenDue' | 'held'>;

/** Whoever sits at the command line sees the counts and nothing is held; headings that offices explained count only if told. */
async function loadFile(shouwang: Shouwang, dataset: string, file: string, isRemembered: boolean): Promise<Told> {
  const names = isRemembered ? await shouwang.db.bulkRead((tx) => listAgreedNames(tx, dataset)) : [];
  const {
    rescreenDue,
    held: _,
    ...told
  } = await loadBatch(shouwang.db, shouwang.keys, ACTOR, {
    dataset,
    path: file,
    fileName: path.basename(file),
    rescreens: true,
    names,
    onProgress: ({ bytes, byteSize, rows, phase }) =>
      progressLine(`${path.basename(file)} ${phase} ${Math.floor((bytes / Math.max(byteSize, 1)) * 100)}% ${rows} 行`),
  });
  if (rescreenDue) {
    await rescreenTouched(shouwang.db, ACTOR, touchedByBatch(dataset, told.batchId, told.part));
    await endRescreen(shouwang.db, ACTOR, told.batchId);
  }
  return told;
}

async function toFile(
  shouwang: Shouwang,
  out: string | undefined,
  write: (tx: Tx, target: NodeJS.WritableStream) => Promise<void>,
): Promise<unknown> {
  if (!out) throw new UsageError('要用 --out 写明输出文件');
  // Rows as they came may hold ID numbers: nobody else reads the file, also where it stood before.
  const target = createWriteStream(out, { mode: 0o600 });
  target.once('open', (fd) => fchmodSync(fd, 0o600));
  await shouwang.db.bulk(ACTOR, async (tx) => {
    await write(tx, target);
    return {
      result: undefined,
      audit: { operation: 'shouwang.export', subjectKind: 'file', subjectId: path.basename(out) },
    };
  });
  target.end();
  await finished(target);
  return { out };
}

type Options = {
  remembered?: boolean | undefined;
  'as-of'?: string | undefined;
  dataset?: string | undefined;
  out?: string | undefined;
  scale?: string | undefined;
  seed?: string | undefined;
  counties?: string | undefined;
  refused?: string | undefined;
  area?: string | undefined;
};

async function runExport(shouwang: Shouwang, what: string | undefined, options: Options): Promise<unknown> {
  const { dataset, out } = options;
  const asOf = options['as-of'];
  if (what === 'warnings') {
    if (!asOf) throw new UsageError('要用 --as-of 写明筛查日');
    return toFile(shouwang, out, (tx, target) => exportWarnings(tx, asOf, target));
  }
  if (what === 'matches') {
    if (!dataset || !FEEDS.some((feed) => feed.code === dataset)) throw new UsageError('要用 --dataset 写明数据种类');
    return toFile(shouwang, out, (tx, target) => exportMatches(tx, dataset, target));
  }
  if (what === 'quarantine') return toFile(shouwang, out, (tx, target) => exportQuarantine(tx, shouwang.keys, target));
  throw new UsageError('export 后面要写 warnings、matches 或 quarantine');
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new UsageError(`--${name} 要写大于 0 的数，现在是“${text}”`);
  return value;
}

/** Writes files only; `import` and `load` take them from there. */
async function runDemo({ out, scale, seed, counties, 'as-of': asOf }: Options): Promise<unknown> {
  if (!out) throw new UsageError('要用 --out 写明输出文件夹');
  const codes = (counties ?? '').split(',').filter(Boolean);
  for (const code of codes)
    if (!/^15\d{4}$/.test(code)) throw new UsageError(`--counties 里的“${code}”不是六位旗县代码`);
  return generateRegion(
    {
      outDir: out,
      scale: numberOf('scale', scale ?? '0.001'),
      counties: codes.map(Number),
      ...(seed ? { seed: numberOf('seed', seed) } : {}),
      ...(asOf ? { asOf } : {}),
    },
    ({ county, counties: all, households }) => progressLine(`旗县 ${county}/${all}，${households} 户`),
  );
}

const COMMANDS = ['import', 'load', 'screen', 'export', 'demo'];

async function run(positionals: string[], options: Options): Promise<Outcome> {
  const [command, ...rest] = positionals;
  if (!command || !COMMANDS.includes(command)) throw new UsageError(command ? `没有命令“${command}”` : '');
  const asOf = options['as-of'];
  if (command === 'screen' && !asOf) throw new UsageError('要用 --as-of 写明筛查日');
  if (command === 'demo') return done(await runDemo(options));
  const shouwang = await openShouwang();
  try {
    if (command === 'import') return done(await runImport(shouwang, rest[0]));
    if (command === 'load') return await runLoad(shouwang, rest[0], rest.slice(1), options.remembered ?? false);
    if (command === 'screen') return done(await screen(shouwang.db, ACTOR, asOf ?? ''));
    return done(await runExport(shouwang, rest[0], options));
  } finally {
    await shouwang.close();
  }
}

/** Prints nested counts as indented lines. */
function printPlain(value: unknown, indent = ''): void {
  for (const [key, entry] of Object.entries(value as Record<string, unknown>)) {
    if (entry && typeof entry === 'object') {
      process.stdout.write(`${indent}${key}:\n`);
      printPlain(entry, `${indent}  `);
    } else process.stdout.write(`${indent}${key}: ${entry}\n`);
  }
}

async function main(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        dataset: { type: 'string' },
        out: { type: 'string' },
        scale: { type: 'string' },
        seed: { type: 'string' },
        counties: { type: 'string' },
        refused: { type: 'string' },
        area: { type: 'string' },
        figure: { type: 'string', multiple: true },
        'known-by': { type: 'string' },
        json: { type: 'boolean' },
        remembered: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const [command, ...words] = positionals;
    const { result, failed } =
      command === 'register'
        ? await runRegister(openShouwang, words, values)
        : command === 'figures'
          ? await runFigures(openShouwang, words, values)
          : await run(positionals, values);
    endProgress();
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else printPlain(result);
    return failed ? 1 : 0;
  } catch (error) {
    endProgress();
    if (
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    ) {
      process.stderr.write(`${error.message}\n${USAGE}\n`);
      return 2;
    }
    const problem = error instanceof Problem ? error : machineProblem(error);
    process.stderr.write(`${problem?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
    return 1;
  }
}

// A reader that has seen enough (`| head`) is no fault.
process.stdout.on('error', () => undefined);
process.exitCode = await main();
