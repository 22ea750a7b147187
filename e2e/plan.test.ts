// Help reaches a family: gaps are seen, proposals adopted, a block pasted from Excel, a result recorded, a visit paid; what
// was received stands on the household's page.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeDay } from '../test/office-day.ts';
import { DESK, expectSound, isCutOff, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

/** Deadlines lie ahead on whatever day the journey is made. */
const NEXT_YEAR = new Date().getFullYear() + 1;

let office: Office;
let village: Page;
let key: { countyCode: number; id: number };
let householdId: number;
let path: string;

/** An operation called as the page's account would. */
async function call<Answer>(page: Page, address: string, input: object): Promise<Answer> {
  const answer = await page.request.post(`${office.url}/api${address}`, {
    data: { requestId: crypto.randomUUID(), ...input },
  });
  if (!answer.ok()) throw new Error(`${address}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

beforeAll(async () => {
  office = await openOffice();
  village = await office.signIn('village', PHONE);
  const [household] = await office.find<{ countyCode: number; id: number }>(
    `select h.county_code, h.id from households h where h.village_code = (select area_code from accounts where username = 'village') and h.valid_to is null
       and exists (select from persons p where p.county_code = h.county_code and p.household_id = h.id
         and p.valid_to is null and p.labour = '普通劳动力')
       and not exists (select from cases c where c.county_code = h.county_code and c.household_id = h.id)
     order by h.id limit 1`,
  );
  if (!household) throw new Error('the village has no household to help');
  const { countyCode } = household;
  householdId = household.id;
  const clue = await call<{ id: number }>(village, '/clues', {
    ...{ channel: 'visit', countyCode, householdId, receivedOn: officeDay(-45), text: '户主住院，子女务工不稳' },
  });
  const { id } = await call<{ id: number }>(village, '/cases', { countyCode, clueIds: [clue.id] });
  key = { countyCode, id };
  path = `/cases/${countyCode}-${id}`;
  const emergency = { reason: '户主急病住院，无力支付', help: '已给予临时救助' };
  const acted = await call<{ version: number }>(village, `/cases/${countyCode}/${id}/emergency`, {
    ...{ version: 1, detail: emergency },
  });
  await call(village, `/cases/${countyCode}/${id}/plan`, {
    version: acted.version,
    detail: { risks: ['illness', 'unstable-job'], danger: 'high', responsible: '王建国', unit: '旗医保局', goal: '' },
  });
});

afterAll(() => office.close());

describe('the plan of a household', () => {
  it('shows the gaps to the township, which adopts proposals and pastes a block from Excel', async () => {
    const page = await office.open('township', '/help/gaps');
    await page.getByText(/^共 [\d,]+ 户$/).waitFor();
    await picture(page, 'gaps');
    await expectSound(page);
    await page.goto(`${office.url}${path}?tab=plan`);
    await page.getByText('缺措施，应有健康帮扶、综合保障、社会帮扶之一').waitFor();
    await picture(page, 'plan-empty');
    await expectSound(page);

    await page.getByRole('button', { name: /采用建议/ }).click();
    const content = page.getByLabel('第 1 行 帮扶内容');
    await content.waitFor();
    const rows = await page.getByLabel(/^第 \d+ 行 帮扶内容$/).count();
    await page.getByRole('button', { name: '增加一行' }).click();
    await page.getByLabel(`第 ${rows + 1} 行 责任单位`).waitFor();
    await pasteInto(page, `第 ${rows + 1} 行 帮扶内容`, [
      ['帮扶内容', '类别', '责任单位', '责任人', '完成时限', '资金'],
      ['发放基础母羊 10 只', '产业', '旗农牧局', '李明', `${NEXT_YEAR}/3/1`, '8,000'],
      ['慰问', '送温暖', '帮扶单位', '', `${NEXT_YEAR}-02-01`, '500'],
    ]);
    await page.getByRole('button', { name: `保存 ${rows + 2} 项措施` }).click();
    await page.getByText('没有“送温暖”这一类别，请从 14 类中选择').waitFor();
    for (const width of [1280, DESK.width]) {
      await page.setViewportSize({ width, height: DESK.height });
      await picture(page, `plan-editing-${width}`);
      expect(await isCutOff(page, '.sw-measure-place')).toBe(false);
    }
    await expectSound(page);
    await page.getByLabel(`第 ${rows + 2} 行 措施类别`).fill('社会帮扶');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `保存 ${rows + 2} 项措施` }).click();
    await page.getByText('措施已加入帮扶计划').waitFor();
    await page.getByText('每项风险都有对应措施').waitFor();
    await page.getByText(/资金 8,500\.00 元/).waitFor();
    await picture(page, 'plan');
    await expectSound(page);
  });

  it('is carried out in the village: a measure is finished with a result on the phone', async () => {
    await village.goto(`${office.url}${path}?tab=plan`);
    const sheep = village.getByRole('row').filter({ hasText: '发放基础母羊 10 只' });
    await sheep.waitFor();
    await picture(village, 'plan-phone');
    expect(await overflows(village)).toBe(false);
    await sheep.getByRole('button', { name: '登记结果' }).click();
    const dialog = village.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('alert').getByText('请写明落实了什么、效果如何，至少 4 个字').waitFor();
    await dialog.getByLabel('落实结果').fill('已发放基础母羊 10 只，签收单在村委会');
    await picture(village, 'plan-result-phone');
    await dialog.getByRole('button', { name: '保存' }).click();
    await village.getByText('落实结果已登记').waitFor();
    await village.getByText(/落实：已发放基础母羊 10 只/).waitFor();
    await village.getByRole('button', { name: '新增措施' }).click();
    await village.getByLabel('第 1 行 帮扶内容').waitFor();
    await picture(village, 'plan-editing-phone');
    expect(await overflows(village)).toBe(false);
  });

  it('is changed and given up with a reason, and keeps what it said', async () => {
    const page = await office.open('township', `${path}?tab=plan`);
    const job = page.getByRole('row').filter({ hasText: '开展技能培训' });
    await job.getByRole('button', { name: '修改' }).click();
    const change = page.getByRole('dialog');
    await change.getByLabel('第 1 行 帮扶内容').fill('推荐到旗内企业务工');
    await change.getByText('已开始实施').click();
    await picture(page, 'plan-change');
    await change.getByRole('button', { name: '保存' }).click();
    await page.getByText(/原内容：开展技能培训/).waitFor();
    const post = page.getByRole('row').filter({ hasText: '公益岗位' }).last();
    await post.getByRole('button', { name: '取消' }).click();
    const cancel = page.getByRole('dialog');
    await cancel.getByLabel('取消原因').fill('农户已外出务工');
    await cancel.getByRole('button', { name: '取消这项措施' }).click();
    await page.getByText('取消原因：农户已外出务工').waitFor();
    await picture(page, 'plan-changed');
    await expectSound(page);
  });
});

describe('visits', () => {
  it('are reminded of, paid and recorded on the phone', async () => {
    const page = await office.open('township', '/help/visits-due?due=late');
    await page.getByRole('row').filter({ hasText: '逾期' }).first().waitFor();
    await picture(page, 'visits-due');
    await expectSound(page);

    await village.goto(`${office.url}${path}?tab=visits`);
    await village.getByText('还没有走访记录').waitFor();
    await village.getByText(/逾期 30 天/).waitFor();
    await village.getByRole('button', { name: '登记走访' }).click();
    const dialog = village.getByRole('dialog');
    await dialog.getByLabel('走访情况').fill('户主已出院，按时服药；新购母羊长势良好。');
    await dialog.getByLabel('走访地点').fill('农户家中');
    await picture(village, 'visit-phone');
    await dialog.getByRole('button', { name: '保存' }).click();
    await village.getByText('走访已登记').waitFor();
    await village.getByRole('tabpanel').getByText('户主已出院，按时服药；新购母羊长势良好。').waitFor();
    await village.getByText(/剩 15 天/).waitFor();
    await picture(village, 'visits-phone');
    await expectSound(village);
  });

  it('the household shows what it received, and the auditor only reads', async () => {
    const page = await office.open('audit', `/households/${key.countyCode}-${householdId}`);
    await page.getByRole('heading', { name: '已享受帮扶' }).scrollIntoViewIfNeeded();
    await page.getByText('已发放基础母羊 10 只，签收单在村委会').click();
    await page.waitForURL(/tab=plan/);
    await page.getByRole('heading', { name: '帮扶措施' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /登记结果|新增措施|采用建议/ }).count()).toBe(0);
  });
});

/** Pastes as the browser does it: an event with text on the focused field. */
async function pasteInto(page: Page, label: string, rows: string[][]): Promise<void> {
  await page.getByLabel(label).evaluate(
    (field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    rows.map((row) => row.join('\t')).join('\n'),
  );
}
