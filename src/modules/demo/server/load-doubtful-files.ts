// Rows and issues to review in 商都县, and a file with the usual faults that whoever tries the product downloads and hands in.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDate } from '../../../kernel/plain-date.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import { keepTrialFile, loadBatch } from '../../feeds/server/index.ts';
import { type DemoMember, dirtyBills, doubtfulBills } from '../domain/doubtful-files.ts';
import type { Opened } from './opened.ts';

const DATASET = 'medical-settlement';
const COUNTY = '150923';

const cellsOf = (text: string) =>
  text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** People of the county in the order of the generated tables, whose lines hold no quoted cell. */
async function membersOf(folder: string): Promise<DemoMember[]> {
  const [households, members] = await Promise.all(
    ['households.csv', 'members.csv'].map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  const villages = new Map(cellsOf(households ?? '').map(([number, village = '']) => [number, village]));
  return cellsOf(members ?? '').flatMap(([, household, name = '', , id = '']) => {
    const village = villages.get(household) ?? '';
    return village.startsWith(COUNTY) ? [{ village, name, id }] : [];
  });
}

/** Loads the one, keeps the other. The same generated folder gives the same files. */
export async function loadDoubtfulFiles(
  { db, keys, dataFolder }: Opened,
  actor: Actor,
  folder: string,
  asOf: string,
): Promise<void> {
  const members = await membersOf(folder);
  const day = parseDate(asOf);
  const settlements = (await readFile(path.join(folder, `${DATASET}-1.csv`), 'utf8')).split('\n');
  const name = '医疗费用结算（商都县补报）.csv';
  const file = { path: path.join(folder, name), fileName: name };
  await writeFile(file.path, doubtfulBills(members, settlements, day));
  await loadBatch(db, keys, { ...actor, areaCode: Number(COUNTY) * 1_000_000 }, { dataset: DATASET, ...file });
  await keepTrialFile({ dataFolder }, DATASET, dirtyBills(members, day));
}
