// The command line of the data contract, §6: import, load, screen, export; and demo. Exit 0 when done, 2 on a usage error,
// 1 otherwise. Progress goes to stderr when that is a terminal; --json prints one object on stdout.

import { parseArgs } from 'node:util';
import { Problem } from '../kernel/problem.ts';
import { FEEDS } from '../modules/feeds/domain/datasets/index.ts';
import { screen } from '../modules/warnings/server/index.ts';
import { machineProblem } from '../platform/server/machine-problems.ts';
import { ACCOUNTS_USAGE, runAccounts } from './commands/account-command.ts';
import { AUDIT_USAGE, type AuditOptions, runAudit } from './commands/audit-command.ts';
import { BACKUP_USAGE, runBackup } from './commands/backup-command.ts';
import { COMMAND_LINE, done, endProgress, type Options, type Outcome } from './commands/command.ts';
import { runDemo, runFocus, shareOf } from './commands/demo-command.ts';
import { runExport } from './commands/export-command.ts';
import { FIGURES_USAGE, type FigureOptions, runFigures } from './commands/figure-command.ts';
import { runImport, runLoad } from './commands/load-command.ts';
import { REGISTER_USAGE, type RegisterOptions, runRegister } from './commands/register-command.ts';
import { runRestore } from './commands/restore-command.ts';
import { openShouwang } from './open-shouwang.ts';
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
${AUDIT_USAGE}
${ACCOUNTS_USAGE}
${BACKUP_USAGE}
  shouwang demo --out DIR [--scale 0.001] [--seed N] [--counties 150923,152222] [--as-of D]
                                                       生成演示数据文件（规模 1 为 290 万户）
  shouwang demo --focus [--share 1]                    把演示和全区 39.4 万户脱贫、监测户装入空的数据文件夹，并与公布数比较
选项：--json 结果以一个 JSON 对象输出
DATASET: ${FEEDS.map((feed) => feed.code).join(' ')}
环境变量：SHOUWANG_DATA 数据文件夹（默认 ./data），DATABASE_URL 另用的 PostgreSQL`;

const COMMANDS = ['import', 'load', 'screen', 'export', 'demo'];

async function run(positionals: string[], options: Options): Promise<Outcome> {
  const [command, ...rest] = positionals;
  if (!command || !COMMANDS.includes(command)) throw new UsageError(command ? `没有命令“${command}”` : '');
  const asOf = options['as-of'];
  if (command === 'screen' && !asOf) throw new UsageError('要用 --as-of 写明筛查日');
  if (command === 'demo' && !options.focus) return done(await runDemo(options));
  const share = shareOf(options);
  // A whole installation is made where nobody serves from meanwhile.
  const shouwang = await openShouwang(
    process.env,
    command === 'demo' ? { onTaken: (problem) => fail(problem) } : undefined,
  );
  try {
    if (command === 'demo') return done(await runFocus(shouwang, share));
    if (command === 'import') return done(await runImport(shouwang, rest[0]));
    if (command === 'load') return await runLoad(shouwang, rest[0], rest.slice(1), options.remembered ?? false);
    if (command === 'screen') return done(await screen(shouwang.db, COMMAND_LINE, asOf ?? ''));
    return done(await runExport(shouwang, rest[0], options));
  } finally {
    await shouwang.close();
  }
}

type AllOptions = AuditOptions & FigureOptions & Options & RegisterOptions & { json?: boolean };

/** Commands that have words of their own behind them. */
const OF_ITS_OWN: Readonly<Record<string, (words: string[], options: AllOptions) => Promise<Outcome>>> = {
  register: (words, options) => runRegister(openShouwang, words, options),
  figures: (words, options) => runFigures(openShouwang, words, options),
  audit: (words, options) => runAudit(openShouwang, words, options),
  accounts: (words) => runAccounts(openShouwang, words),
  backup: runBackup,
  restore: runRestore,
};

function fail(error: Error): never {
  endProgress();
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
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
        focus: { type: 'boolean' },
        share: { type: 'string' },
        refused: { type: 'string' },
        area: { type: 'string' },
        figure: { type: 'string', multiple: true },
        'known-by': { type: 'string' },
        before: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        key: { type: 'string' },
        head: { type: 'string' },
        id: { type: 'string' },
        keep: { type: 'string' },
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
    const of = command === undefined ? undefined : OF_ITS_OWN[command];
    const { result, failed } = of ? await of(words, values) : await run(positionals, values);
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
