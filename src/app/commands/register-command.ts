// `shouwang register …`: the command line of the data contract for registers, §7.

import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RegisterDefinition } from '../../kernel/register/define-register.ts';
import { describeColumns, describeKey } from '../../kernel/register/describe.ts';
import { ISSUES } from '../../kernel/register/issues.ts';
import { PLACE_NAMES } from '../../kernel/register/places.ts';
import { countRows } from '../../platform/server/registers/count-rows.ts';
import { exportToFile } from '../../platform/server/registers/export.ts';
import { importSet, type SetFile, type SetResult } from '../../platform/server/registers/import-set.ts';
import { refusedWorkbook } from '../../platform/server/registers/refused/refused-file.ts';
import { templateWorkbook } from '../../platform/server/registers/template.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { registerTools } from '../registers/tools.ts';
import { catalogue } from '../registers.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, type Outcome } from './command.ts';
import { registerFilesOf } from './register-files.ts';

export const REGISTER_USAGE = `  shouwang register list                               列出台账
  shouwang register template KIND --out F.xlsx         台账的填报模板
  shouwang register import KIND FILE… [--refused F]    导入台账文件，未收录行写到 F(xlsx)
  shouwang register import DIR [--refused F]           导入目录中的全部台账文件
  shouwang register export KIND [--area CODE] [--as-of D] --out F
                                                       导出台账（csv 或 xlsx）`;

export type RegisterOptions = {
  out?: string | undefined;
  refused?: string | undefined;
  area?: string | undefined;
  'as-of'?: string | undefined;
};

function registerOf(code: string | undefined): RegisterDefinition {
  const register = code === undefined ? undefined : catalogue.find(code);
  if (!register) throw new UsageError(code ? `没有代码为“${code}”的台账` : '要写明台账的代码');
  return register;
}

async function list({ db }: Shouwang): Promise<unknown> {
  const rows = await db.bulkRead((tx) => countRows(tx, catalogue.registers));
  return {
    registers: catalogue.registers.map((register) => ({
      代码: register.code,
      名称: register.title,
      层级: PLACE_NAMES[register.place],
      主键: describeKey(register),
      行数: rows.get(register.code) ?? 0,
      place: register.place,
      columns: describeColumns(register),
    })),
    issues: ISSUES,
  };
}

function filesAsked(words: string[]): { files: SetFile[]; left: string[] } {
  const [first, ...rest] = words;
  if (first === undefined) throw new UsageError('import 后面要写台账的代码和文件，或者一个目录');
  if (rest.length === 0) {
    if (!existsSync(first) || !statSync(first).isDirectory()) {
      if (catalogue.find(first)) throw new UsageError(`要写明导入台账“${first}”的哪个文件`);
      throw new UsageError(`没有目录“${first}”，也没有这个代码的台账`);
    }
    return registerFilesOf(first, catalogue);
  }
  const register = registerOf(first);
  for (const file of rest) if (!existsSync(file)) throw new UsageError(`文件 ${file} 不存在`);
  return { files: rest.map((file) => ({ path: file, name: path.basename(file), register: register.code })), left: [] };
}

async function runImport(shouwang: Shouwang, words: string[], { refused }: RegisterOptions): Promise<Outcome> {
  const { files, left } = filesAsked(words);
  const result: SetResult =
    files.length === 0
      ? { setId: 0, files: [], shown: [] }
      : await importSet(shouwang.db, shouwang.keys, COMMAND_LINE, {
          ...registerTools,
          files,
        });
  if (refused !== undefined)
    await writeFile(refused, await refusedWorkbook(shouwang.db, shouwang.keys, catalogue, result.setId));
  const failed = result.files.filter(({ problem }) => problem !== undefined);
  for (const { problem } of failed) process.stderr.write(`${problem}\n`);
  const { setId, files: counts } = result;
  return { result: { setId, files: counts, left }, failed: failed.length > 0 };
}

async function runExport(shouwang: Shouwang, code: string | undefined, options: RegisterOptions) {
  const register = registerOf(code);
  const { out, area, 'as-of': asOf } = options;
  if (!out) throw new UsageError('要用 --out 写明输出文件');
  if (area !== undefined && !/^15\d{10}$/.test(area))
    throw new UsageError(`--area 要写 12 位地区代码，现在是“${area}”`);
  if (asOf !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(asOf))
    throw new UsageError(`--as-of 要写日期，如 2022-05-31，现在是“${asOf}”`);
  const rows = await exportToFile(shouwang.db, COMMAND_LINE, register, {
    out,
    ...(area ? { area: Number(area) } : {}),
    ...(asOf ? { asOf } : {}),
  });
  return { out, rows };
}

/** Runs the words after `register`. */
export async function runRegister(
  open: () => Promise<Shouwang>,
  words: string[],
  options: RegisterOptions,
): Promise<Outcome> {
  const [what, ...rest] = words;
  if (what === 'template') {
    const register = registerOf(rest[0]);
    if (!options.out) throw new UsageError('要用 --out 写明输出文件');
    await writeFile(options.out, await templateWorkbook(register));
    return { result: { out: options.out }, failed: false };
  }
  if (what !== 'list' && what !== 'import' && what !== 'export')
    throw new UsageError('register 后面要写 list、template、import 或 export');
  if (what === 'import') filesAsked(rest);
  if (what === 'export') registerOf(rest[0]);
  const shouwang = await open();
  try {
    if (what === 'import') return await runImport(shouwang, rest, options);
    const result = what === 'list' ? await list(shouwang) : await runExport(shouwang, rest[0], options);
    return { result, failed: false };
  } finally {
    await shouwang.close();
  }
}
