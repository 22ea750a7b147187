// From an audit's sentence to its closing: every level does its step as itself, similar warnings are looked for in all counties, and an
// inspector sees the paper it came for and nothing else.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeDay } from '../test/office-day.ts';
import { expectSound, type Office, openOffice, picture, settle } from './harness.ts';

const NUMBER = 'W-SJ-2026-1';
const PAPER = '审农〔2026〕8号';
const ago = (days: number) => officeDay(-days);

let office: Office;
let pages: Record<'region' | 'league' | 'county' | 'township', Page>;
beforeAll(async () => {
  office = await openOffice();
  const open = (username: string) => office.open(username, '/rectification');
  const [region, league, county, township] = await Promise.all(['region', 'league', 'county', 'township'].map(open));
  if (!region || !league || !county || !township) throw new Error('somebody cannot sign in');
  pages = { region, league, county, township };
});
afterAll(() => office.close());

async function add(page: Page, register: string, values: object) {
  const data = { requestId: crypto.randomUUID(), values };
  const answer = await page.request.post(`${office.url}/api/registers/${register}`, { data });
  if (!answer.ok()) throw new Error(await answer.text());
}

/** A step of the problem on its own page. */
async function step(page: Page, deed: string, opinion?: string) {
  await page.goto(`${office.url}/rectification/problems/${NUMBER}`);
  await page.getByRole('button', { name: deed, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${deed}：`) });
  await dialog.getByLabel('办理日期').waitFor();
  if (opinion) await dialog.getByLabel('原因').fill(opinion);
  await dialog.getByRole('button', { name: deed, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

it('goes through four levels, with warnings of the kind found in every county', async () => {
  const { region, league, county, township } = pages;
  const [place] = await office.find<{ code: number }>(
    `select area_code as code from accounts where username = 'township'`,
  );
  const regionCode = Number(place?.code);
  await add(region, 'problems', {
    ...{ number: NUMBER, regionCode, problemSource: 'audit', reportedBackOn: ago(40), feedbackDocumentNo: PAPER },
    ...{ problemWording: '红色预警长期没有入户核实', problemKind: '监测不及时', problemNature: 'common' },
    ...{ leadUnit: '自治区农牧厅', responsibleUnit: '苏木乡镇', rectificationKind: 'dated', rectifyBy: ago(-30) },
    measures: '逐户核实，建立周清单',
  });
  await step(region, '分办');
  await add(township, 'problem-claims', {
    ...{ problemNumber: NUMBER, regionCode, finding: 'has', pledge: '一个月内核实完', claimedOn: ago(37) },
  });
  await step(county, '认领');
  await add(township, 'fix-measures', {
    ...{ problemNumber: NUMBER, measureNo: 1, measure: '逐户入户核实', measureUnit: '苏木乡镇', responsible: '李秀兰' },
    ...{ stepDue: ago(-20), standard: '核实率 100%', doneOn: ago(5), evidenceOn: ago(5), evidenceNote: '核实登记表' },
  });
  await step(county, '报整改方案');
  await step(league, '批准方案');
  await step(township, '开始整改');

  // 举一反三: the same kind, over warnings, in all counties at once.
  await region.goto(`${office.url}/rectification/similar`);
  await region.getByRole('button', { name: '在个案、预警中查' }).click();
  const dialog = region.getByRole('dialog');
  await dialog.getByText('预警', { exact: true }).click();
  for (const [filter, choice] of [
    ['级别', '红'],
    ['核实结果', '未核实'],
  ] as const) {
    await dialog.getByLabel(filter, { exact: true }).click();
    await settle(region);
    await region.getByTitle(choice, { exact: true }).last().click();
  }
  await dialog.getByLabel('问题编号').fill(NUMBER);
  await dialog.getByLabel('查什么').fill('红色预警没有核实');
  // Under the mouse a link is paler than it is read.
  await region.mouse.move(0, 0);
  await expectSound(region);
  await picture(region, 'rectification-searched');
  await dialog.getByRole('button', { name: '保存并查询' }).click();
  await region.getByText('预警：级别：红；核实结果：未核实').waitFor();
  const planted = await office.find<{ name: string; found: number }>(`select r.name, count(*)::int as found
    from warnings w join regions r on r.code = w.county_code::bigint * 1000000
    where w.active and w.level = 'red' and w.state = 'open' and w.as_of = (select max(as_of) from screenings where undone_at is null)
    group by 1`);
  expect(planted.length).toBeGreaterThan(1);
  const counties = region.getByRole('table', { name: '各旗县' });
  for (const { name, found } of planted)
    await counties.getByRole('row', { name: new RegExp(`^${name}\\s*${found}\\s*0$`) }).waitFor();
  expect(await counties.locator('tbody').getByRole('row').count()).toBe(planted.length);
  await expectSound(region);
  await picture(region, 'rectification-query');

  await add(county, 'spread-checks', {
    ...{
      problemNumber: NUMBER,
      regionCode,
      searchedOn: ago(6),
      rule: '红色预警逐户核对',
      looked: 40,
      found: 2,
      fixed: 2,
    },
  });
  await step(township, '报验收');
  await step(county, '旗县验收合格', '抽查十户，属实');
  await step(league, '盟市验收合格', '查阅登记表，属实');
  await step(region, '自治区验收合格', '系统比对，属实');
  await step(region, '销号');
  // The step, and the head of the page, which another query fills.
  await region.getByText('已销号', { exact: true }).nth(1).waitFor();
  await expectSound(region);
  await picture(region, 'rectification-closed');
});

it('shows an inspector the problems of the paper, and nothing else', async () => {
  const admin = await office.open('security', '/rectification/inspectors');
  await admin.getByRole('cell', { name: '张正' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByText('不限定').click();
  await settle(admin);
  await admin.getByTitle('只看一个批次').last().click();
  await dialog.getByLabel('问题来源').click();
  await settle(admin);
  await admin.getByTitle('审计', { exact: true }).last().click();
  await dialog.getByLabel('反馈文号').fill(PAPER);
  await expectSound(admin);
  await dialog.getByRole('button', { name: '确定' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const auditor = await office.open('audit', '/registers/problems');
  await auditor.getByRole('cell', { name: NUMBER }).waitFor();
  await auditor.getByText('共 1 个').waitFor();
  await expectSound(auditor);
  await picture(auditor, 'rectification-inspector');
  await auditor.goto(`${office.url}/rectification/problems/${NUMBER}`);
  await auditor.getByText('已销号').first().waitFor();
  await auditor.getByText('抽查十户，属实').first().waitFor();
  await expectSound(auditor);
  await picture(auditor, 'rectification-inspector-problem');
});
