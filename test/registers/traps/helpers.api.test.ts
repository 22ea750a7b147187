// Files of helpers by the contract, with twins: one firm under two spellings and one code, a unit with two counties, a cadre with two villages,
// ended and overlapping pairings. Rows, refusals, figures and pages are held against a plain reckoning over the written lines. Then a unit of two
// codes is made one, and two again.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerTools } from '../../../src/app/registers/tools.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { importSet } from '../../../src/platform/server/registers/import-set.ts';
import { Chance, COUNTIES, FIRST_TITLES, later, PLACES } from '../../figures/trial/chance.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import { COUNTY, OTHER_COUNTY, REGION } from '../../small-registry.ts';

const ACTOR = systemActor('test');
const id = () => crypto.randomUUID();
const DAYS = ['2021-12-31', '2022-05-31'];
/** One body, registered twice: the second code came with another office. */
const [FIRM, FIRM_AGAIN] = ['91150923MA0N00001N', '91150922MA0N000018'];

type Line = Record<string, string | undefined>;

const chance = new Chance(16);
const UNITS = ['自治区水利厅', '自治区教育厅', '某能源公司', '某银行', '草原牧业有限公司', '兴农有限公司'].map(
  (name, i): Line => ({ 单位代码: `单位${i + 1}`, 单位名称: name, 单位类别: '民营企业', 地区代码: String(REGION) }),
);
UNITS.push(
  { 单位代码: FIRM, 单位名称: '内蒙古示例（集团）有限责任公司', 单位类别: '民营企业', 地区代码: String(COUNTY) },
  { 单位代码: FIRM_AGAIN, 单位名称: '示例集团有限公司', 单位类别: '民营企业', 地区代码: String(OTHER_COUNTY) },
);
const CADRES = Array.from(
  { length: 8 },
  (_, i): Line => ({ 干部编号: `干部${i + 1}`, 姓名: '那顺', 地区代码: String(REGION), 职务: '处长' }),
);

const TITLE_COUNTIES = [...new Set(FIRST_TITLES.map(({ county }) => county))].filter((code) => COUNTIES.has(code));
const SOME_COUNTIES = [
  COUNTY,
  OTHER_COUNTY,
  ...chance.some(TITLE_COUNTIES, 5),
  ...chance.some([...COUNTIES.keys()], 2),
];
const levelOf = new Map(PLACES.map(({ code, level }) => [code, level]));
const VILLAGES = PLACES.filter(
  ({ code, level }) => level === 'village' && SOME_COUNTIES.includes(Math.floor(code / 1e6) * 1e6),
).map(({ code }) => code);

/** Kinds with the level their area must have (contract §5), and whether unit and cadre must be named (registers.tsv). */
const KINDS: Record<string, { levels: string[]; unit: boolean; cadre: boolean }> = {
  省级领导联系旗县: { levels: ['county'], unit: false, cadre: true },
  国企包联重点旗县: { levels: ['county'], unit: true, cadre: false },
  单位包联嘎查村: { levels: ['village'], unit: true, cadre: true },
  中央单位定点帮扶: { levels: ['county'], unit: true, cadre: false },
  万企兴万村: { levels: ['village', 'county'], unit: true, cadre: false },
  万企帮重点旗县: { levels: ['county'], unit: true, cadre: false },
};

function makePairing(i: number): Line {
  const kind = chance.one(Object.keys(KINDS));
  const { levels = [], unit, cadre } = KINDS[kind] ?? {};
  // One in fifteen lies at a wrong level, names nobody, or ends before it begins.
  const level = chance.is(0.06) ? 'township' : chance.one(levels);
  const [village = 0] = chance.some(VILLAGES.slice(0, 60), 1);
  const helped = { county: chance.one(SOME_COUNTIES), village, township: Math.floor(village / 1e3) * 1e3 }[level] ?? 0;
  const start = chance.day('2020-01-01', '2022-06-30');
  const end = chance.is(0.4) ? later(start, chance.whole(-3, 700)) : '';
  return {
    ...{ 结对编号: `P${i}`, 受帮扶地区代码: String(helped), 结对类型: kind, 开始日期: start, 结束日期: end },
    单位代码: !unit || chance.is(0.05) ? '' : chance.is(0.05) ? '没有的单位' : (chance.one(UNITS).单位代码 ?? ''),
    干部编号: !cadre || chance.is(0.05) ? '' : (chance.one(CADRES).干部编号 ?? ''),
    文号: '协〔2021〕1号',
  };
}
const PAIRINGS = Array.from({ length: 500 }, (_, i) => makePairing(i));

const meets = (a: Line, b: Line) => {
  const end = (one: Line) => one.结束日期 || '9999';
  const [x, y] = [a.开始日期 ?? '', b.开始日期 ?? ''];
  return x < end(b) && y < end(a) && x < end(a) && y < end(b);
};

/** Codes against each line, read from the contract: fields and references first, then one leader one county, by beginning, then line. */
function judge(): Map<string, string[]> {
  const known = new Set(UNITS.map(({ 单位代码 }) => 单位代码));
  const codes = new Map(
    PAIRINGS.map((one) => {
      const { levels = [], unit, cadre } = KINDS[one.结对类型 ?? ''] ?? {};
      const found = [
        ...(levels.includes(levelOf.get(Number(one.受帮扶地区代码)) ?? '') ? [] : ['bad-region']),
        ...(unit && !one.单位代码 ? ['missing'] : []),
        ...(cadre && !one.干部编号 ? ['missing'] : []),
        ...(one.单位代码 && !known.has(one.单位代码) ? ['no-reference'] : []),
        ...(one.结束日期 && one.结束日期 < (one.开始日期 ?? '') ? ['dates-order'] : []),
      ];
      return [one.结对编号 ?? '', found] as const;
    }),
  );
  const taken: Line[] = [];
  const leaders = PAIRINGS.filter(
    (one) => one.结对类型 === '省级领导联系旗县' && codes.get(one.结对编号 ?? '')?.length === 0,
  );
  for (const one of leaders.toSorted((a, b) =>
    (a.开始日期 ?? '') < (b.开始日期 ?? '') ? -1 : a.开始日期 === b.开始日期 ? 0 : 1,
  )) {
    const clash = taken.some(
      (other) =>
        meets(one, other) && (other.干部编号 === one.干部编号) !== (other.受帮扶地区代码 === one.受帮扶地区代码),
    );
    if (clash) codes.get(one.结对编号 ?? '')?.push('not-one-to-one');
    else taken.push(one);
  }
  return codes;
}
const CODES = judge();
const STANDING = PAIRINGS.filter((one) => CODES.get(one.结对编号 ?? '')?.length === 0);

const countyOf = (one: Line) => Math.floor(Number(one.受帮扶地区代码) / 1e6) * 1e6;
const titled = (...titles: string[]) =>
  new Set(
    FIRST_TITLES.filter(({ title }) => titles.some((word) => title.startsWith(word))).map(({ county }) => county),
  );
const KEY = titled('国家乡村振兴重点', '自治区乡村振兴重点');
const NATIONAL_KEY = titled('国家乡村振兴重点');
const LIFTED_NATIONAL = titled('国家级脱贫');

/** Pairs of a kind that hold on the day in the area: begun, and not ended. */
function pairs(kind: string, day: string, area: number): Line[] {
  return STANDING.filter(
    (one) =>
      one.结对类型 === kind &&
      (one.开始日期 ?? '') <= day &&
      (!one.结束日期 || one.结束日期 > day) &&
      (area === REGION || countyOf(one) === area),
  );
}
const distinct = (rows: readonly Line[], by: (one: Line) => unknown) => new Set(rows.map(by)).size;
const unit = (one: Line) => one.单位代码;
const helped = (one: Line) => one.受帮扶地区代码;
const isVillage = (one: Line) => levelOf.get(Number(one.受帮扶地区代码)) === 'village';

/** Each figure as figure-definitions §4 has it. */
const FIGURES: Record<string, (day: string, area: number) => number> = {
  'pairing.soe': (day, area) =>
    distinct(
      pairs('国企包联重点旗县', day, area).filter((one) => KEY.has(countyOf(one))),
      unit,
    ),
  central_units: (day, area) => distinct(pairs('中央单位定点帮扶', day, area), unit),
  'central_units.counties': (day, area) =>
    distinct(
      pairs('中央单位定点帮扶', day, area).filter((one) => LIFTED_NATIONAL.has(countyOf(one))),
      helped,
    ),
  'wanqi.enterprises': (day, area) => distinct(pairs('万企兴万村', day, area), unit),
  'wanqi.villages': (day, area) => distinct(pairs('万企兴万村', day, area).filter(isVillage), helped),
  'wanqi.keycounty_enterprises': (day, area) =>
    distinct(
      pairs('万企帮重点旗县', day, area).filter((one) => NATIONAL_KEY.has(countyOf(one))),
      unit,
    ),
  'leader.count': (day, area) => distinct(pairs('省级领导联系旗县', day, area), (one) => one.干部编号),
  'leader.counties': (day, area) => distinct(pairs('省级领导联系旗县', day, area), helped),
  'village_pairing.units': (day, area) => distinct(pairs('单位包联嘎查村', day, area), unit),
  'village_pairing.cadres': (day, area) => distinct(pairs('单位包联嘎查村', day, area), (one) => one.干部编号),
  'village_pairing.villages': (day, area) => distinct(pairs('单位包联嘎查村', day, area), helped),
  'village_pairing.townships': (day, area) =>
    distinct(pairs('单位包联嘎查村', day, area), (one) => Math.floor(Number(one.受帮扶地区代码) / 1e3)),
};

let server: TestServer;
let folder: string;
let region: TestUser;
let county: TestUser;

async function bringIn(files: Record<string, readonly Line[]>) {
  const given: { path: string; name: string; register: string }[] = [];
  for (const [register, rows] of Object.entries(files)) {
    const head = Object.keys(rows[0] ?? {});
    const text = [head, ...rows.map((row) => head.map((title) => row[title] ?? ''))]
      .map((cells) => cells.join(','))
      .join('\n');
    const name = `${register}-${given.length}.csv`;
    await writeFile(path.join(folder, name), `${text}\n`);
    given.push({ path: path.join(folder, name), name, register });
  }
  const { db, keys } = server.shouwang;
  return importSet(db, keys, ACTOR, { ...registerTools, files: given });
}

const figuresOn = async (day: string, area: number) =>
  Object.fromEntries(
    (await region.client.figures.list({ ids: Object.keys(FIGURES), area, day })).figures.flatMap(
      ({ id: figure, status, value }) => (status === 'value' ? [[figure, Number(value)]] : []),
    ),
  );

beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-helpers-'));
  region = await server.as({ role: 'region-officer', areaCode: REGION });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  server.moveClock(new Date('2022-05-31T04:00:00Z'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test('the rows that are refused, and why', async () => {
  const spelled = { ...UNITS[6], 单位名称: '示例(集团)有限公司' };
  const { setId } = await bringIn({ organisations: [...UNITS, spelled], cadres: CADRES, pairings: PAIRINGS });
  const found = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ register: string; line: number; codes: { code: string }[] }>`
      select register, line, codes from register_refusals where set_id = ${setId} order by register, line`),
  );
  const told = found.map(
    ({ register, line, codes }) =>
      `${register}:${line} ${codes
        .map(({ code }) => code)
        .toSorted()
        .join(' ')}`,
  );
  const expected = PAIRINGS.flatMap((one, i) => {
    const codes = CODES.get(one.结对编号 ?? '') ?? [];
    return codes.length === 0 ? [] : [`pairings:${i + 2} ${codes.toSorted().join(' ')}`];
  });
  // One code, two spellings in one file: the first stands.
  expect(told.toSorted()).toEqual([`organisations:${UNITS.length + 2} same-key`, ...expected].toSorted());
  expect(expected.length).toBeGreaterThan(30);
  expect(expected.some((one) => one.endsWith('not-one-to-one'))).toBe(true);
});

test('figures of the region and of each county are those of the lines; counties add up to more than the region', async () => {
  for (const day of DAYS)
    for (const area of [REGION, ...new Set(SOME_COUNTIES)]) {
      const got = await figuresOn(day, area);
      const wanted = Object.fromEntries(Object.keys(got).map((figure) => [figure, FIGURES[figure]?.(day, area)]));
      expect({ day, area, ...got }).toEqual({ day, area, ...wanted });
    }
  const [day = ''] = DAYS;
  const sum = [...new Set(SOME_COUNTIES)].reduce((all, area) => all + (FIGURES.central_units?.(day, area) ?? 0), 0);
  expect(sum).toBeGreaterThan(FIGURES.central_units?.(day, REGION) ?? 0);
});

test('the overview counts helpers, helped and pairs of each kind as the lines do', async () => {
  const { kinds, total, rows } = await region.client.pairing.overview({ asOf: '2022-05-31' });
  const words = Object.fromEntries(
    Object.entries({
      'leader-county': '省级领导联系旗县',
      'unit-village': '单位包联嘎查村',
      'firms-villages': '万企兴万村',
    }),
  );
  for (const [kind, title] of Object.entries(words)) {
    const own = pairs(title, '2022-05-31', REGION);
    expect(kinds.find((one) => one.kind === kind)).toMatchObject({
      ...{ pairs: own.length, helped: distinct(own, helped) },
      units: distinct(own.filter(unit), unit),
    });
  }
  const all = Object.keys(KINDS).flatMap((kind) => pairs(kind, '2022-05-31', REGION));
  expect(total).toMatchObject({
    pairs: all.length,
    units: distinct(all.filter(unit), unit),
    helped: distinct(all, helped),
  });
  expect(rows.reduce((sum, row) => sum + row.units, 0)).toBeGreaterThan(total.units);
});

test('another spelling of one code is the same unit; two codes of one body are asked about', async () => {
  const before = await figuresOn('2022-05-31', REGION);
  const { files } = await bringIn({ organisations: [{ ...UNITS[6], 单位名称: '示例（集团）公司' }] });
  expect(files[0]).toMatchObject({ changed: 1, refusedRows: 0 });
  expect(await figuresOn('2022-05-31', REGION)).toEqual(before);
  const { groups } = await region.client.organisations.twins({});
  expect(groups.map(({ sign, units }) => [sign, units.map(({ code }) => code)])).toEqual([
    ['name', [FIRM_AGAIN, FIRM]],
    ['body', [FIRM_AGAIN, FIRM]],
  ]);
  const found = async (text: string) => (await region.client.organisations.twins({ text })).groups.length;
  // Two counties each have their first school; that of one of them under two codes is asked about.
  const school = (code: string, regionCode: number) => ({
    单位代码: code,
    单位名称: '第一中学',
    单位类别: '学校',
    地区代码: String(regionCode),
  });
  await bringIn({ organisations: [school('无码学校甲', COUNTY), school('无码学校乙', OTHER_COUNTY)] });
  expect(await found('第一中学')).toBe(0);
  await bringIn({ organisations: [school('无码学校丙', COUNTY)] });
  expect(
    (await region.client.organisations.twins({ text: '第一中学' })).groups.map(({ units }) => units.length),
  ).toEqual([2]);
  await bringIn({ organisations: [{ ...school('无码学校丙', COUNTY), 作废: '是', 作废原因: '重复' }] });
  expect([await found('内蒙古示例 集团公司'), await found('没有这家')]).toEqual([1, 0]);
  const rows = STANDING.filter((one) => unit(one) === FIRM_AGAIN).length;
  expect(groups[0]?.units.find(({ code }) => code === FIRM_AGAIN)?.rows).toBe(rows);
});

test('a confirmed merge moves what refers to the unit in all registers, keeps what was, and is taken back', async () => {
  const enterprise = (code: string, regionCode: number) => ({
    单位代码: code,
    旗县代码: String(regionCode),
    落地日期: '2021-03-01',
  });
  const investment = (number: string, code: string, regionCode: number) => ({
    ...{
      投资编号: number,
      单位代码: code,
      旗县代码: String(regionCode),
      到位日期: '2022-03-01',
      '投资金额(万元)': '100',
    },
  });
  // In one county the firm stands under both codes.
  await bringIn({
    'cooperation-enterprises': [
      enterprise(FIRM, COUNTY),
      enterprise(FIRM_AGAIN, COUNTY),
      enterprise(FIRM_AGAIN, OTHER_COUNTY),
    ],
    'cooperation-investments': [
      investment('T1', FIRM, COUNTY),
      investment('T2', FIRM_AGAIN, COUNTY),
      investment('T3', FIRM_AGAIN, OTHER_COUNTY),
    ],
  });
  const before = await figuresOn('2022-05-31', REGION);
  const firms = async () => (await region.client.pairing.cooperation({ year: 2022 })).total.investing;
  expect(await firms()).toBe(2);
  const asked = { from: FIRM_AGAIN, to: FIRM };
  const merge = (user: TestUser, more: object = {}) =>
    user.client.organisations.merge({ requestId: id(), ...asked, basis: '同一企业换证', ...more });
  expect(await refusalOf(merge(county))).toBe('organisations.merge-outside');
  expect(await refusalOf(merge(region, { to: FIRM_AGAIN }))).toBe('organisations.merge-same');
  expect(await refusalOf(merge(region, { to: '没有' }))).toBe('organisations.not-found');
  const { registers } = await region.client.organisations.mergePreview(asked);
  const own = PAIRINGS.filter((one) => unit(one) === FIRM_AGAIN && STANDING.includes(one)).length;
  expect(registers.map(({ register, rows, taken }) => [register, rows, taken]).toSorted()).toEqual([
    ['cooperation-enterprises', 2, 1],
    ['cooperation-investments', 2, 0],
    ['pairings', own, 0],
  ]);
  const { setId, moved } = await merge(region);
  expect(moved).toEqual({
    organisations: 1,
    'cooperation-enterprises': 2,
    'cooperation-investments': 2,
    pairings: own,
  });
  expect(await firms()).toBe(1);
  const asOne = (rows: readonly Line[]) => distinct(rows, (one) => (unit(one) === FIRM_AGAIN ? FIRM : unit(one)));
  expect((await figuresOn('2022-05-31', REGION))['wanqi.enterprises']).toBe(
    asOne(pairs('万企兴万村', '2022-05-31', REGION)),
  );
  expect((await region.client.organisations.twins({})).groups).toEqual([]);
  const { items = [] } = (await region.client.registers.pairings?.list({ area: REGION, text: 'P' })) ?? {};
  const moved1 = STANDING.find((one) => unit(one) === FIRM_AGAIN);
  const row = items.find(({ values }) => values.number === moved1?.结对编号);
  if (row) {
    const { history } = (await region.client.registers.pairings?.get({ countyCode: row.countyCode, id: row.id })) ?? {
      history: [],
    };
    expect(history.map(({ values }) => values.organisationCode)).toEqual([FIRM, FIRM_AGAIN]);
  }
  await region.client.registerImports.undo({ requestId: id(), id: setId });
  expect(await figuresOn('2022-05-31', REGION)).toEqual(before);
  expect(await firms()).toBe(2);
  const again = await region.client.organisations.twins({});
  expect(again.merges).toMatchObject([{ setId, from: FIRM_AGAIN, to: FIRM, isUndone: true }]);
});
