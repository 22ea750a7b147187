// `shouwang import` and `shouwang load`: files come in.

import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../../kernel/problem.ts';
import { FEEDS } from '../../modules/feeds/domain/datasets/index.ts';
import { endRescreen, type LoadResult, loadBatch, touchedByBatch } from '../../modules/feeds/server/index.ts';
import { keepSettings } from '../../modules/figures/server/index.ts';
import { listAgreedNames } from '../../modules/intake/server/index.ts';
import { importParameters } from '../../modules/parameters/server/index.ts';
import { importRegistry } from '../../modules/registry-import/server/index.ts';
import { rescreenTouched } from '../../modules/warnings/server/index.ts';
import { machineProblem } from '../../platform/server/machine-problems.ts';
import { firstThere, importRegionsOf } from '../import-regions.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, endProgress, type Outcome, progressLine } from './command.ts';

/** `shouwang import`: what the folder holds of regions, parameters, households and persons. */
export async function runImport(shouwang: Shouwang, folder: string | undefined): Promise<unknown> {
  if (!folder) throw new UsageError('import 后面要写目录');
  if (!existsSync(folder)) throw new UsageError(`目录 ${folder} 不存在`);
  const { db, keys } = shouwang;
  const regions = await importRegionsOf(shouwang.db, COMMAND_LINE, folder);
  const parameters = firstThere(folder, 'parameters.json');
  const values = parameters ? await importParameters(db, COMMAND_LINE, parameters.path, keepSettings) : 0;
  const households = firstThere(folder, 'households.csv', 'households.xlsx');
  const members = firstThere(folder, 'members.csv', 'members.xlsx');
  if (!households && !members) return { ...regions, parameters: values };
  const result = await importRegistry(db, keys, COMMAND_LINE, {
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
export async function runLoad(
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
  } = await loadBatch(shouwang.db, shouwang.keys, COMMAND_LINE, {
    dataset,
    path: file,
    fileName: path.basename(file),
    rescreens: true,
    names,
    onProgress: ({ bytes, byteSize, rows, phase }) =>
      progressLine(`${path.basename(file)} ${phase} ${Math.floor((bytes / Math.max(byteSize, 1)) * 100)}% ${rows} 行`),
  });
  if (rescreenDue) {
    await rescreenTouched(shouwang.db, COMMAND_LINE, touchedByBatch(dataset, told.batchId, told.part));
    await endRescreen(shouwang.db, COMMAND_LINE, told.batchId);
  }
  return told;
}
