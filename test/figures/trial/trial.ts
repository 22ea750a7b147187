// A trial: the files of two deliveries by a seed, what of them is refused, and what stands after each.

import { Chance, FIRST_TITLES } from './chance.ts';
import { changes } from './changes.ts';
import { after, judge } from './judge.ts';
import { makeAssets } from './make-assets.ts';
import { cornerHouseholds, makeCorners, makeVoid, makeVoidSpells } from './make-corners.ts';
import { makeFunds, makeProjects } from './make-funds.ts';
import { type Household, makeBenefits, makeHouseholds, makeIncomes, makeStatuses } from './make-households.ts';
import { makeSites, makeSmall } from './make-small.ts';
import type { Records, Settings } from './question.ts';
import { type Row, row } from './rows.ts';
import { misplace, spoil } from './spoil.ts';
import type { Stored } from './whole-set.ts';
import { makeWorld, REGION, type World } from './world.ts';
import { type MadeFile, writeFiles } from './write-files.ts';

export type Delivery = {
  files: MadeFile[];
  rows: Row[];
  /** What stands after it. */
  records: Records;
};

export type Trial = {
  world: World;
  registry: { households: string; members: string };
  settings: Records['settings'];
  deliveries: [Delivery, Delivery];
};

const FIRST: Stored = new Map([
  [
    'county-designations',
    FIRST_TITLES.map(({ county, title }) => row('county-designations', { 旗县代码: county, 称号: title })),
  ],
]);

function deliver(
  world: World,
  rows: Row[],
  stored: Stored,
  name: string,
): { files: MadeFile[]; stored: Map<string, Row[]> } {
  const files = writeFiles(world.chance, rows, name);
  judge(rows, stored);
  return { files, stored: after(rows, stored) };
}

/** Sound rows are made and judged first: what is spoilt or doubled is made of them. */
function firstRows(world: World, households: readonly Household[]): Row[] {
  const { chance } = world;
  const sites = makeSites(world);
  const projects = makeProjects(world, sites);
  const rows = [
    ...[...sites, ...projects, ...makeFunds(world, projects), ...makeStatuses(world, households)],
    ...[
      ...makeIncomes(world, households),
      ...makeBenefits(world, projects, households),
      ...makeAssets(world, projects),
    ],
    ...[...makeSmall(world), ...makeCorners(world)],
  ];
  judge(rows, FIRST);
  const twice = chance.some(rows, 20).map((one) => row(one.register, { ...one.cells }, [...one.planted]));
  const otherwise = chance
    .some(
      rows.filter(({ register }) => register === 'projects'),
      3,
    )
    .map((one) => row('projects', { ...one.cells, 项目名称: '另一名称' }));
  const voided = [...makeVoid(world, rows), ...makeVoidSpells(world, rows)];
  return [...rows, ...twice, ...otherwise, ...voided, ...spoil(world, rows), ...misplace(world, rows)];
}

function idNumber(county: number, order: number): string {
  const first = `${Math.floor(county / 1e6)}1980${String((order % 12) + 1).padStart(2, '0')}${String((order % 28) + 1).padStart(2, '0')}${String(order % 1000).padStart(3, '0')}`;
  const weighted = [...first].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0);
  return `${first}${'10X98765432'[weighted % 11]}`;
}

function registryOf(households: readonly Household[]): Trial['registry'] {
  const members = households.flatMap(({ number, village, labour }, h) =>
    labour.map((skill, i) =>
      [
        `${number}-${i}`,
        number,
        `测试${h}`,
        '女',
        idNumber(Math.floor(village / 1e6) * 1e6, h * 3 + i),
        i === 0 ? '户主' : '之子',
        skill,
      ].join(','),
    ),
  );
  return {
    households: `户编号,嘎查村代码,户类型,监测对象类别,风险是否已消除\n${households.map(({ number, village, lifted, category, cleared }) => [number, village, lifted ? '脱贫户' : '一般农户', category, category && (cleared ? '是' : '否')].join(',')).join('\n')}\n`,
    members: `人编号,户编号,姓名,性别,证件号码,与户主关系,劳动技能\n${members.join('\n')}\n`,
  };
}

function settingsOf({ leagues, counties, year }: World): Records['settings'] {
  const [one = 0, two = 0, three = 0] = leagues;
  const set = (region: number, from: string, values: Settings) => ({ region, from, values });
  return [
    set(REGION, `${year}-01-01`, { 'growth.base': 'day' }),
    set(REGION, `${year + 1}-01-01`, { 'growth.base': 'year', 'special.counties': 'LN' }),
    set(one, `${year - 1}-06-01`, { 'issued.sources': 'central+region' }),
    set(two, `${year}-03-01`, { 'industry.classes': '产业发展、就业项目' }),
    set(three, `${year - 3}-01-01`, { 'monitored.cleared': 'in' }),
    set(counties[1] ?? 0, `${year}-01-01`, { 'spent.base': 'arranged', 'issued.sources': 'all' }),
    set(counties[5] ?? 0, `${year}-01-01`, { 'labour.able': '普通劳动力、技能劳动力、弱劳动力或半劳动力' }),
  ];
}

export function makeTrial(seed: number): Trial {
  const world = makeWorld(new Chance(seed));
  const usual = makeHouseholds(world);
  const settings = settingsOf(world);
  const households = [...usual, ...cornerHouseholds(world)];
  const firstOnes = firstRows(world, usual);
  const first = deliver(world, firstOnes, FIRST, 'a');
  const secondOnes = changes(world, first.stored);
  const second = deliver(world, secondOnes, first.stored, 'b');
  const recordsOf = (rows: ReadonlyMap<string, Row[]>): Records => ({ rows, households, settings });
  return {
    ...{ world, settings, registry: registryOf(households) },
    deliveries: [
      { files: first.files, rows: firstOnes, records: recordsOf(first.stored) },
      { files: second.files, rows: secondOnes, records: recordsOf(second.stored) },
    ],
  };
}
