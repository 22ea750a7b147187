// A family declares its trouble on a phone: from the poster's address to the receipt and back to see where it stands; for a
// neighbour, with the village found by name; and over a network that breaks off.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectSound, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

const WEB = path.resolve(import.meta.dirname, '../dist/web');
const MOST_SCRIPT_BYTES = 90 * 1024;
/** The phones of ten years ago. */
const SMALL_PHONE = { width: 320, height: 568 };

type Village = { code: number; name: string; township: string; county: string };

let office: Office;
let village: Village;

beforeAll(async () => {
  office = await openOffice();
  const [found] = await office.find<Village>(`select v.code, v.name, t.name as township, c.name as county
    from households h join regions v on v.code = h.village_code join regions t on t.code = v.parent_code
    join regions c on c.code = t.parent_code group by 1, 2, 3, 4 order by count(*) desc, 1 limit 1`);
  if (!found) throw new Error('the demonstration has no households');
  village = found;
});

afterAll(() => office.close());

/** The whole of a long page. */
async function look(page: Page, name: string) {
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  const { width } = page.viewportSize() ?? PHONE;
  await page.setViewportSize({ width, height: Math.max(height, PHONE.height) });
  await picture(page, name);
  await page.setViewportSize({ width, height: PHONE.height });
  await expectSound(page);
}

async function heading(page: Page, name: string) {
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function clues(personName: string) {
  return office.find<{ id: number; villageCode: number; files: object[] }>(
    `select id, village_code, files from clues where channel = 'self' and person_name = '${personName}'`,
  );
}

/** Something to send: the page itself. */
async function photo(page: Page) {
  return { name: '病历.png', mimeType: 'image/png', buffer: await page.screenshot() };
}

async function fillContact(page: Page, name: string, phone: string) {
  await page.getByLabel('您的姓名').fill(name);
  await page.getByLabel('您的电话').fill(phone);
}

describe('a declaration on a phone', () => {
  it('goes from the poster to the receipt, and tells where it stands', async () => {
    const page = await office.visit(PHONE);
    await page.goto(`${office.url}/declare/${village.code}`);
    await page.getByText(village.name).waitFor();
    await look(page, 'declare-start');
    await page.getByRole('button', { name: '给自己家申报' }).click();

    await heading(page, '遇到了什么困难');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('alert').getByText('请点选遇到的困难').waitFor();
    await page.getByText('生病', { exact: true }).click();
    await page.getByText('收入减少', { exact: true }).click();
    await page.getByLabel('用自己的话说一说').fill('户主住院两个月，自己花了三万多元，牛也卖了。');
    await page.locator('input[type=file]').setInputFiles(await photo(page));
    await page.getByText('已上传').waitFor();
    await look(page, 'declare-trouble');
    await page.getByRole('button', { name: '下一步' }).click();

    await heading(page, '怎么联系您');
    await page.getByRole('button', { name: '送出申报' }).click();
    await page.getByText('请填写姓名，至少 2 个字。').waitFor();
    await look(page, 'declare-contact-faults');
    await fillContact(page, '那顺巴雅尔', '138 0471 2233');
    await look(page, 'declare-contact');
    await page.getByRole('button', { name: '送出申报' }).click();

    await heading(page, '已收到申报');
    await look(page, 'declare-done');
    const receipt = (await page.locator('.d-number span').allTextContents()).join('-');
    expect(receipt).toMatch(/^\w{5}-\w{5}-\w{5}$/);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存图片' }).click();
    expect(
      readFileSync(await (await saved).path())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const [clue, ...others] = await clues('那顺巴雅尔');
    expect(others).toEqual([]);
    expect(clue).toMatchObject({ villageCode: village.code });
    expect(clue?.files).toHaveLength(1);

    await page.goto(`${office.url}/declare#status`);
    await heading(page, '查询进度');
    await page.getByLabel('回执号').fill(receipt.toLowerCase().replaceAll('-', ' '));
    await page.getByLabel('电话后 4 位').fill('2234');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('alert').getByText('没有查到').waitFor();
    await page.getByLabel('电话后 4 位').fill('2233');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await look(page, 'declare-status');
  });

  it('is made for a neighbour, and neither the back key nor a reload loses what was filled in', async () => {
    const page = await office.visit(SMALL_PHONE);
    await page.goto(`${office.url}/declare`);
    await heading(page, '家里有困难，可以在这里申报');
    await page.getByRole('button', { name: '我是替别人申报' }).click();
    await heading(page, '他家在哪里');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('还没有选嘎查村').waitFor();
    await page.getByLabel('嘎查村名字').fill('没有这个村子');
    await page.getByText('没有找到这个村').waitFor();
    await page.getByLabel('嘎查村名字').fill(`${village.county} ${village.township} ${village.name}`);
    await page.getByRole('button', { name: village.name }).waitFor();
    await look(page, 'declare-place-small');
    await page.getByRole('button', { name: village.name }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('其他', { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('您选了“其他”').waitFor();
    await page.getByLabel('用自己的话说一说').fill('老人独自在家，无人照料');
    await look(page, 'declare-trouble-small');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('这家人的姓名').fill('乌云其木格');
    await page.goBack();
    await heading(page, '遇到了什么困难');
    await page.reload();
    await expect.poll(() => page.getByLabel('用自己的话说一说').inputValue()).toBe('老人独自在家，无人照料');
    await expect.poll(() => page.getByRole('checkbox', { name: '其他' }).isChecked()).toBe(true);
    await page.goForward();
    await expect.poll(() => page.getByLabel('这家人的姓名').inputValue()).toBe('乌云其木格');
    await page.getByLabel('这家人的电话').fill('0471-6543210');
    await fillContact(page, '王建国', '13904712234');
    await page.getByText('邻居或朋友').click();
    await look(page, 'declare-helper-small');
    await page.getByRole('button', { name: '送出申报' }).click();
    await heading(page, '已收到申报');
    await look(page, 'declare-done-small');
    expect(await clues('乌云其木格')).toHaveLength(1);
    await page.goBack();
    await heading(page, '已收到申报');
    await page.getByRole('button', { name: '再替一户申报' }).click();
    await page.getByText('饮水', { exact: true }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect.poll(() => page.getByLabel('您的姓名').inputValue()).toBe('王建国');
    await expect.poll(() => page.getByLabel('这家人的姓名').inputValue()).toBe('');
  });

  it('arrives once over a network that breaks off before and after the request', async () => {
    const page = await office.visit(PHONE);
    // The village of the poster comes when the family is already at the next page.
    const arrival = Promise.withResolvers<void>();
    await page.route('**/api/declare/villages?*', (route) => arrival.promise.then(() => route.continue()));
    await page.goto(`${office.url}/declare/${village.code}`);
    await page.getByRole('button', { name: '给自己家申报' }).click();
    await page.getByText('受灾', { exact: true }).click();
    arrival.resolve();
    await page.route('**/api/declare/photos', (route) => route.fulfill({ status: 429, json: { message: '请求过多' } }));
    await page.locator('input[type=file]').setInputFiles(await photo(page));
    await page.getByText('请求过多').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('有照片没有上传成功').waitFor();
    await look(page, 'declare-photo-failed');
    await page.unroute('**/api/declare/photos');
    await page.getByRole('button', { name: '再传第 1 张照片' }).click();
    await page.getByText('已上传').waitFor();
    await page.getByRole('button', { name: '下一步' }).click();
    await fillContact(page, '斯琴高娃', '13904712235');
    let tries = 0;
    await page.route('**/api/declare', async (route) => {
      tries += 1;
      if (tries === 1) return route.abort('failed');
      if (tries > 2) return route.continue();
      // It arrives, and the answer is lost.
      await route.fetch();
      return route.abort('failed');
    });
    await page.getByRole('button', { name: '送出申报' }).click();
    await page.getByText('网络慢，正在再试一次').waitFor();
    await picture(page, 'declare-again');
    await heading(page, '已收到申报');
    expect(tries).toBe(3);
    expect(await clues('斯琴高娃')).toHaveLength(1);
  });

  it('is seen by officers with its photos, and the phone with a reason', async () => {
    const [clue] = await clues('那顺巴雅尔');
    const page = await office.open('region', `/clues/${Math.floor(village.code / 1e6)}-${clue?.id}`);
    await page.getByRole('heading', { level: 1, name: /那顺巴雅尔/ }).waitFor();
    await page.getByText('138****2233').waitFor();
    await page.getByRole('img', { name: '申报照片 1' }).waitFor();
    await picture(page, 'declare-clue');
    await expectSound(page);
    await page.getByRole('button', { name: '查看联系电话' }).click();
    await page.getByLabel('查看原因').fill('联系入户核实时间');
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await page.getByText('13804712233').waitFor();
    await page.goto(`${office.url}/clues?channel=self`);
    await page.getByRole('row').filter({ hasText: '那顺巴雅尔' }).click();
    await page.getByRole('dialog').getByText('138****2233').waitFor();
    await page.getByRole('dialog').getByRole('img', { name: '申报照片 1' }).waitFor();
    await picture(page, 'declare-clue-drawer');
    expect(await overflows(page)).toBe(false);
  });

  it('is called for by a poster for each village of a township', async () => {
    const page = await office.signIn('region');
    const township = Math.floor(village.code / 1000) * 1000;
    await page.goto(`${office.url}/declare-posters`);
    await page.getByText('还没有选苏木乡镇').waitFor();
    await page.goto(`${office.url}/declare-posters?area=${township}`);
    const poster = page.getByRole('article', { name: `${village.name}的海报` }).first();
    await poster.waitFor();
    await page.getByLabel('申报网址').fill('https://jiance.example.gov.cn/');
    await poster.getByText(`https://jiance.example.gov.cn/declare/${village.code}`).waitFor();
    await picture(page, 'declare-posters');
    await expectSound(page);
    const [{ n } = { n: 0 }] = await office.find<{ n: number }>(
      `select count(*)::int as n from regions where parent_code = ${township} and valid_to is null`,
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(n);
  });

  it('loads little: under 90 KB of scripts, compressed', () => {
    const html = readFileSync(path.join(WEB, 'declare.html'), 'utf8');
    const scripts = [...html.matchAll(/\/assets\/[\w-]+\.js/g)].map(([name]) => path.join(WEB, name));
    expect(scripts.length).toBeGreaterThan(1);
    const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(bytes).toBeLessThan(MOST_SCRIPT_BYTES);
  });
});
