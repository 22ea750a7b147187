// The journey of a household from a clue into monitoring, through the village, the township and the county: on a phone in
// the village, at desks above it, with the clock moved on where the law makes people wait.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details } from '../test/case-details.ts';
import {
  act,
  addPeople,
  answerSurvey,
  choose,
  conclude,
  holdReview,
  openAction,
  PHOTO,
  postNotice,
  send,
  sign,
} from './case-pages.ts';
import { expectSound, type Office, openOffice, overflows, PHONE, picture, settle } from './harness.ts';

let office: Office;

type Household = { id: number; headName: string; number: string; villageCode: number };

/** A Monday, so that the days of the journey are the same in every year. */
const day = (n: number) => new Date(Date.UTC(2027, 2, n, 2));

let families: Household[];

beforeAll(async () => {
  office = await openOffice();
  families = await office.find<Household>(`
    select h.id, h.head_name, h.number, h.village_code from households h join accounts a on a.username = 'village'
    where h.village_code = a.area_code and h.valid_to is null and h.head_name <> ''
      and not exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id)
    order by h.number limit 6`);
});

afterAll(() => office.close());

function family(n: number): Household {
  const found = families[n];
  if (!found) throw new Error(`the demonstration has no household ${n} in the village`);
  return found;
}

/** Registers a clue of a household through the dialog. */
async function addClue(page: Page, { number, headName }: Household, text: string) {
  await page.goto(`${office.url}/clues`);
  await page.getByRole('button', { name: '登记线索' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('农牧户').fill(number);
  await page
    .getByTitle(new RegExp(`^${headName}户 ${number}`))
    .first()
    .click();
  await dialog.getByLabel('线索内容').fill(text);
  await picture(page, 'case-clue-dialog');
  await dialog.getByRole('button', { name: '登记' }).click();
  await page.getByText('线索已登记').waitFor();
}

describe('a household comes into monitoring', () => {
  let village: Page;
  let township: Page;
  let county: Page;
  let address = '';

  beforeAll(async () => {
    await office.moveClock(day(1));
    [village, township, county] = await Promise.all([
      office.signIn('village', PHONE),
      office.signIn('township'),
      office.signIn('county'),
    ]);
  });

  it('a clue is recorded on the phone and becomes a case', async () => {
    await addClue(village, family(0), '户主住院，自付费用较大，今年没有外出务工');
    await picture(village, 'case-clues-phone');
    await village
      .getByRole('row')
      .filter({ hasText: family(0).headName })
      .first()
      .click();
    await village.getByRole('dialog').getByRole('button', { name: '登记立案' }).waitFor();
    await picture(village, 'case-clue-phone');
    await village.getByRole('dialog').getByRole('button', { name: '登记立案' }).click();
    await village.waitForURL(/\/cases\/\d{6}-\d+/);
    address = new URL(village.url()).pathname;
    await village.getByText('剩 3 天').first().waitFor();
    await picture(village, 'case-case-phone');
    await expectSound(village);
  });

  it('two people verify it, with a signature and the survey filled in from the registry', async () => {
    const dialog = await openAction(village, '入户核实');
    await addPeople(village, '入户人员', ['李秀兰']);
    await sign(village, 'case-signature-phone');
    await dialog.getByText('情况属实', { exact: true }).click();
    await dialog.getByLabel('核实结论').fill('情况属实，建议纳入监测');
    await answerSurvey(village, '情况属实');
    const paid = dialog.getByLabel('合规自付支出');
    await paid.fill('约三万');
    await dialog.getByRole('button', { name: '入户核实', exact: true }).click();
    await dialog.getByRole('alert').getByText('“约三万”不是金额').waitFor();
    await paid.fill('三万二');
    await paid.blur();
    await expect.poll(() => paid.inputValue()).toBe('32,000.00');
    await dialog.getByLabel('工资性收入').fill('1000');
    await dialog.getByText('难以自主应对', { exact: true }).click();
    await choose(village, '风险类型', ['因病']);
    await dialog.getByText('人均纯收入').scrollIntoViewIfNeeded();
    await picture(village, 'case-verify-phone');
    await expectSound(village);
    await send(village, '入户核实');
    await picture(village, 'case-verified-phone');
  });

  it('the county compares with departments', async () => {
    await county.goto(`${office.url}${address}`);
    await openAction(county, '发起信息比对');
    await choose(county, '比对部门', ['医保', '公安']);
    await picture(county, 'case-request-comparison');
    await send(county, '发起信息比对');
    await act(county, '回复比对结果', 'case-reply-comparison');
    await act(county, '回复比对结果');
    await conclude(county, 'case-compare');
    await picture(county, 'case-case');
    await expectSound(county);
    await county.getByRole('tab', { name: '核实表' }).click();
    await county.getByText('扣除自付、加上理赔后人均').waitFor();
    await picture(county, 'case-survey');
    await expectSound(county);
    await county.getByRole('tab', { name: '附件' }).click();
    await picture(county, 'case-files');
  });

  it('the village holds its review and posts the notice, which has to hang for its days', async () => {
    await village.goto(office.url);
    await village.getByRole('button', { name: '民主评议' }).first().waitFor();
    await picture(village, 'case-home-phone');
    expect(await overflows(village)).toBe(false);
    await village.goto(`${office.url}${address}`);
    await holdReview(village, '经村民代表评议，一致同意纳入监测对象。', 'case-review-phone');
    await postNotice(village, 'case-publish-phone');
    await village.getByRole('button', { name: '为什么不能操作？' }).click();
    await village.getByText(/公示期到 2027-03-06 才满/).waitFor();
    await picture(village, 'case-why-not-phone');
  });

  it('when the notice is over it goes up, and what lies too long is late', async () => {
    await office.moveClock(day(6));
    await village.reload();
    await act(village, '公示结束', 'case-end-notice-phone');
    await office.moveClock(day(9));
    await county.goto(`${office.url}${address}`);
    await county.getByText('逾期 2 天').first().waitFor();
    await picture(county, 'case-case-late');
  });

  it('the township passes it two clicks after sign-in, the county approves it with two more', async () => {
    // The desk of the village alone: the demonstration's township has more that is late than the desk shows.
    const ofVillage = `${office.url}/?area=${family(0).villageCode}`;
    await township.goto(ofVillage);
    const desk = (page: Page) => page.getByRole('table', { name: '我的待办' });
    const row = desk(township)
      .getByRole('row')
      .filter({ hasText: family(0).headName });
    await row.getByRole('button', { name: '乡镇审核通过' }).waitFor();
    await picture(township, 'case-home');
    await expectSound(township);
    await row.getByRole('button', { name: '乡镇审核通过' }).click();
    await township.getByRole('dialog').getByText('民主评议').waitFor();
    await picture(township, 'case-pass-township');
    await expectSound(township);
    await send(township, '乡镇审核通过');

    await county.goto(ofVillage);
    const next = desk(county)
      .getByRole('row')
      .filter({ hasText: family(0).headName });
    await next.getByRole('button', { name: '审定纳入监测' }).click();
    await county.getByRole('dialog').getByText('审定意见').waitFor();
    await picture(county, 'case-approve');
    await send(county, '审定纳入监测');
  });

  it('is announced and recorded, and then stands in monitoring', async () => {
    await township.goto(`${office.url}${address}`);
    await act(township, '公告');
    await act(township, '录入建档');
    await township.getByText('监测帮扶中').first().waitFor();
    await picture(township, 'case-monitored');
    await township.getByRole('tab', { name: '消除条件' }).click();
    await township.getByText('纳入监测满 6 个月').waitFor();
    await picture(township, 'case-conditions');
    await expectSound(township);
  });

  it('is found in the list and on the page of its household', async () => {
    await township.goto(`${office.url}/cases?stage=monitored&text=${encodeURIComponent(family(0).headName)}`);
    const row = township.getByRole('row').filter({ hasText: family(0).headName });
    await row.waitFor();
    await picture(township, 'case-cases');
    await expectSound(township);
    await row.click();
    await township.getByRole('link', { name: family(0).number }).click();
    await township.getByRole('heading', { name: '监测', exact: true }).waitFor();
    await township.getByRole('table', { name: '该户的监测个案' }).scrollIntoViewIfNeeded();
    await picture(township, 'case-household');
  });
});

/** Does by the API what a journey is not about. */
async function post(page: Page, path: string, data: Record<string, unknown>): Promise<Record<string, unknown>> {
  const answer = await page.request.post(`${office.url}/api/${path}`, {
    data: { requestId: crypto.randomUUID(), ...data },
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

const COUNTY = 150923;

/** Brings a household before the township: everything up to the end of its notice. */
async function bringToTownship(village: Page, county: Page, { id: householdId }: Household): Promise<string> {
  const clue = {
    channel: 'visit',
    countyCode: COUNTY,
    householdId,
    receivedOn: '2027-04-01',
    text: '入户走访发现困难',
  };
  const { id: clueId } = await post(village, 'clues', clue);
  const { id } = await post(village, 'cases', { countyCode: COUNTY, clueIds: [clueId] });
  const photo = await village.request.post(`${office.url}/api/uploads`, { multipart: { file: PHOTO } });
  const { fileId } = await photo.json();
  const given = details('2027-04-01', [fileId]);
  const steps = [
    { page: village, kind: 'verify', detail: given.verify },
    { page: county, kind: 'compare', detail: given.compare },
    { page: village, kind: 'review', detail: given.review },
    { page: village, kind: 'publish', detail: given.publish },
    { page: village, kind: 'end-notice', detail: given['end-notice'] },
  ];
  let version = 1;
  for (const { page, kind, detail } of steps) {
    if (kind === 'end-notice') await office.moveClock(new Date(Date.UTC(2027, 3, 6, 2)));
    const acted = await post(page, `cases/${COUNTY}/${id}/${kind}`, { version, detail });
    version = Number(acted.version);
  }
  await office.moveClock(new Date(Date.UTC(2027, 3, 1, 2)));
  return `/cases/${COUNTY}-${id}`;
}

describe('the desk of a township', () => {
  let village: Page;
  let township: Page;
  let county: Page;
  const addresses: string[] = [];

  beforeAll(async () => {
    await office.moveClock(new Date(Date.UTC(2027, 3, 1, 2)));
    [village, township, county] = await Promise.all([
      office.signIn('village'),
      office.signIn('township'),
      office.signIn('county'),
    ]);
    for (const n of [1, 2, 3, 4]) addresses.push(await bringToTownship(village, county, family(n)));
    await office.moveClock(new Date(Date.UTC(2027, 3, 6, 3)));
  });

  it('reads the selected households one after another and passes them by the keyboard', async () => {
    await township.goto(`${office.url}/cases?desk=mine&state=identification.township-review`);
    for (const n of [1, 2]) {
      const row = township.getByRole('row').filter({ hasText: family(n).headName });
      await row.getByRole('checkbox').check();
    }
    await picture(township, 'case-cases-selected');
    await township.getByRole('button', { name: '逐户阅览后通过' }).click();
    const drawer = township.getByRole('dialog');
    await drawer.getByRole('button', { name: '已阅，乡镇审核通过' }).waitFor();
    await picture(township, 'case-read-through');
    await expectSound(township);
    await township.keyboard.press('Enter');
    await drawer.getByText('共 2 户，已办理 1 户').waitFor();
    await drawer.getByRole('heading', { name: new RegExp(family(2).headName) }).waitFor();
    await drawer.getByRole('button', { name: '已阅，乡镇审核通过' }).waitFor();
    await township.keyboard.press('Enter');
    await drawer.getByText('共 2 户，已办理 2 户').waitFor();
    await picture(township, 'case-read-through-done');
    await drawer.getByRole('button', { name: '关闭' }).or(drawer.getByLabel('Close')).first().click();
    await drawer.waitFor({ state: 'hidden' });
    expect(
      await township
        .getByRole('row')
        .filter({ hasText: family(1).headName })
        .count(),
    ).toBe(0);
  });

  it('sends a case back with a reason, which stands above the case', async () => {
    await township.goto(`${office.url}${addresses[2]}`);
    const dialog = await openAction(township, '退回补正');
    await dialog.getByLabel('退回原因').fill('评议记录缺少参会人员签字');
    await picture(township, 'case-return');
    await send(township, '退回补正');
    await township.getByText(/由乡镇审核退回补正/).waitFor();
    await picture(township, 'case-returned');
    await expectSound(township);
  });

  it('shows both sides when somebody else was quicker, and keeps what was typed', async () => {
    await township.goto(`${office.url}${addresses[3]}`);
    const dialog = await openAction(township, '乡镇审核通过');
    await dialog.getByLabel('审核意见').fill('材料齐全，同意上报旗县');
    const other = await office.open('township', `${addresses[3]}`);
    await act(other, '乡镇审核通过');
    await dialog.getByRole('button', { name: '乡镇审核通过' }).click();
    await dialog.getByText(/已办理“乡镇审核通过”/).waitFor();
    await dialog.getByRole('button', { name: '刷新' }).click();
    await dialog.getByText('您打开后已办理的事项').waitFor();
    await expect.poll(() => dialog.getByLabel('审核意见').inputValue()).toBe('材料齐全，同意上报旗县');
    await picture(township, 'case-moved-on');
    await expectSound(township);
  });

  it('only shows an auditor what is there, and says why nothing can be done', async () => {
    const audit = await office.open('audit', `${addresses[0]}`);
    await audit.getByRole('button', { name: '为什么不能操作？' }).click();
    await audit.getByText('本账号的角色只能查阅监测个案，不能办理。').waitFor();
    await expect.poll(() => audit.getByRole('button', { name: '审定纳入监测' }).count()).toBe(0);
  });
});

/** Clicks of a hand on the page, over all its addresses. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`addEventListener('pointerdown', ({ isTrusted }) => {
    if (isTrusted) sessionStorage.setItem('clicks', String(Number(sessionStorage.getItem('clicks') ?? 0) + 1));
  }, true)`);
  return () => page.evaluate<number>('Number(sessionStorage.getItem("clicks") ?? 0)');
}

const FORTY = 40;

describe('forty households in one sitting', () => {
  const places: { id: number; version: number }[] = [];

  beforeAll(async () => {
    await office.moveClock(new Date(Date.UTC(2027, 4, 3, 2)));
    const [township, county] = await Promise.all([office.signIn('township'), office.signIn('county')]);
    const households = await office.find<Household>(`
      select h.id, h.head_name, h.number, h.village_code from households h join accounts a on a.username = 'township'
      where h.village_code / 1000 = a.area_code / 1000 and h.valid_to is null and h.head_name <> ''
        and not exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id)
      order by h.number desc limit ${FORTY + 1}`);
    expect(households).toHaveLength(FORTY + 1);
    const given = details('2027-05-03');
    for (const { id: householdId } of households) {
      const clue = {
        channel: 'visit',
        countyCode: COUNTY,
        householdId,
        receivedOn: '2027-05-03',
        text: '入户走访发现困难',
      };
      const { id: clueId } = await post(township, 'clues', clue);
      const { id } = await post(township, 'cases', { countyCode: COUNTY, clueIds: [clueId] });
      const photo = await township.request.post(`${office.url}/api/uploads`, { multipart: { file: PHOTO } });
      const { fileId } = await photo.json();
      const authorised = details('2027-05-03', [fileId]).verify;
      await post(township, `cases/${COUNTY}/${id}/verify`, { version: 1, detail: authorised });
      const { version } = await post(county, `cases/${COUNTY}/${id}/compare`, { version: 2, detail: given.compare });
      places.push({ id: Number(id), version: Number(version) });
    }
  });

  /** All of the list in this state, their own dialog, and what is filled in there. */
  async function together(page: Page, state: string, deed: string, fill: () => Promise<void> = async () => undefined) {
    await page.goto(`${office.url}/cases?state=${state}`);
    await page.locator('tbody tr.sw-row-open').first().waitFor();
    await page.locator('thead').getByRole('checkbox').first().check();
    await page.locator('.sw-bulk').waitFor();
    const all = page.getByRole('button', { name: /^选择筛选出的全部/ });
    if ((await all.count()) > 0) await all.click();
    await page.locator('.sw-bulk').getByRole('button', { name: deed, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: new RegExp(`^${deed} \\d+ 户$`) }).waitFor();
    await settle(page);
    await fill();
    await dialog.getByRole('button', { name: new RegExp(`^${deed} \\d+ 户$`) }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  it('go through review, notice, township, approval and announcement together', async () => {
    const [township, county] = await Promise.all([office.signIn('township'), office.signIn('county')]);
    const clicks = [await countClicks(township), await countClicks(county)];
    const dialog = township.getByRole('dialog');
    await together(township, 'identification.review', '民主评议', async () => {
      await dialog.getByLabel('主持人').click();
      await township.keyboard.type('巴特尔');
      await addPeople(township, '参会人员', ['巴特尔', '赵敏', '王建国', '张正', '乌云']);
      await dialog.getByLabel('会议记录').fill('逐户介绍情况后举手表决，全票通过。');
      const first = dialog.locator('.sw-own-table tbody tr.ant-table-row').first();
      for (const [i, votes] of ['5', '0', '0'].entries()) await first.getByRole('spinbutton').nth(i).fill(votes);
      await first.getByRole('combobox').click();
      await township.getByTitle('通过', { exact: true }).last().click();
      await dialog.getByRole('button', { name: '其余各行空着的按第一行填写' }).click();
      await picture(township, 'forty-review');
    });
    await together(township, 'identification.notice', '张贴公示', async () => {
      await dialog.getByLabel('异议电话').fill('0474-6912345');
      await dialog.locator('input[type=file]').setInputFiles(PHOTO);
      await dialog.getByText('已上传').waitFor();
    });
    await office.moveClock(new Date(Date.UTC(2027, 4, 12, 2)));
    await together(township, 'identification.notice', '公示结束');
    await together(township, 'identification.township-review', '乡镇审核通过');
    await together(county, 'identification.county-approval', '审定纳入监测', async () => {
      await county.getByRole('dialog').getByLabel('批复文号').fill('商乡振发〔2027〕12号');
      await picture(county, 'forty-approval');
    });
    await together(township, 'identification.announcement', '公告');
    const total = (await Promise.all(clicks.map((count) => count()))).reduce((sum, n) => sum + n, 0);
    process.stdout.write(`${FORTY} households together: ${total} clicks\n`);
    const done = await office.find<{ n: number }>(`select count(*)::int as n from cases
      where county_code = ${COUNTY} and state = 'identification.recording' and id in (${places.map(({ id }) => id).join(', ')})`);
    expect(done).toEqual([{ n: FORTY + 1 }]);
    // One at a time: six deeds, each opened and sent, forty times.
    expect(total).toBeLessThan((6 * 2 * FORTY) / 10);
  });
});
