// A county hands in a file of organisations: what would come of it is seen before, the good rows come in, one is changed by hand
// and its history read, and the list is found and exported.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectSound, type Office, openOffice, PHONE, picture, settle } from './harness.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const FILE = `单位代码,单位名称,单位类别,地区代码,成立日期
E2E-1,白音塔拉合作社,合作社,150923000000,2019-03-01
E2E-2,乌兰小学,学校,150923000000,
E2E-3,无类别单位,寺庙,150923000000,2022-02-30
`;

it('previews and imports a file, changes a row, and takes an import back', async () => {
  const page = await office.open('county', '/registers');
  await page.getByRole('heading', { name: '全部页面' }).waitFor();
  await expectSound(page);
  await picture(page, 'registers');
  await page.getByRole('button', { name: '导入文件' }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await page.locator('.sw-register-files').getByText('单位和经营主体').waitFor();
  await expectSound(page);
  await picture(page, 'register-files');
  await page.getByRole('button', { name: '开始预检' }).click();
  await page.getByText('预检没有改动台账').waitFor();
  await page.getByRole('cell', { name: '成立日期' }).waitFor();
  await expectSound(page);
  await picture(page, 'register-preview');
  expect(await office.find(`select 1 from organisations where code like 'E2E-%'`)).toEqual([]);

  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByText('新增 2 条，变更 0 条，作废 0 条，未收录 1 行').waitFor();
  const [refused] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载未收录行' }).click(),
  ]);
  expect(refused.suggestedFilename()).toMatch(/^台账未收录行-\d+\.xlsx$/);
  await picture(page, 'register-imported');

  await page.getByRole('link', { name: '单位和经营主体' }).click();
  await page.getByLabel('查找', { exact: true }).fill('白音塔拉');
  await page.getByLabel('查找', { exact: true }).press('Enter');
  await page.getByText('共 1 个').waitFor();
  await expectSound(page);
  await picture(page, 'register-list');
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 Excel' }).click(),
  ]);
  expect(list.suggestedFilename()).toBe('单位和经营主体.xlsx');

  await page.getByRole('cell', { name: 'E2E-1' }).click();
  const drawer = page.getByRole('dialog', { name: 'E2E-1' });
  await drawer.getByText('来自文件“organisations.csv”第 2 行').waitFor();
  await drawer.getByRole('button', { name: '修改' }).click();
  const form = page.getByRole('dialog', { name: /^修改/ });
  await form.getByLabel('单位名称').fill('白音塔拉养殖合作社');
  await settle(page);
  await expectSound(page);
  await picture(page, 'register-form');
  await form.getByRole('button', { name: '保存' }).click();
  await drawer.getByText('白音塔拉合作社 → 白音塔拉养殖合作社').waitFor();
  await picture(page, 'register-history');

  await page.goto(`${office.url}/registers/import`);
  await page.getByRole('cell', { name: 'organisations.csv' }).click();
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  // One of its rows was changed since: the whole stays, and says so.
  await page.getByText('这次导入不能撤销').waitFor();
});

it('takes an import back on which nothing stands', async () => {
  const page = await office.open('county', '/registers/import?step=new');
  const buffer = Buffer.from('单位代码,单位名称,单位类别,地区代码\nE2E-5,错报的学校,学校,150923000000\n');
  // Its name tells nothing, its columns do.
  await page.locator('input[type=file]').setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer });
  await page.locator('.sw-register-files').getByText('单位和经营主体').waitFor();
  await page.getByRole('button', { name: '开始预检' }).click();
  await page.getByRole('button', { name: '开始导入' }).click();
  await page.getByRole('button', { name: '撤销导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click();
  await page.getByText('这次导入已撤销').waitFor();
  await picture(page, 'register-undone');
  expect(await office.find(`select 1 from organisations where code = 'E2E-5'`)).toEqual([]);
});

it('voids a row with a reason, and brings it back', async () => {
  const page = await office.open('county', '/registers/organisations');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^登记/ });
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('处没有填好').waitFor();
  await form.getByLabel('单位代码', { exact: true }).fill('E2E-9');
  await form.getByLabel('单位名称').fill('额吉手工坊');
  // A list that still unfolds moves away under the click.
  await form.getByLabel('单位类别').click();
  await settle(page);
  await page.getByTitle('民营企业').last().click();
  await settle(page);
  await form.getByLabel('地区').click();
  await settle(page);
  await page.locator('.ant-select-tree-title').first().click();
  await settle(page);
  await form.getByRole('button', { name: '保存' }).click();
  const drawer = page.getByRole('dialog', { name: 'E2E-9' });
  await drawer.getByText('登记，页面填写').waitFor();
  for (const [deed, said] of [
    ['作废', '这条记录已作废'],
    ['恢复', '恢复，页面填写'],
  ] as const) {
    await drawer.getByRole('button', { name: deed, exact: true }).click();
    const question = page.getByRole('dialog', { name: new RegExp(`^${deed}`) });
    await question.getByLabel('原因').fill('登记错了');
    await question.getByRole('button', { name: deed, exact: true }).click();
    await drawer.getByText(said).first().waitFor();
  }
});

it('looks at the ledgers of assets, revives an idle one and prints its sheet', async () => {
  const page = await office.open('county', '/assets');
  await page.getByRole('heading', { name: '资产台账' }).waitFor();
  await page.getByRole('cell', { name: '合计' }).waitFor();
  await expectSound(page);
  await picture(page, 'asset-ledger');
  await page.goto(`${office.url}/assets/needs?need=idle`);
  await page.getByRole('table', { name: '资产待办' }).getByRole('row').nth(1).waitFor();
  await expectSound(page);
  await picture(page, 'asset-needs');
  await page.getByRole('button', { name: '设定期限' }).click();
  const setting = page.getByRole('dialog', { name: '设定资产管理期限' });
  await setting.getByLabel('期限').click();
  await settle(page);
  await page.getByTitle('经营合同到期前多少天列出').last().click();
  await setting.getByLabel('天数').fill('45');
  await setting.getByLabel('依据').fill('资产管理会议纪要');
  await setting.getByRole('button', { name: '保存' }).click();
  // Sent, it is done with: the dialog goes by itself, and the page has read what it says now.
  await setting.waitFor({ state: 'hidden' });
  await page.getByRole('cell', { name: '45 天' }).waitFor();
  await page.goto(`${office.url}/assets/list?standing=idle`);
  await page.locator('.sw-table .sw-row-open').first().click();
  await page.getByRole('button', { name: '在台账中办理、修改' }).waitFor();
  await page.getByRole('heading', { name: '各年收益和分配' }).waitFor();
  await expectSound(page);
  await picture(page, 'asset');
  const asset = page.url();
  await page.getByRole('button', { name: '在台账中办理、修改' }).click();
  const drawer = page.getByRole('dialog').first();
  await drawer.getByRole('button', { name: '盘活', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^盘活/ });
  await form.getByLabel('投用日期').fill('2022-03-01');
  await form.getByLabel('投用日期').press('Enter');
  await form.getByLabel('原因').fill('重新出租给合作社');
  await form.getByRole('button', { name: '盘活', exact: true }).click();
  await drawer.getByText('意见：重新出租给合作社').waitFor();
  await page.goto(asset);
  await page.getByRole('cell', { name: '重新出租给合作社' }).waitFor();
  await page.getByRole('button', { name: '确权移交表' }).click();
  await page.getByRole('heading', { name: '帮扶项目资产确权移交表' }).waitFor();
  await page.getByRole('rowheader', { name: '移交单位（盖章）' }).waitFor();
  await expectSound(page);
  await picture(page, 'asset-handover');
});

it('fits a phone, and shows no button to those who may only read', async () => {
  const page = await office.open('audit', '/registers/organisations', PHONE);
  await page.getByRole('heading', { name: '单位和经营主体' }).waitFor();
  await settle(page);
  await expect.poll(() => page.getByRole('button', { name: '登记', exact: true }).count()).toBe(0);
  await expectSound(page);
  await picture(page, 'register-phone');
});

it('a village proposes, the county ticks what is approved into the library and opens the project', async () => {
  const post = async (page: Page, where: string, data: object) => {
    const answer = await page.request.post(`${office.url}/api/registers/project-proposals${where}`, { data });
    if (!answer.ok()) throw new Error(await answer.text());
    return (await answer.json()) as Record<string, unknown>;
  };
  const move = async (page: Page, name: string, doneOn: string, values: object, records: object[]) => {
    const checked = (await post(page, '/check-move', { move: name, records })) as unknown as Record<string, unknown>[];
    const versions = checked.map(({ countyCode, id, version }) => ({ countyCode, id, version }));
    return post(page, '/move', { requestId: crypto.randomUUID(), move: name, records: versions, doneOn, values });
  };
  const [account] = await office.find<{ areaCode: number }>(
    `select area_code from accounts where username = 'village'`,
  );
  const village = await office.open('village', '/registers/project-proposals');
  const keys: object[] = [];
  for (const name of ['肉牛棚圈', '饲草料库'])
    keys.push(
      await post(village, '', {
        requestId: crypto.randomUUID(),
        values: {
          ...{
            projectName: name,
            villageCode: Number(account?.areaCode),
            wantedYear: 2023,
            projectKind: 'construction',
          },
          ...{ constructionNature: 'new', constructionContent: '新建一处', plannedTotalFen: 30_000_000 },
          ...{ plannedHouseholds: 12, plannedPersons: 30, performanceGoal: '年内建成投用' },
          ...{ meetingOn: '2022-03-01', noticeFrom: '2022-03-02', noticeUntil: '2022-03-12' },
        },
      }),
    );
  await village.reload();
  await village.getByRole('cell', { name: '肉牛棚圈' }).click();
  await village.getByRole('dialog').getByRole('button', { name: '申报', exact: true }).click();
  await settle(village);
  await expectSound(village);
  await picture(village, 'proposal-propose');
  await village.getByRole('dialog', { name: /^申报/ }).getByRole('button', { name: '申报', exact: true }).click();
  await village.getByRole('dialog').getByText('村已申报').first().waitFor();
  await move(village, 'propose', '2022-03-15', {}, keys.slice(1));

  const township = await office.open('township', '/registers/project-proposals');
  const later = { townshipNoticeFrom: '2022-03-20', townshipNoticeUntil: '2022-03-30' };
  await move(township, 'review', '2026-01-05', later, keys.slice(1));
  const county = await office.open('county', '/registers/project-proposals');
  await move(
    county,
    'approve',
    '2026-01-10',
    { countyNoticeFrom: '2022-04-01', countyNoticeUntil: '2022-04-12' },
    keys.slice(1),
  );
  await county.reload();
  await county.locator('thead').getByRole('checkbox').first().check();
  await county.getByRole('button', { name: '入库', exact: true }).click();
  const dialog = county.getByRole('dialog', { name: '批量入库' });
  await dialog.getByText('可入库').waitFor();
  await settle(county);
  await expectSound(county);
  await picture(county, 'proposals-enter');
  await dialog.getByRole('button', { name: '入库 1 个' }).click();
  await county.getByText('已入库').first().waitFor();
  const [made] = await office.find<{ number: string }>(
    `select project_number as number from project_proposals where project_name = '饲草料库'`,
  );
  await county.goto(`${office.url}/money/projects/${made?.number}`);
  await county.getByRole('button', { name: '列入年度计划' }).waitFor();
  await county.getByText('申报。').waitFor();
  await expectSound(county);
  await picture(county, 'project');
  await county.goto(`${office.url}/money/timeline?year=2022`);
  await county.getByText('晚于计划').first().waitFor();
  await expectSound(county);
  await picture(county, 'project-timeline');
  await county.goto(`${office.url}/money/map?year=2022`);
  await county.getByRole('button', { name: /\d 个/ }).first().click();
  await county.getByText(/^只列在.+实施的项目$/).waitFor();
  await county.getByRole('table', { name: '项目进度图' }).getByRole('link').first().waitFor();
  await expectSound(county);
});

it('an employment officer’s month: the bureau’s roster, what it proposes, how far the counties are, the circular that another signs', async () => {
  const county = await office.open('county', '/feeds');
  const [job] = await office.find<{ county: number; household: number; person: number; name: string; since: string }>(`
    select p.county_code as county, p.household_id as household, p.id as person, p.name, t.started_on::text as since
    from employment_spells t join persons p on p.county_code = t.county_code and p.id = t.person_id and p.valid_to is null
    where not t.voided and t.left_on is null and t.started_on < date_trunc('month', now())
      and t.county_code = (select (area_code / 1000000)::int from accounts where username = 'county')
      and not exists (select from employment_confirmations c where c.spell_number = t.number and not c.voided
        and c.month = date_trunc('month', now())::date) order by t.id limit 1`);
  if (!job) throw new Error('nobody has a job that was not confirmed this month');
  const shown = await county.request.post(`${office.url}/api/households/${job.county}/${job.household}/unmask`, {
    data: { requestId: crypto.randomUUID(), personId: job.person, field: 'id-number', reason: '与人社名册核对' },
  });
  const { value: idNumber } = (await shown.json()) as { value: string };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const buffer = Buffer.from(`证件号码,姓名,就业状态,变动日期\n${idNumber},${job.name},失业,${today}\n`);
  await county.getByRole('button', { name: '提交数据文件' }).click();
  await county.locator('input[type=file]').setInputFiles({ name: '就业变动.csv', mimeType: 'text/csv', buffer });
  await county.getByRole('button', { name: '下一步' }).click();
  await county.getByText('列的对应关系').first().waitFor();
  await county.getByRole('button', { name: '提交', exact: true }).click();
  await county.getByText('已装载').first().waitFor();

  await county.goto(`${office.url}/employment/roster`);
  const proposal = county.getByRole('row').filter({ hasText: job.name }).filter({ hasText: '登记离岗' });
  await proposal.first().waitFor();
  await expectSound(county);
  await picture(county, 'employment-roster');
  await proposal
    .first()
    .getByRole('button', { name: `接受${job.name}的建议` })
    .click();
  await county.getByText('已写入 1 人').waitFor();
  await county.goto(`${office.url}/employment/confirm`);
  await county.getByRole('table', { name: '月确认进度' }).waitFor();
  await expectSound(county);
  await picture(county, 'employment-progress');

  const region = await office.open('region', '/circulars/targets');
  await region.getByRole('table', { name: '目标进度' }).getByRole('row').nth(1).waitFor();
  await expectSound(region);
  await picture(region, 'targets');
  await region.goto(`${office.url}/circulars/draft`);
  await region.getByRole('button', { name: '起草', exact: true }).click();
  const drafted = region.getByRole('dialog').first();
  await drafted.getByRole('table', { name: '通报内容' }).getByRole('row').nth(1).waitFor();
  await expectSound(region);
  await picture(region, 'circular');
  const address = region.url();
  const signer = await signInAnother('region-officer');
  await signer.goto(address);
  await signer.getByRole('dialog').first().getByRole('button', { name: '签发', exact: true }).click();
  const signing = signer.getByRole('dialog', { name: /^签发/ });
  await signing.getByLabel('文号').fill('内农牧通〔2022〕9号');
  await signing.getByRole('button', { name: '签发', exact: true }).click();
  await signer.getByRole('dialog').first().getByText('已签发').first().waitFor();
});

it('a loan clerk’s morning: what is overdue, a word with the household, the list for the bank', async () => {
  const page = await office.open('county', '/industry/loans?need=overdue');
  const table = page.getByRole('table', { name: '小额信贷待办' });
  await table.getByRole('row').nth(1).waitFor();
  await expectSound(page);
  await picture(page, 'loans');
  await table.locator('.sw-row-open').first().click();
  const drawer = page.getByRole('dialog').first();
  await drawer.getByRole('button', { name: '登记跟进', exact: true }).click();
  const form = page.getByRole('dialog', { name: /^登记跟进/ });
  await form.getByLabel('原因').fill('已电话联系，卖羊后还');
  await form.getByRole('button', { name: '登记跟进', exact: true }).click();
  await drawer.getByText('已电话联系，卖羊后还').first().waitFor();
  await drawer.getByLabel('Close').first().click();
  await table.getByText('已电话联系，卖羊后还').waitFor();
  await page.getByRole('button', { name: '导出表册' }).click();
  await page.getByRole('menuitem', { name: '小额信贷逾期清单' }).hover();
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Excel', exact: true }).last().click(),
  ]);
  expect(list.suggestedFilename()).toMatch(/小额信贷逾期清单\.xlsx$/);
});

/** Somebody of the role beside the account of the demonstration, past the first change of password. */
async function signInAnother(role: string): Promise<Page> {
  const post = async (page: Page, where: string, data: object) => {
    const answer = await page.request.post(`${office.url}/api/${where}`, {
      data: { requestId: crypto.randomUUID(), ...data },
    });
    if (!answer.ok()) throw new Error(`${where}: ${await answer.text()}`);
    return (await answer.json()) as Record<string, string>;
  };
  const admin = await office.open('admin', '/');
  const account = { username: 'second', name: '其其格', role, areaCode: 150_000_000_000 };
  const { password = '' } = await post(admin, 'accounts', account);
  const page = await office.visit();
  await post(page, 'session', { username: 'second', password });
  await post(page, 'me/password', { currentPassword: password, newPassword: 'Shouwang-2027-anew' });
  return page;
}
