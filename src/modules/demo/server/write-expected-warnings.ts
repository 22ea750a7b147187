// `truth/warnings.csv` of a small folder: the written files are read back and judged by the plain evaluator.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { expectWarnings } from '../domain/expected-warnings.ts';
import { readFolder } from './read-folder.ts';

/** The warnings that `folder` must give, as lines of the warnings export. */
export async function listExpectedWarnings(folder: string, truth: string, asOf: PlainDate): Promise<string[]> {
  const warnings = expectWarnings(await readFolder(folder, truth, asOf));
  return warnings.map((w) => `${w.household},${w.rule},${w.level},${w.monitored ? '是' : '否'}`);
}

export async function writeExpectedWarnings(folder: string, asOf: PlainDate): Promise<void> {
  const truth = join(folder, 'truth');
  const lines = await listExpectedWarnings(folder, truth, asOf);
  writeFileSync(
    join(truth, 'warnings.csv'),
    `户编号,规则,级别,是否在监测\n${lines.map((line) => `${line}\n`).join('')}`,
  );
}
