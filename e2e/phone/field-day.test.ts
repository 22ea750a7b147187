// A worker's day: the villages taken along in the morning, twelve households without a network (three clues, two verifications with their
// signatures, twenty photos, and whatever else a day brings), one sync in the evening, and the office finds all of it.

import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DESK, type Office, PHONE, picture } from '../harness.ts';
import { addClue, expectForThePasture, fillForm, type Given, pulled, signIn, strip } from './phone.ts';
import { OFFICER, openVillageOffice, WORKER } from './village-office.ts';

const DAY_MS = 900_000;
const CLUE = '户主住院两个月，家里没人放羊';

let office: Office;

beforeAll(async () => {
  office = await openVillageOffice();
});

afterAll(() => office.close());

type Found = { key: string; id: number; countyCode: number; number: string };

const MINE = `h.village_code = (select area_code from accounts where username = '${WORKER}') and h.valid_to is null`;
const HOUSEHOLD = "h.county_code || '-' || h.id as key, h.id, h.county_code, h.number";

/** Households of the village without work of their own, as many as are asked for, in the order of their numbers. */
function quietHouseholds(most: number): Promise<Found[]> {
  return office.find<Found>(`select ${HOUSEHOLD} from households h
    where ${MINE}
      and not exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id and c.ended_on is null)
      and not exists (select from clues u where u.county_code = h.county_code and u.household_id = h.id)
    order by h.number limit ${most}`);
}

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** What the township has put on the worker's list before the day begins. */
async function openCase(desk: Page, { countyCode, id: householdId }: Found): Promise<void> {
  const post = async (path: string, data: object) => {
    const answer = await desk.request.post(`${office.url}/api${path}`, { data: { requestId: randomUUID(), ...data } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as { id: number };
  };
  const clue = { channel: 'visit', countyCode, householdId, receivedOn: today(), text: '电话里说今年草料不够，请核实' };
  await post('/cases', { countyCode, clueIds: [(await post('/clues', clue)).id] });
}

const RULE = 'RC-01';

async function addRule(desk: Page): Promise<void> {
  const [village] = await office.find<{ code: number }>(
    `select area_code as code from accounts where username = '${WORKER}'`,
  );
  const values = {
    villageCode: village?.code,
    ruleNumber: RULE,
    pointKind: 'environment',
    behaviour: '庭院整洁',
    points: 5,
  };
  const answer = await desk.request.post(`${office.url}/api/registers/point-rules`, {
    data: { requestId: randomUUID(), values: { ...values, effectiveOn: '2020-01-01' } },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const countOf = async (what: string) =>
  (await office.find<{ n: number }>(`select count(*)::int as n from ${what}`))[0]?.n ?? 0;

it(
  'twelve households in a day, and all of it is in the office in the evening',
  async () => {
    const [first, second, third, caseA, caseB, toilet, sheet, points, declaring, ...courtyards] =
      await quietHouseholds(12);
    if (
      !first ||
      !second ||
      !third ||
      !caseA ||
      !caseB ||
      !toilet ||
      !sheet ||
      !points ||
      !declaring ||
      courtyards.length < 3
    )
      throw new Error('the village has less than twelve quiet households');
    // Only to ask in the officer's name: a small page will do.
    const desk = await office.open(OFFICER, '/field');
    for (const each of [caseA, caseB]) await openCase(desk, each);
    await addRule(desk);
    const page = await office.visit(PHONE);
    await page.goto(`${office.url}/field`);
    await expectForThePasture(page, 'day-sign-in');
    await signIn(page, WORKER);
    await pulled(page);
    await page.context().setOffline(true);
    await strip(page, '离线，没有待传');
    const photo = await page.screenshot();
    const to = (address: string) => page.goto(`${office.url}/field#/${address}`);
    const register = async (code: string, { key }: Found, given: Given) => {
      await to(`form/register/${code}/new/${key}`);
      await fillForm(page, given, photo);
    };

    for (const each of [first, second, third]) await addClue(page, office.url, each.key, `${CLUE}，${each.number}`);
    await expectForThePasture(page, 'day-item');
    for (const each of [caseA, caseB]) {
      await to(`household/${each.key}`);
      await expectForThePasture(page, `day-household-${each.key}`);
      await page.getByRole('link', { name: '入户核实' }).click();
      await fillForm(page, { 现场照片: 6, 入户人员: '巴特尔、苏和', 核实结果: '情况属实' }, photo);
    }
    await register('toilets', toilet, { 改前照片: 1, 改后照片: 1, 性质: '户厕', 建设方式: '新建' });
    await to(`form/sheet/${sheet.key}`);
    await fillForm(page, {});
    await register('point-entries', points, { 分值: 5, 记录类型: '得分', 规则编号: RULE });
    await to(`form/declare/${declaring.key}`);
    await fillForm(page, { 家里遇到了什么困难: '生病', 照片: 4, 这家人的电话: '138 0013 8000' }, photo);
    for (const [i, each] of courtyards.entries())
      await register('courtyards', each, { 改前照片: i === 0 ? 2 : 0, 庭院经济类型: '小养殖' });
    await strip(page, '离线，15 条、24 张照片待传');

    for (const address of ['today', 'households', 'collect', 'outbox', 'mine']) {
      await to(address);
      await expectForThePasture(page, `day-${address}`);
    }
    await to('outbox');
    await page.getByRole('heading', { name: '还没送达（15）' }).waitFor();
    await page.context().setOffline(false);
    await strip(page, /^全部已送达 \d\d:\d\d$/);

    const of = ({ countyCode, id }: Found, alias: string) =>
      `${alias}.county_code = ${countyCode} and ${alias}.household_id = ${id}`;
    for (const each of [first, second, third])
      expect(await countOf(`clues c where ${of(each, 'c')} and c.channel = 'visit'`)).toBe(1);
    for (const each of [caseA, caseB]) {
      const done = `cases c join case_actions a on a.county_code = c.county_code and a.case_id = c.id and a.kind = 'verify' where ${of(each, 'c')}`;
      expect(await countOf(done)).toBe(1);
      expect(
        await countOf(
          `cases c join case_files f on f.county_code = c.county_code and f.case_id = c.id where ${of(each, 'c')}`,
        ),
      ).toBe(8);
    }
    expect(
      await countOf(`clues c where ${of(declaring, 'c')} and c.channel = 'self' and jsonb_array_length(c.files) = 4`),
    ).toBe(1);
    expect(await countOf(`income_sheets s where ${of(sheet, 's')}`)).toBe(1);
    for (const [table, { number }] of [
      ['toilets', toilet],
      ['point_entries', points],
      ...courtyards.map((each) => ['courtyards', each] as const),
    ] as const)
      expect(await countOf(`${table} where household_number = '${number}' and not voided`), table).toBeGreaterThan(0);
    // The township sees it on its own screens.
    const [verified] = await office.find<{ id: number }>(`select c.id from cases c where ${of(caseA, 'c')}`);
    const officer = await office.open(OFFICER, `/cases/${caseA.countyCode}/${verified?.id}`, DESK);
    await officer.getByText('入户核实').first().waitFor();
    await picture(officer, 'day-office-case');
    await officer.goto(`${office.url}/clues`);
    await officer.getByText(`${CLUE}，${first.number}`).first().waitFor();
    await picture(officer, 'day-office-clues');
  },
  DAY_MS,
);
