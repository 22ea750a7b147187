// The demonstration region: three leagues, six counties, about 30,000 people, screened, with accounts of every role. It is
// loaded by the same operations a user has, so every step may be repeated: an interrupted first start goes on at the next.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import { keepSetting, readSetting } from '../../../platform/server/settings.ts';
import { canSignInWith, createAccounts, type GivenAccount, hasAccounts } from '../../accounts/server/index.ts';
import { FEEDS } from '../../feeds/domain/datasets/index.ts';
import { loadBatch } from '../../feeds/server/index.ts';
import { importParameters } from '../../parameters/server/index.ts';
import { importRegistry } from '../../registry-import/server/index.ts';
import { checkWarning, screen } from '../../warnings/server/index.ts';
import { isFileOf } from '../domain/feed-sink.ts';
import { loadDemoCases, OTHER_COUNTY } from './load-cases.ts';
import { loadDoubtfulFiles } from './load-doubtful-files.ts';
import type { Opened } from './opened.ts';
import { generateRegion } from './write-region.ts';

export const DEMO_PASSWORD = 'Shouwang-2026';

const COUNTIES = [150923, 150922, 152222, 152221, 150429, 150425];
const HOUSEHOLDS = 10_900;
/** Long enough ago that some checks are due, short enough that most are not. */
const SCREENED_DAYS_AGO = 9;

const ACTOR = systemActor('演示数据');

const COUNTY = 150923;
const townshipOf = (village: number) => Math.floor(village / 1000) * 1000;

/** Accounts of every role and level around 商都县, and of 化德县, whose process differs; the villages are those with the most warnings. */
function demoAccounts(village: number, otherVillage: number): GivenAccount[] {
  const township = townshipOf(village);
  const county = COUNTY * 1_000_000;
  return [
    { username: 'admin', name: '管理员', role: 'administrator', areaCode: 150000000000 },
    { username: 'security', name: '孟克', role: 'security-administrator', areaCode: 150000000000 },
    { username: 'region', name: '乌云', role: 'region-officer', areaCode: 150000000000 },
    { username: 'chief', name: '格日勒', role: 'region-officer', areaCode: 150000000000 },
    { username: 'league', name: '包志强', role: 'region-officer', areaCode: 150900000000 },
    { username: 'county', name: '王建国', role: 'county-officer', areaCode: county },
    { username: 'township', name: '李秀兰', role: 'township-officer', areaCode: township },
    { username: 'village', name: '巴特尔', role: 'village-worker', areaCode: village },
    { username: 'data', name: '赵敏', role: 'data-officer', areaCode: 150000000000, department: 'yibao' },
    { username: 'huade-county', name: '高娃', role: 'county-officer', areaCode: OTHER_COUNTY * 1_000_000 },
    { username: 'huade-township', name: '其其格', role: 'township-officer', areaCode: townshipOf(otherVillage) },
    { username: 'huade-village', name: '苏和', role: 'village-worker', areaCode: otherVillage },
    { username: 'audit', name: '张正', role: 'auditor', areaCode: 150000000000 },
  ];
}

const STATE = 'demo.state';
const REST = 'demo.rest';
type DemoState = 'loading' | 'done';

async function demoState(db: Database): Promise<DemoState | undefined> {
  return db.bulkRead((tx) => readSetting<DemoState>(tx, STATE));
}

async function keepState(db: Database, state: DemoState): Promise<void> {
  await db.bulk(ACTOR, async (tx) => {
    await keepSetting(tx, STATE, state);
    return { result: undefined, audit: { operation: 'shouwang.demo', subjectKind: 'demo', subjectId: state } };
  });
}

/** Whether the demonstration is to be loaded now: nothing is there yet, or its loading was interrupted. */
export async function wantsDemo({ db }: Opened): Promise<boolean> {
  const state = await demoState(db);
  return state === undefined ? !(await hasAccounts(db)) && !(await hasHouseholds(db)) : state === 'loading';
}

/** Whether the demonstration is there and what comes behind its first page is not. */
export async function wantsDemoRest({ db }: Opened): Promise<boolean> {
  if ((await demoState(db)) !== 'done') return false;
  return !(await db.bulkRead((tx) => readSetting<boolean>(tx, REST)));
}

/** Does what comes behind the first page, by way of a folder for files; cut off, it is done again at the next start. */
export async function loadDemoRest({ db, dataFolder }: Opened, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(dataFolder, 'demo-'));
  try {
    await work(folder);
    await db.bulk(ACTOR, async (tx) => {
      await keepSetting(tx, REST, true);
      return { result: undefined, audit: { operation: 'shouwang.demo', subjectKind: 'demo', subjectId: 'rest' } };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether accounts with the password that everybody knows can still be signed in to. */
export async function hasDemoAccounts({ db }: Pick<Opened, 'db'>): Promise<boolean> {
  const usernames = demoAccounts(0, 0).map(({ username }) => username);
  return canSignInWith(db, usernames, DEMO_PASSWORD);
}

async function hasHouseholds(db: Database): Promise<boolean> {
  return (await db.bulkRead((tx) => tx.first(sql`select 1 from households limit 1`))) !== undefined;
}

/** A day of the region's clock, `daysAgo` days before today. */
function dayBefore(daysAgo: number): string {
  const then = new Date(Date.now() - daysAgo * 86_400_000);
  return then.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** Generates, imports, loads and screens the demonstration region and makes its accounts; `loadRegisters` puts its registers beside, by way of files in `folder`. */
export async function loadDemo(
  shouwang: Opened,
  loadRegisters: (folder: string) => Promise<void>,
  onStep: (step: string) => void,
): Promise<void> {
  const { db, keys, dataFolder } = shouwang;
  await keepState(db, 'loading');
  const folder = await mkdtemp(path.join(dataFolder, 'demo-'));
  try {
    onStep('生成数据');
    const asOf = dayBefore(SCREENED_DAYS_AGO);
    await generateRegion({ outDir: folder, counties: COUNTIES, households: HOUSEHOLDS, asOf, truth: false });
    onStep('导入户和人');
    await importParameters(db, ACTOR, path.join(folder, 'parameters.json'));
    const file = (name: string) => ({ path: path.join(folder, name), name });
    await importRegistry(db, keys, ACTOR, { households: file('households.csv'), members: file('members.csv') });
    const files = await readdir(folder, { recursive: true });
    for (const { code, title } of FEEDS) {
      onStep(`装载${title}`);
      for (const name of files.filter((each) => isFileOf(code, path.basename(each))).sort())
        await loadBatch(db, keys, ACTOR, {
          dataset: code,
          path: path.join(folder, name),
          fileName: path.basename(name),
        });
    }
    await loadDoubtfulFiles(shouwang, ACTOR, folder, asOf);
    onStep('导入资金、项目、资产等台账');
    await loadRegisters(folder);
    onStep('筛查');
    await screen(db, ACTOR, asOf);
    onStep('核实一部分预警');
    await workOnWarnings(db);
    onStep('建立账号');
    const village = await busiestVillage(db, COUNTY);
    const otherVillage = await busiestVillage(db, OTHER_COUNTY);
    if (!(await hasAccounts(db))) await createAccounts(db, demoAccounts(village, otherVillage), DEMO_PASSWORD, false);
    onStep('办理一部分监测个案');
    await loadDemoCases(shouwang, village, otherVillage);
    await keepState(db, 'done');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function busiestVillage(db: Database, countyCode: number): Promise<number> {
  const row = await db.bulkRead((tx) =>
    tx.first(sql<{ villageCode: number }>`
      select village_code from warnings where county_code = ${countyCode} and active group by village_code
      order by count(*) desc, village_code limit 1`),
  );
  if (!row) throw new Error('a county of the demonstration has no warnings');
  return row.villageCode;
}

const CHECKS = [
  { result: 'no-risk', note: '已入户核实，家庭收入稳定，支出在承受范围内' },
  { result: 'to-be-monitored', note: '主要劳动力患病，预计影响全年收入，建议纳入监测' },
  { result: 'handled-by-department', note: '医保部门已办理二次报销' },
  { result: 'no-risk', note: '电话和入户核实，子女务工收入未计入，无返贫风险' },
] as const;

/** Deadlines from three days ago to ten days ahead; every third warning is checked. Repeated, it changes nothing. */
async function workOnWarnings(db: Database): Promise<void> {
  await db.bulk(ACTOR, async (tx) => {
    const open = await tx.rows(sql<{ countyCode: number; id: number }>`
      select county_code, id from warnings where active and state = 'open' order by id limit 5000`);
    const audit = [];
    if (!(await tx.first(sql`select 1 from warnings where state <> 'open' limit 1`))) {
      for (const [index, { countyCode, id }] of open.entries()) {
        const check = CHECKS[Math.floor(index / 3) % CHECKS.length];
        if (index % 3 !== 0 || !check) continue;
        const outcome = await checkWarning(tx, { countyCode, id, ...check });
        audit.push(...[outcome.audit].flat());
      }
      await tx.run(sql`update warnings set due_on = today_there() + ((id * 7919) % 14)::int - 3
        where active and state = 'open'`);
    }
    return { result: undefined, audit };
  });
}
