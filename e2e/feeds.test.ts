// A department's data officer hands files in, sees what was put aside and why, mends it, and takes a batch back; an officer
// settles who an unclear row is.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTable } from '../src/platform/server/tables/table-source.ts';
import { idNumber } from '../test/small-registry.ts';
import { accessibilityFaults, expectSound, type Office, openOffice, overflows, PHONE, picture } from './harness.ts';

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
    expect(await page.getByLabel('医疗费用结算2022年5月.csv 的数据期间').inputValue()).toBe('2022-05');
    await picture(page, 'feeds-submit');
    await expectSound(page);
    await page.locator('.sw-files li').filter({ hasText: '导出.csv' }).getByRole('button', { name: '移除' }).click();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.waitForURL(/\/feeds$/);
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算2022年5月.csv' });
    await row.getByText('已装载').waitFor();
    await picture(page, 'feeds');
    await expectSound(page);
    await row.click();
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
    await page.locator('input[type=file]').setInputFiles(await settlements('医疗费用结算再次.csv'));
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText('相同内容的文件已提交过').waitFor();
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
    expect(await page.getByRole('button', { name: '撤销批次' }).count()).toBe(0);
    await picture(page, 'feeds-undone');
    const auditor = await office.open('audit', '/system/audit?operation=feeds.undo-batch');
    await auditor.getByText('结算日期有误，更正后重新提交').first().waitFor();
  });

  it('says on the batch why a file could not be loaded', async () => {
    const wrong = path.join(folder, '医疗费用结算坏.csv');
    await writeFile(wrong, '甲,乙\n1,2\n');
    const page = await office.open('data', '/feeds/submit');
    await page.locator('input[type=file]').setInputFiles(wrong);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算坏.csv' });
    await row.getByText('未能装载').waitFor();
    await row.click();
    // The notice that it was handed in may still stand beside it.
    await page.getByRole('alert').filter({ hasText: '缺少必需的列' }).waitFor();
    await picture(page, 'feeds-failed');
    await page.goto(office.url);
    await page.getByText('待修正的行').waitFor();
    await picture(page, 'feeds-home');
    await expectSound(page);
  });
});

describe('what may be handed in', () => {
  it('is told column by column, for the own department only', async () => {
    const page = await office.open('data', '/feeds/datasets');
    await page.getByRole('row').filter({ hasText: '医疗费用结算' }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: '医保' }).count()).toBe(2);
    expect(await page.getByText('低保名册').count()).toBe(0);
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
    expect(await row.locator('td[title]').nth(1).getAttribute('title')).toMatch(/^[\d,]+ \/ [\d,]+$/);
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
    await page.locator('input[type=file]').setInputFiles(file);
    // As a running import does: matching waits, so that there is time to press the button.
    const held = office.find('select pg_advisory_xact_lock(15000003), pg_sleep(8)');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: '医疗费用结算大.csv' });
    await row.getByText('装载中').waitFor();
    await row.click();
    await page.getByRole('heading', { name: '进度' }).waitFor();
    await page.getByText(/^装载：/).waitFor();
    await page.screenshot({ path: 'test-results/feeds-progress.png' });
    await page.getByRole('main').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '取消批次' }).click();
    await held;
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
    const officer = await office.open('data', '/feeds/submit');
    await officer.locator('input[type=file]').setInputFiles(unclear);
    await officer.getByRole('button', { name: '提交', exact: true }).click();
    await officer.getByRole('row').filter({ hasText: '无证.csv' }).getByText('已装载').waitFor();
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
    expect(await rows.count()).toBe(2);
  });

  it('is not for data officers', async () => {
    const page = await office.open('data', '/feeds');
    await page.locator('.sw-table tbody tr.sw-row-open').first().waitFor();
    expect(await page.getByRole('link', { name: '待核对' }).count()).toBe(0);
    await page.goto(`${office.url}/feeds/review`);
    await page.getByRole('alert').waitFor();
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
