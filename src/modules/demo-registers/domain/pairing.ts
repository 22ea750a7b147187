// Who helps whom: the units, enterprises, leaders and cadres of the published numbers, and pairs that have ended.

import { type DemoCounty, randomOf } from './counties.ts';
import { choose, deal } from './deal.ts';
import { openSheet, type Sheet, serial } from './sheet.ts';

export const ORGANISATION = '单位代码,单位名称,单位类别,地区代码';
export const CADRE = '干部编号,姓名,地区代码,单位名称,职务,层级';
const PAIRING = '结对编号,受帮扶地区代码,结对类型,单位代码,干部编号,开始日期,结束日期,文号';
const SPECIALIST = '干部编号,旗县代码,特派团,派出单位,专业,选派日期,结束日期';

const REGION = '150000000000';
const BEGUN = '2021-06-01';

export type Directory = {
  organisations: ReturnType<typeof openSheet<typeof ORGANISATION>>;
  cadres: ReturnType<typeof openSheet<typeof CADRE>>;
};

export function openDirectory(): Directory {
  return { organisations: openSheet('organisations', ORGANISATION), cadres: openSheet('cadres', CADRE) };
}

/** `count` units of one kind, by code. */
export function addUnits(
  { organisations }: Directory,
  letters: string,
  count: number,
  title: string,
  kind: string,
  place = REGION,
): string[] {
  return Array.from({ length: count }, (_, i) => {
    const code = `YS-${letters}${serial(i, 4)}`;
    organisations.add({ 单位代码: code, 单位名称: `示例${title}${i + 1}`, 单位类别: kind, 地区代码: place });
    return code;
  });
}

const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '包', '白', '吴', '孟', '韩'];
const GIVEN = ['建国', '秀兰', '志强', '海燕', '巴特尔', '其其格', '文静', '国庆', '乌兰', '晓东', '桂英', '永胜'];

export function addCadres(
  { cadres }: Directory,
  letters: string,
  count: number,
  post: string,
  level: string,
  place = REGION,
): string[] {
  return Array.from({ length: count }, (_, i) => {
    const number = `YS-${letters}${serial(i, 5)}`;
    const name = `${SURNAMES[i % 12] ?? ''}${GIVEN[Math.floor(i / 12) % 12] ?? ''}`;
    cadres.add({ 干部编号: number, 姓名: name, 地区代码: place, 单位名称: '示例单位', 职务: post, 层级: level });
    return number;
  });
}

type Pairings = ReturnType<typeof openSheet<typeof PAIRING>>;
type Pair = { area: string; kind: string; unit?: string | undefined; cadre?: string | undefined; ended?: boolean };

function pair({ sheet, add }: Pairings, { area, kind, unit, cadre, ended }: Pair): void {
  add({
    ...{
      结对编号: `JD${serial(sheet.rows.length, 5)}`,
      受帮扶地区代码: area,
      结对类型: kind,
      单位代码: unit,
      干部编号: cadre,
    },
    ...{
      开始日期: ended ? '2019-03-01' : BEGUN,
      结束日期: ended ? '2021-04-30' : undefined,
      文号: '演示协〔2021〕1号',
    },
  });
}

/** Helpers dealt round to areas so that each area has at least `least` and each helper at least one. */
function ring(helpers: readonly string[], areas: readonly DemoCounty[], pairs: number): [string, DemoCounty][] {
  return Array.from({ length: pairs }, (_, i) => [
    helpers[i % helpers.length] ?? '',
    areas[i % areas.length] as DemoCounty,
  ]);
}

function ofCounties(all: Pairings, directory: Directory, counties: readonly DemoCounty[]): void {
  const national = counties.filter(({ lifted }) => lifted === 'national');
  const key = counties.filter(({ isKey }) => isKey);
  const nationalKey = key.filter(({ isNationalKey }) => isNationalKey);
  for (const [unit, { code }] of ring(addUnits(directory, 'ZY', 29, '中央定点帮扶单位', '中央单位'), national, 31))
    pair(all, { area: code, kind: '中央单位定点帮扶', unit });
  for (const [unit, { code }] of ring(addUnits(directory, 'GQ', 28, '国有企业', '自治区国企'), key, 30))
    pair(all, { area: code, kind: '国企包联重点旗县', unit });
  const led = [...national, ...key.filter(({ lifted }) => lifted === 'regional')];
  addCadres(directory, 'LD', led.length, '省级领导', '自治区').forEach((cadre, i) => {
    pair(all, { area: led[i]?.code ?? '', kind: '省级领导联系旗县', cadre });
  });
  for (const [unit, { code }] of ring(addUnits(directory, 'ZX', 44, '重点帮扶民营企业', '民营企业'), nationalKey, 47))
    pair(all, { area: code, kind: '万企帮重点旗县', unit });
}

/** 1,339 firms with 3,171 villages, 69 of which have two; sixteen pairs are with regional key counties themselves. */
function ofVillages(all: Pairings, directory: Directory, counties: readonly DemoCounty[]): void {
  const firms = addUnits(directory, 'MQ', 1339, '民营企业', '民营企业');
  const counts = deal(
    3171,
    counties.map(({ villages }) => villages.length),
  );
  const villages = counties.flatMap((county, c) =>
    choose(randomOf(40, county.county), county.villages, counts[c] ?? 0),
  );
  villages.forEach((area, i) => {
    pair(all, { area, kind: '万企兴万村', unit: firms[i % firms.length] });
  });
  villages.slice(0, 69).forEach((area, i) => {
    pair(all, { area, kind: '万企兴万村', unit: firms[(i + 700) % firms.length] });
  });
  villages.slice(-60).forEach((area, i) => {
    pair(all, { area, kind: '万企兴万村', unit: firms[i], ended: true });
  });
  const regionalKey = counties.filter(({ isKey, isNationalKey }) => isKey && !isNationalKey);
  for (const [unit, { code }] of ring(firms.slice(0, 16), regionalKey, 16))
    pair(all, { area: code, kind: '万企兴万村', unit });
}

/** 201 units send 235 cadres to 240 villages of 123 townships in the key counties; five cadres have two villages. */
function ofUnits(all: Pairings, directory: Directory, key: readonly DemoCounty[]): void {
  const units = addUnits(directory, 'BL', 201, '包联单位', '党政机关');
  const cadres = addCadres(directory, 'BG', 235, '包联干部', '自治区');
  const townships = key.map(({ villages }) => {
    const groups = new Map<string, string[]>();
    for (const village of villages)
      groups.set(village.slice(0, 9), [...(groups.get(village.slice(0, 9)) ?? []), village]);
    return [...groups.values()];
  });
  const counts = deal(
    123,
    townships.map((groups) => groups.length),
  );
  const chosen = townships.flatMap((groups, c) => groups.slice(0, Math.max(1, counts[c] ?? 0)));
  const first = chosen.slice(0, 123).map((group) => group[0] ?? '');
  const more = chosen
    .slice(0, 123)
    .flatMap((group) => group.slice(1))
    .slice(0, 240 - first.length);
  [...first, ...more].forEach((area, i) => {
    const c = i % 235;
    pair(all, { area, kind: '单位包联嘎查村', unit: units[c % 201], cadre: cadres[c] });
  });
}

/** 405 specialists, six of them in two counties; twelve have gone. */
function specialists(directory: Directory, key: readonly DemoCounty[]): Sheet {
  const { sheet, add } = openSheet('specialist-postings', SPECIALIST);
  const people = addCadres(directory, 'KJ', 417, '科技特派员', '自治区');
  people.forEach((cadre, i) => {
    const has = {
      干部编号: cadre,
      旗县代码: key[i % key.length]?.code ?? '',
      特派团: '示例科技特派团',
      派出单位: '示例农牧业科学院',
      专业: '畜牧',
    };
    add({ ...has, 选派日期: '2021-09-01', 结束日期: i >= 405 ? '2022-03-31' : undefined });
    if (i < 6) add({ ...has, 旗县代码: key[(i + 1) % key.length]?.code ?? '', 选派日期: '2022-01-10' });
  });
  return sheet;
}

export function pairingSheets(counties: readonly DemoCounty[], directory: Directory): Sheet[] {
  const all = openSheet('pairings', PAIRING);
  const key = counties.filter(({ isKey }) => isKey);
  ofCounties(all, directory, counties);
  ofVillages(all, directory, counties);
  ofUnits(all, directory, key);
  return [all.sheet, specialists(directory, key)];
}
