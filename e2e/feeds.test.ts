// A department's data officer hands files in, sees what was put aside and why, mends it, and takes a batch back; an officer
// settles who an unclear row is.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../src/platform/server/tables/table-source.ts';
import { idNumber } from '../test/small-registry.ts';
import {
  accessibilityFaults,
  expectSound,
  type Office,
  openOffice,
  overflows,
  PHONE,
  picture,
  settle,
} from './harness.ts';

let office: Office;
let folder: string;

beforeAll(async () => {
  office = await openOffice();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-feeds-'));
});

afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** The rows of a workbook as lines of cells. */
async function readWorkbook(file: string): Promise<string> {
  const source = await openTable(file, { file: 'quarantine.xlsx', columns: [] });
  const rows = [source.header];
  for await (const chunk of source.chunks()) if (chunk.kind === 'rows') rows.push(...chunk.rows);
  return rows.map((cells) => cells.join(',')).join('\n');
}

const HEADER = '结算流水号,身份证号码,姓名,总费用,合规自付,结算日期';

/** Five rows; the third has a day that does not exist. */
async function settlements(name: string): Promise<string> {
  const rows = Array.from({ length: 5 }, (_, i) =>
    [
      `E2E${i}`,
      idNumber(19700101 + i, 101 + i),
      `测试${i}`,
      '1200.50',
      '300.00',
      i === 2 ? '2022-02-30' : '2022-05-10',
    ].join(','),
  );
  const file = path.join(folder, name);
  await writeFile(file, [HEADER, ...rows].join('\n'));
  return file;
}

/** From the chosen files over their preview to the batches, on the page of handing in. */
async function handIn(page: Page, files: string | string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByText('列的对应关系').first().waitFor();
  await page.getByRole('button', { name: '提交', exact: true }).click();
}

describe('handing files in', () => {
  it('goes from the desk to a loaded batch, its bad row, the file to mend, and back', async () => {
    const page = await office.signIn('data');
    await page.getByRole('heading', { name: '最近的数据批次' }).waitFor();
    await page.getByRole('link', { name: '提交数据文件' }).click();
    const unclear = path.join(folder, '导出.csv');
    await writeFile(unclear, `${HEADER}\n`);
    await page.locator('input[type=file]').setInputFiles([await settlements('医疗费用结算2022年5月.csv'), unclear]);
    await page.getByText('已按文件名识别').waitFor();
    await page.getByText('还有 1 个文件没有选择数据种类').waitFor();
    await expect.poll(() => page.getByLabel('医疗费用结算2022年5月.csv 的数据期间').inputValue()).toBe('2022-05');
    await picture(page, 'feeds-submit');
    await expectSound(page);
    await page.locator('.sw-files li').filter({ hasText: '导出.csv' }).getByRole('button', { name: '移除' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('全部 5 行中有 1 行会被隔离').waitFor();
    await page.getByText('“结算日期”日期不存在或格式不对').waitFor();
    await picture(page, 'feeds-preview');
    await expectSound(page);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    // Nobody in it is in the registry: somebody has to answer for it.
    await page.getByText('没有一行在登记册中找到人').waitFor();
    await picture(page, 'feeds-held-at-once');
    await page.getByRole('button', { name: '返回批次列表' }).click();
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算2022年5月.csv' });
    await row.getByText('待确认装载').waitFor();
    await picture(page, 'feeds');
    await expectSound(page);
    await row.click();
    await page.getByRole('alert').filter({ hasText: '数据还没有装载' }).waitFor();
    await picture(page, 'feeds-held');
    await expectSound(page);
    await page.getByRole('button', { name: '确认装载' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('确认原因').fill('参保地在外旗县,医保局已核对');
    await dialog.getByRole('button', { name: '确认装载' }).click();
    await page.getByRole('main').getByText('已装载').first().waitFor();
    await page.getByText('参保地在外旗县,医保局已核对').waitFor();
    await page.getByRole('heading', { name: '隔离的行' }).waitFor();
    const aside = page.getByRole('row').filter({ hasText: '2022-02-30' });
    await aside.getByText('日期不存在或格式不对').waitFor();
    await aside.getByRole('cell', { name: '结算日期' }).waitFor();
    await picture(page, 'feeds-batch');
    await expectSound(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载隔离行' }).click();
    const file = await download;
    const saved = path.join(folder, 'quarantine.xlsx');
    await file.saveAs(saved);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    const text = await readWorkbook(saved);
    expect(text).toContain(`${HEADER},文件,行号,原因`);
    expect(text).toContain('E2E2');
    expect(text).not.toContain('E2E1');
  });

  it('says that the same file was handed in before', async () => {
    const page = await office.open('data', '/feeds/submit');
    await handIn(page, await settlements('医疗费用结算再次.csv'));
    await page.getByText('相同内容的文件已提交过，没有再次装载').waitFor();
    await picture(page, 'feeds-submit-again');
  });

  it('takes a batch back with a reason', async () => {
    const page = await office.open('data', '/feeds');
    await page.getByRole('row').filter({ hasText: '医疗费用结算2022年5月.csv' }).click();
    await page.getByRole('button', { name: '撤销批次' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '撤销整个批次' }).click();
    await dialog.getByText('请写明撤销原因').first().waitFor();
    await dialog.getByLabel('撤销原因').fill('结算日期有误，更正后重新提交');
    await picture(page, 'feeds-undo');
    await dialog.getByRole('button', { name: '撤销整个批次' }).click();
    await page.getByText(/撤销了这个批次/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '撤销批次' }).count()).toBe(0);
    await picture(page, 'feeds-undone');
    const auditor = await office.open('audit', '/system/audit?operation=feeds.undo-batch');
    await auditor.getByText('结算日期有误，更正后重新提交').first().waitFor();
  });

  it('has columns of another name explained once, and knows them in the next file', async () => {
    const strange = '结算流水号,参保人证号,姓名,总费用,合规自付,结算日期';
    const file = async (name: string, serial: string) => {
      const written = path.join(folder, name);
      await writeFile(written, `${strange}\n${serial},${idNumber(19700101, 101)},测试,1200.50,300.00,2022-05-10\n`);
      return written;
    };
    const page = await office.open('data', '/feeds/submit');
    await page.locator('input[type=file]').setInputFiles(await file('医疗费用结算列名一.csv', 'N1'));
    await page.getByRole('button', { name: '下一步' }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: /缺少必需的列[:：]证件号码/ })
      .waitFor();
    await page.getByText('有 1 个文件不能提交').waitFor();
    await picture(page, 'feeds-columns');
    await expectSound(page);
    await page.getByLabel('证件号码 对应文件中的列').click();
    await page.getByTitle('参保人证号', { exact: true }).click();
    await page.getByText('人工对应').waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('没有一行在登记册中找到人').waitFor();
    const next = await office.open('data', '/feeds/submit');
    await next.locator('input[type=file]').setInputFiles(await file('医疗费用结算列名二.csv', 'N2'));
    await next.getByRole('button', { name: '下一步' }).click();
    await next.getByText('按上次对应').waitFor();
    await picture(next, 'feeds-columns-remembered');
    await next.goto(office.url);
    await next.getByRole('link', { name: /^待修正的行/ }).waitFor();
    await picture(next, 'feeds-home');
    await expectSound(next);
  });
});

describe('the file to try', () => {
  it('is downloaded where files are handed in, and comes in with its faults told', async () => {
    const page = await office.open('data', '/feeds/submit');
    await picture(page, 'feeds-trial');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载一份有常见问题的医疗费用结算' }).click();
    const saved = path.join(folder, (await download).suggestedFilename());
    await (await download).saveAs(saved);
    await handIn(page, saved);
    await page.getByRole('main').getByText('已装载').first().waitFor();
    await page.getByRole('button', { name: '返回批次列表' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: path.basename(saved) })
      .click();
    await page.getByRole('heading', { name: '隔离的行' }).waitFor();
    await page.getByRole('row').filter({ hasText: '上月' }).getByText('日期不存在或格式不对').waitFor();
    await picture(page, 'feeds-trial-batch');
  });
});

describe('what may be handed in', () => {
  it('is told column by column, for the own department only', async () => {
    const page = await office.open('data', '/feeds/datasets');
    await page.getByRole('row').filter({ hasText: '医疗费用结算' }).waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: '医保' }).count()).toBe(2);
    await expect.poll(() => page.getByText('低保名册').count()).toBe(0);
    await page.getByRole('row').filter({ hasText: '医疗费用结算' }).click();
    await page.getByRole('dialog').getByText('公民身份号码').first().waitFor();
    await picture(page, 'feeds-dataset');
    const region = await office.open('region', '/feeds/datasets');
    await region.getByText('低保名册').first().waitFor();
    await picture(region, 'feeds-datasets');
    await expectSound(region);
  });
});

describe('rates', () => {
  it('stand by department and dataset, and say what was divided by what', async () => {
    const page = await office.open('region', '/feeds/rates');
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算' });
    await row.waitFor();
    await expect.poll(() => row.locator('td[title]').nth(1).getAttribute('title')).toMatch(/^[\d,]+ \/ [\d,]+$/);
    await picture(page, 'feeds-rates');
    await expectSound(page);
  });
});

describe('work under way', () => {
  it('is seen and can be stopped', async () => {
    const ids = Array.from({ length: 600 }, (_, i) => idNumber(19700101 + (i % 28), 101 + i));
    const rows = Array.from({ length: 20_000 }, (_, i) => `L${i},${ids[i % 600]}，测试，1200.50,300.00,2022-05-10`);
    const file = path.join(folder, '医疗费用结算大.csv');
    await writeFile(file, [HEADER, ...rows].join('\n'));
    const page = await office.open('data', '/feeds/submit');
    // As a running import does: matching waits, so that there is time to press the button.
    const release = await office.hold('select pg_advisory_xact_lock(15000003)');
    await handIn(page, file);
    await page.getByRole('button', { name: '返回批次列表' }).click();
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算大.csv' });
    await row.getByText('装载中').waitFor();
    await row.click();
    await page.getByRole('heading', { name: '进度' }).waitFor();
    await page.getByText(/^装载：/).waitFor();
    await page.getByRole('main').getByRole('button', { name: '取消' }).click();
    // Let go before the wish to cancel has arrived, the rest would be loaded first.
    const asked = page.waitForResponse((response) => response.url().endsWith('/cancel'));
    await page.getByRole('button', { name: '取消批次' }).click();
    await asked;
    await release();
    await page.getByText('已取消，没有装载任何数据。').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('review', () => {
  it('shows the row beside its candidates, and the keyboard settles it and goes on', async () => {
    const namesakes = await office.find<{ name: string; villageCode: number }>(`
      select p.name, h.village_code from persons p
      join households h on h.county_code = p.county_code and h.id = p.household_id
      where h.county_code = 150923 and p.name <> '' group by 1, 2 having count(*) = 2 order by 2, 1 limit 3`);
    expect(namesakes).toHaveLength(3);
    const unclear = path.join(folder, '医疗费用结算无证.csv');
    const lines = namesakes.map(({ name, villageCode }, i) => `R${i},,${name},${villageCode},900.00,200.00,2022-05-11`);
    await writeFile(unclear, ['结算流水号,证件号码,姓名,嘎查村代码,总费用,合规自付,结算日期', ...lines].join('\n'));
    // The demonstration has rows to review of its own.
    const [waiting] = await office.find<{ rows: number }>(
      "select count(*)::int as rows from stray_rows where method = 'ambiguous' and review_low / 1000000 = 150923",
    );
    const officer = await office.open('data', '/feeds/submit');
    await handIn(officer, unclear);
    await officer.getByRole('main').getByText('已装载').waitFor();
    const page = await office.open('county', '/feeds/review');
    const rows = page.locator('.sw-table tbody tr.sw-row-open');
    await rows.first().waitFor();
    await picture(page, 'feeds-review');
    await expectSound(page);
    await rows.first().click();
    await page.getByRole('heading', { name: '文件中的记录与登记册中可能的人' }).waitFor();
    await picture(page, 'feeds-review-row');
    await expectSound(page);
    const first = page.url();
    await page.keyboard.press('1');
    await page.getByText('核对后不能更改').waitFor();
    await picture(page, 'feeds-review-ask');
    await page.keyboard.press('Enter');
    await page.getByText(/^已核对/).waitFor();
    await page.waitForURL((url) => url.href !== first);
    await page.getByRole('button', { name: '都不是' }).waitFor();
    await page.keyboard.press('n');
    await page.goto(`${office.url}/feeds/review`);
    await page.getByText(/^本页/).waitFor();
    // Three came, one is decided, of the other only asked.
    await expect.poll(() => rows.count()).toBe((waiting?.rows ?? 0) + 2);
  });

  it('is not for data officers', async () => {
    const page = await office.open('data', '/feeds');
    await page.locator('.sw-table tbody tr.sw-row-open').first().waitFor();
    await expect.poll(() => page.getByRole('link', { name: '待核对' }).count()).toBe(0);
    await page.goto(`${office.url}/feeds/review`);
    await page.getByRole('alert').waitFor();
  });
});

describe('departments asked in a comparison', () => {
  it('answer on their desk and by file, and the county takes the answers in and can undo', async () => {
    const page = await office.signIn('data');
    await page.getByRole('heading', { name: '等待回复的协查' }).waitFor();
    await picture(page, 'inquiries-desk');
    await expectSound(page);
    const waiting = page.getByLabel('等待回复的协查').getByRole('row').filter({ hasText: 'XC' });
    await waiting.first().click();
    await page.getByRole('heading', { name: /^协查单 XC/ }).waitFor();
    const rows = page.locator('.sw-table tbody tr.sw-row-open');
    await rows.first().waitFor();
    await picture(page, 'inquiries-persons');
    await expectSound(page);
    await rows.first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '有情形' }).waitFor();
    // A click on what still grows may miss.
    await settle(page);
    await dialog.getByRole('radio', { name: '有情形' }).check();
    await dialog.getByLabel('命中情形').click();
    await page.getByTitle('机动车', { exact: true }).click();
    await page.keyboard.press('Escape');
    await picture(page, 'inquiries-answer');
    await dialog.getByRole('button', { name: '回复' }).click();
    await page.getByRole('row').filter({ hasText: '机动车' }).waitFor();
    await page.getByRole('button', { name: '下载名单' }).click();
    const reason = page.getByRole('dialog');
    await reason.getByLabel('需要完整证件号码的原因').fill('医保系统按证件号码查询');
    const download = page.waitForEvent('download');
    await reason.getByRole('button', { name: '下载' }).click();
    const saved = path.join(folder, '协查名单.xlsx');
    await (await download).saveAs(saved);
    const [header = '', ...lines] = (await readWorkbook(saved)).split('\n');
    expect(header).toBe('协查单号,序号,姓名,证件号码,嘎查村,户编号,协查结果,命中情形,说明');
    const filled = lines.map((line) =>
      line.endsWith(',机动车,') || /机动车/.test(line) ? line : `${line.split(',').slice(0, 6).join(',')},无情形,,`,
    );
    const back = path.join(folder, '协查回复.csv');
    await writeFile(back, [header, ...filled, 'XC999999,1,谁,,,,无情形,,'].join('\n'));
    await page.locator('input[type=file]').setInputFiles(back);
    await page.getByText('未采用 1 行').waitFor();
    await picture(page, 'inquiries-answered');
    const county = await office.open('county', new URL(page.url()).pathname);
    await county.getByText(/^\d+ 户的人员已全部回复/).waitFor();
    await picture(county, 'inquiries-record');
    await county.getByRole('button', { name: '记入个案' }).click();
    await county.getByRole('button', { name: /^记入 \d+ 户/ }).click();
    await county.getByText(/^比对回复：已记入 \d+ 户/).waitFor();
    await county.getByRole('button', { name: '撤销', exact: true }).click();
    await county.getByText(/^已撤销 \d+ 户/).waitFor();
    await county.getByRole('button', { name: '记入个案' }).waitFor();
  });
});

describe('on a phone', () => {
  it('a batch can be read', async () => {
    const page = await office.open('county', '/feeds', PHONE);
    await page.locator('.sw-table tbody tr.sw-row-open').first().click();
    await page.getByRole('heading', { name: '基本情况' }).waitFor();
    expect(await overflows(page)).toBe(false);
    await picture(page, 'feeds-batch-phone');
  });
});
