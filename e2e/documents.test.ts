// Notices of a village: seen, read, saved and printed; gone the day they are over.

import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../src/app/contract.ts';
import { details } from '../test/case-details.ts';
import { officeDay } from '../test/office-day.ts';
import { TINY_PNG } from '../test/tiny-png.ts';
import { accessibilityFaults, type Office, openOffice, overflows, picture } from './harness.ts';

let office: Office;
let township: Page;
/** Notices that hang in the township: those of the demonstration, and three more. */
let hanging = 0;

const requestId = () => crypto.randomUUID();

async function clientOf(page: Page) {
  const [cookie] = await page.context().cookies();
  const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
  const link = new OpenAPILink(contract, { url: `${office.url}/api`, headers });
  return { client: createORPCClient<ContractRouterClient<typeof contract>>(link), headers };
}

async function uploadSignature(headers: Record<string, string>): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([TINY_PNG]), '签名.png');
  const answer = await fetch(`${office.url}/api/uploads`, { method: 'POST', headers, body: form });
  return ((await answer.json()) as { fileId: string }).fileId;
}

/** A household of the village from a clue to a notice that hangs today. */
async function hangNotice(household: { countyCode: number; id: number }) {
  const village = await clientOf(await office.signIn('village'));
  const county = await clientOf(await office.signIn('county'));
  const { countyCode } = household;
  const given = details(officeDay(), [await uploadSignature(village.headers)]);
  const clue = await village.client.clues.addClue({
    requestId: requestId(),
    channel: 'visit',
    countyCode,
    householdId: household.id,
    receivedOn: officeDay(),
    text: '户主患病住院',
  });
  const { id } = await village.client.cases.open({ requestId: requestId(), countyCode, clueIds: [clue.id] });
  const key = (version: number) => ({ requestId: requestId(), countyCode, id, version });
  await village.client.cases.verify({ ...key(1), detail: given.verify });
  await county.client.cases.compare({ ...key(2), detail: given.compare });
  await village.client.cases.review({ ...key(3), detail: given.review });
  await village.client.cases.publish({ ...key(4), detail: given.publish });
}

beforeAll(async () => {
  office = await openOffice();
  const households = await office.find<{ countyCode: number; id: number }>(`
    select h.county_code, h.id from households h join accounts a on a.username = 'village' and h.village_code = a.area_code
    where h.valid_to is null and not exists (select from cases c where c.household_id = h.id) order by h.id limit 3`);
  for (const household of households) await hangNotice(household);
  township = await office.signIn('township');
  await township.addInitScript('window.print = () => { window.top.printed = document.body.innerText; }');
});

afterAll(() => office.close());

async function countOfList(page: Page): Promise<number> {
  const text = await page.getByText(/^(共|本页) [\d,]+ 份$/).textContent();
  return Number((text ?? '').replace(/\D/g, ''));
}

describe('notices', () => {
  it('of the area stand in a list that is sound, with the fields that may hang out', async () => {
    await township.goto(`${office.url}/papers/notices`);
    hanging = await countOfList(township);
    expect(hanging).toBeGreaterThanOrEqual(3);
    await expect.poll(() => township.getByRole('row').count()).toBeGreaterThan(3);
    await picture(township, 'notices');
    expect(await accessibilityFaults(township)).toEqual([]);
    expect(await overflows(township)).toBe(false);
  });

  it('are saved for a village at once, and printed', async () => {
    const saved = township.waitForEvent('download');
    await township.getByRole('button', { name: '全部公示 Word' }).click();
    expect((await saved).suggestedFilename()).toBe('公示.docx');
    await township.getByRole('button', { name: '全部公示 打印' }).click();
    await expect.poll(() => township.evaluate('typeof window.printed')).toBe('string');
    const printed = await township.evaluate<string>('window.printed');
    expect(printed.match(/关于拟\S+的公示/g)).toHaveLength(hanging);
    expect(printed).not.toContain('患病');
  });

  it('are read on a page of their own', async () => {
    const opened = township.context().waitForEvent('page');
    await township.getByRole('button', { name: '全部公示 打开' }).click();
    const page = await opened;
    await page.getByRole('heading', { name: '关于拟纳入监测对象的公示' }).first().waitFor();
    await picture(page, 'notice-paper');
    await page.close();
  });

  it('the list of a day says that nothing was decided', async () => {
    await township.getByRole('button', { name: /审定名单 Word/ }).click();
    await township.getByText(/没有审定的监测对象/).waitFor();
  });

  it('that are over are a click away', async () => {
    await township.getByText('已结束').click();
    await township.waitForURL(/state=/);
    expect(await countOfList(township)).toBeGreaterThan(0);
    await picture(township, 'notices-ended');
  });
});
