// A round from making to closing through five roles, and the data of a household cleaned in between: in the village the network is off.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { officeDay } from '../test/office-day.ts';
import { expectSound, type Office, openOffice, PHONE, picture } from './harness.ts';

const ROUND = 'ZX-2026-1';
const PIN = '270519';
const USER = 'huade-village';
const SMALLER = { width: 1280, height: 720 };
const ANSWERS = { housing: 'ok', school: 'ok', water: 'ok', insured: 'ok', income: 'same', 'self-paid': 'same' };

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function post<T>(page: Page, address: string, data: object): Promise<T> {
  const answer = await page.request.post(`${office.url}/api/${address}`, {
    data: { requestId: crypto.randomUUID(), ...data },
  });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function get<T>(page: Page, address: string): Promise<T> {
  const answer = await page.request.get(`${office.url}/api/${address}`);
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A step of the round, as its page has it. */
async function move(page: Page, name: string) {
  const [row] = await office.find<{ countyCode: number; id: number; version: string }>(
    `select county_code, id, (extract(epoch from recorded_at) * 1000000)::bigint::text as version from sweeps where number = '${ROUND}'`,
  );
  const { refused } = await post<{ refused: unknown[] }>(page, 'registers/sweeps/move', {
    ...{ move: name, doneOn: officeDay(), values: {}, records: [row] },
  });
  expect(refused).toEqual([]);
}

type Item = { countyCode: number; id: number; key: string; headName: string; lists: string[]; number: string };
const itemsOf = () =>
  office.find<Item>(`select i.county_code, i.household_id as id, i.county_code || '-' || i.household_id as key, h.head_name, i.lists, h.number
    from sweep_items i join sweeps s on s.id = i.sweep_id and s.number = '${ROUND}'
      join households h on h.county_code = i.county_code and h.id = i.household_id where i.left_on is null order by i.household_id`);

const next = async (page: Page) => {
  const step = page.locator('.f-step');
  const before = await step.textContent();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect.poll(() => step.textContent()).not.toBe(before);
};
async function confirm(page: Page) {
  await page.getByRole('button', { name: '确认保存' }).click();
  await page.getByText('登记时间').waitFor();
}
const strip = (page: Page, text: string | RegExp) => page.locator('.f-strip').getByText(text).waitFor();

async function onPhone(): Promise<Page> {
  const page = await office.visit(PHONE);
  await page.goto(`${office.url}/field`);
  await page.getByLabel('用户名').fill(USER);
  await page.getByLabel('密码').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('解锁密码').fill(PIN);
  await page.getByLabel('再输一次').fill(PIN);
  await page.getByRole('button', { name: '完成' }).click();
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor();
  await strip(page, /^全部已送达/);
  return page;
}

/** Everything is as it should be there, by phone: the list gets shorter at once. */
async function sweepOnPhone(page: Page, { key }: Item) {
  await page.goto(`${office.url}/field#/form/round/${key}/${ROUND}`);
  await page.getByText('无风险', { exact: true }).click();
  await next(page);
  await page.getByText('电话', { exact: true }).click();
  await next(page);
  for (const question of await page.locator('.f-field').all()) await question.locator('.f-option').first().click();
  await next(page);
  await next(page);
  await page.getByLabel('另一名核查人').fill('巴特尔');
  await next(page);
  await next(page);
  await confirm(page);
}

it('a round is made, visited without a network, confirmed, rechecked by somebody else and closed; doubts and the four sides go along', async () => {
  const [county, township, audit] = await Promise.all([
    office.open('huade-county', '/sweeps', SMALLER),
    office.open('huade-township', '/sweeps', SMALLER),
    office.open('audit', '/sweeps', SMALLER),
  ]);
  const [place] = await office.find<{ code: number }>(
    `select area_code as code from accounts where username = '${USER}'`,
  );
  const village = Number(place?.code);
  // The county makes it, for one village.
  await post(county, 'registers/sweeps', {
    values: {
      ...{
        number: ROUND,
        regionCode: village,
        name: '雪灾后专项排查',
        year: Number(officeDay().slice(0, 4)),
        quarter: 'q4',
        kind: 'special',
      },
      ...{ startsOn: officeDay(), endsOn: officeDay(10), townshipPercent: 20, countyPercent: 5, leaguePercent: 1 },
    },
  });
  const watched = await office.find<{
    number: string;
  }>(`select number from households where village_code = ${village} and valid_to is null
    and monitoring_category is not null order by number limit 2`);
  const [first] = watched;
  if (!first) throw new Error('the demonstration monitors nobody there');
  for (const list of ['measures', 'data-quality'])
    await post(county, 'registers/sweep-listings', {
      values: { sweepNumber: ROUND, householdNumber: first.number, list, reason: '雪灾' },
    });
  for (const { number } of watched.slice(1))
    await post(county, 'registers/sweep-listings', {
      values: { sweepNumber: ROUND, householdNumber: number, list: 'measures', reason: '雪灾' },
    });
  await move(county, 'issue');
  const items = await itemsOf();
  // A household on two lists is one item, visited once.
  const [one] = items.filter(({ number }) => number === first.number);
  if (!one) throw new Error('it was not listed');
  expect(one.lists).toEqual(expect.arrayContaining(['measures', 'data-quality']));

  const phone = await onPhone();
  await phone.context().setOffline(true);
  await sweepOnPhone(phone, one);
  // The four sides of the same household, also without a network.
  await phone.goto(`${office.url}/field#/household/${one.key}`);
  await phone.getByRole('heading', { level: 1, name: one.headName }).waitFor();
  await picture(phone, 'rounds-household');
  await expectSound(phone);
  await phone.getByRole('link', { name: '机账实卡核查' }).click();
  await phone.getByText('有，在手上', { exact: true }).click();
  await next(phone);
  await phone.locator('.f-field').first().getByText('不是', { exact: true }).click();
  await phone.getByLabel('实际是').fill('9');
  await phone.getByText('卡上没写', { exact: true }).click();
  await picture(phone, 'rounds-compare');
  await expectSound(phone);
  await next(phone);
  for (let at = 0; at < 14 && !(await phone.getByText('怎么处理', { exact: true }).isVisible()); at++) {
    for (const field of await phone.locator('.f-field').all()) await field.locator('.f-option').first().click();
    await next(phone);
  }
  await next(phone);
  await next(phone);
  await picture(phone, 'rounds-compare-review');
  await confirm(phone);
  await strip(phone, '离线，2 条待传');
  await phone.context().setOffline(false);
  await strip(phone, /^全部已送达 \d\d:\d\d$/);
  const [check] = await office.find<{ fieldValue: string }>(
    `select field_value from consistency_checks where household_id = ${one.id} and field = 'members'`,
  );
  expect(check?.fieldValue).toBe('9');

  // What differs is a doubt, which the phone has after its next look, and is answered without a network, too.
  await phone.goto(`${office.url}/field#/household/${one.key}`);
  await phone.getByText('疑点：机账实卡核查不一致').waitFor();
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: /^处理疑点：机账实卡/ }).click();
  await phone.getByText('属实，不用改', { exact: true }).click();
  await next(phone);
  await next(phone);
  await phone.getByRole('textbox').fill('外来照看老人的亲戚，不是本户成员');
  await picture(phone, 'rounds-doubt');
  await expectSound(phone);
  await next(phone);
  await confirm(phone);
  await phone.context().setOffline(false);
  await strip(phone, /^全部已送达 \d\d:\d\d$/);

  // The others of the list by the same account at its desk, each at its own minute.
  const worker = await office.open(USER, '/sweeps');
  let minute = 0;
  for (const { countyCode, id, key, lists } of items)
    if (key !== one.key)
      await post(worker, `sweeps/${ROUND}/visits`, {
        ...{
          household: { countyCode, id },
          visitedOn: officeDay(),
          mode: 'phone',
          result: 'no-risk',
          secondVisitor: '巴特尔',
        },
        ...{ answers: lists.includes('measures') ? { ...ANSWERS, measures: 'yes', cadre: 'yes' } : ANSWERS },
        filledAt: new Date(Date.now() - 60_000 * 60 - 60_000 * 7 * minute++).toISOString(),
      });

  type Board = { total: { items: number; done: number; met: number; rechecked: number; inconsistent: number } };
  const board = (page: Page) => get<Board>(page, `sweeps/${ROUND}/board?area=${village}`);
  const [counted] = await office.find<{
    items: number;
    done: number;
  }>(`select count(*)::int as items, count(*) filter (where i.visit_result is not null)::int as done
    from sweep_items i join sweeps s on s.id = i.sweep_id and s.number = '${ROUND}' where i.left_on is null`);
  expect((await board(county)).total).toMatchObject({ items: counted?.items, done: counted?.done });
  expect(counted?.done).toBe(items.length);

  await post(township, `sweeps/${ROUND}/confirm`, { township: Math.floor(village / 1000) * 1000 });
  await move(county, 'recheck');
  await post(township, `sweeps/${ROUND}/draw`, { seed: 5 });
  type Drawn = { items: { countyCode: number; recheckId: number; lists: string[] }[] };
  const drawn = await get<Drawn>(township, `sweeps/${ROUND}/rechecks?look=waiting&limit=200`);
  expect(drawn.items).toHaveLength(Math.min(items.length, Math.max(5, Math.ceil(items.length * 0.2))));
  expect(JSON.stringify(drawn)).not.toContain('no-risk');
  for (const { countyCode, recheckId, lists } of drawn.items)
    await post(township, `sweeps/rechecks/${countyCode}/${recheckId}`, {
      ...{ checkedOn: officeDay(), result: 'no-risk', note: '', action: 'none' },
      answers: lists.includes('measures') ? { ...ANSWERS, measures: 'yes', cadre: 'yes' } : ANSWERS,
    });
  await move(county, 'close');

  // The township signs the doubt: what no rule found is closed by that.
  const doubts = await get<{ items: { countyCode: number; id: number; householdId?: number; code: string }[] }>(
    township,
    'cleaning/issues?look=answered&limit=200',
  );
  const mine = doubts.items.filter(
    ({ householdId, code }) => householdId === one.id && code === 'consistency-difference',
  );
  expect(mine).toHaveLength(1);
  await post(township, 'cleaning/issues/sign', { keys: mine.map(({ countyCode, id }) => ({ countyCode, id })) });

  // The auditor reads what came of it.
  const closed = await board(audit);
  expect(closed.total).toMatchObject({ rechecked: drawn.items.length, inconsistent: 0 });
  await audit.goto(`${office.url}/cleaning/comparisons?area=${village}`);
  await audit.getByRole('heading', { level: 1, name: '机账实卡核查' }).waitFor();
  await audit.getByRole('table', { name: '一致率' }).waitFor();
  await picture(audit, 'rounds-comparisons');
  await expectSound(audit);
});

it('whoever is posted in a village finds the month, the tasks and the assessment in the menu, in a small window', async () => {
  for (const [user, address, heading] of [
    ['village', '/teams', '到岗情况'],
    ['township', '/registers/team-leaves', '驻村请假'],
    ['county', '/teams/assessment', '四维考核'],
  ] as const) {
    const page = await office.open(user, address, SMALLER);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await picture(page, `rounds-menu-${user}`);
    await expectSound(page);
    const scrolls = await page.evaluate<boolean>(
      `[...document.querySelectorAll('nav')].some((nav) => nav.scrollHeight > nav.clientHeight + 1)`,
    );
    expect([user, scrolls]).toEqual([user, false]);
  }
});
