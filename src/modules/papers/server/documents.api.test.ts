// Papers of a case over HTTP: when they are offered, who gets them, that they are recorded; notices that come down by
// themselves; the papers of an area.

import { existsSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { details } from '../../../../test/case-details.ts';
import type { TestServer, TestUser } from '../../../../test/harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  REGION,
  TOWNSHIP,
  VILLAGE,
} from '../../../../test/small-registry.ts';
import { TINY_PNG } from '../../../../test/tiny-png.ts';

const requestId = () => crypto.randomUUID();
const countyCode = COUNTY / 1_000_000;
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
const PHONE = '13912345678';
const IDS = [1, 2, 3].map((n) => idNumber(19700101, n * 2));
const BROWSER = process.env.CHROMIUM ?? '/usr/bin/chromium';

let server: TestServer;
let village: TestUser;
let township: TestUser;
let county: TestUser;
let cases: number[];

async function now(id: number) {
  const { version } = await county.client.cases.case({ countyCode, id });
  return { requestId: requestId(), countyCode, id, version };
}

async function open(householdId: number): Promise<number> {
  const clue = await county.client.clues.addClue({
    requestId: requestId(),
    channel: 'visit',
    countyCode,
    householdId,
    receivedOn: '2022-06-01',
    text: '户主患病住院',
  });
  const opened = await county.client.cases.open({ requestId: requestId(), countyCode, clueIds: [clue.id] });
  return opened.id;
}

async function walkToNotice(id: number) {
  const given = details('2022-06-02', [await village.upload('授权书.png', TINY_PNG)]);
  const verify = { ...given.verify, finding: `情况属实,电话 ${PHONE},证件 ${IDS[0]}` };
  await village.client.cases.verify({ ...(await now(id)), detail: verify });
  await county.client.cases.compare({ ...(await now(id)), detail: given.compare });
  await village.client.cases.review({ ...(await now(id)), detail: given.review });
  await village.client.cases.publish({ ...(await now(id)), detail: given.publish });
}

async function walkToDecision(id: number) {
  const given = details('2022-06-08');
  await village.client.cases.endNotice({ ...(await now(id)), detail: given['end-notice'] });
  await township.client.cases.passTownship({ ...(await now(id)), detail: given['pass-township'] });
  await county.client.cases.approve({ ...(await now(id)), detail: given.approve });
}

beforeAll(async () => {
  server = await openSmallRegistry(
    IDS.map((id, i) => ({
      number: `H${i + 1}`,
      village: i === 2 ? NEXT_VILLAGE : VILLAGE,
      phone: PHONE,
      members: [{ name: `王秀${'英梅兰'[i]}`, id, phone: PHONE }],
    })),
  );
  village = await server.as({ role: 'village-worker', areaCode: VILLAGE });
  township = await server.as({ role: 'township-officer', areaCode: TOWNSHIP });
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  await region.client.parameters.saveParameter({
    requestId: requestId(),
    regionCode: REGION,
    key: 'income.line',
    value: 8000,
    effectiveFrom: '2020-01-01',
    note: '',
  });
  const households = (await county.client.households.list({ area: COUNTY })).items;
  server.moveClock(at('2022-06-01'));
  cases = [];
  for (const { id } of households.toSorted((a, b) => a.number.localeCompare(b.number))) cases.push(await open(id));
  server.moveClock(at('2022-06-02'));
  for (const id of cases.slice(0, 2)) await walkToNotice(id);
});
afterAll(() => server.close());

const pathOf = (id: number, document: string, format: string) =>
  `/cases/${countyCode}/${id}/documents/${document}?format=${format}`;

async function ready(id: number): Promise<string[]> {
  const offers = await village.client.papers.documents({ countyCode, id });
  return offers.filter((offer) => offer.ready).map(({ key }) => key);
}

function wordText(bytes: ArrayBuffer): string {
  const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array());
  return xml.replace(/<[^>]+>/g, '');
}

describe('the papers of a case', () => {
  it('are offered when their step was reached, and refused before', async () => {
    const [first = 0, , third = 0] = cases;
    expect(await ready(first)).toEqual(['application', 'verification', 'review', 'notice', 'household-file']);
    const offers = await county.client.papers.documents({ countyCode, id: third });
    expect(offers.find(({ key }) => key === 'plan')).toMatchObject({ ready: false, why: '还没有制定帮扶计划' });
    const refused = await county.get(pathOf(third, 'plan', 'docx'));
    expect(refused.status).toBe(409);
    expect(((await refused.json()) as { message: string }).message).toContain('还没有制定帮扶计划');
  });

  it('come as a page and as Word, with numbers masked', async () => {
    const [first = 0] = cases;
    const page = await village.get(pathOf(first, 'verification', 'html'));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await page.text();
    const word = await village.get(pathOf(first, 'verification', 'docx'));
    expect(word.headers.get('content-disposition')).toContain(encodeURIComponent('入户核实表.docx'));
    for (const text of [html, wordText(await word.arrayBuffer())]) {
      expect(text.includes('情况属实')).toBe(true);
      expect(text.includes('139****5678')).toBe(true);
      expect(text.includes(PHONE) || text.includes(IDS[0] ?? '')).toBe(false);
    }
    const application = await (await village.get(pathOf(first, 'application', 'html'))).text();
    expect(application.includes('150923********')).toBe(true);
    expect(application.includes(IDS[0] ?? '')).toBe(false);
    expect(application.includes('data:image/png;base64,')).toBe(true);
  });

  it.runIf(existsSync(BROWSER))(
    'come as PDF where the server has Chromium, and a sentence says so where not',
    async () => {
      const [first = 0] = cases;
      const answer = await village.get(pathOf(first, 'notice', 'pdf'));
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
      const { CHROMIUM } = process.env;
      process.env.CHROMIUM = '/nowhere/chromium';
      const refused = await village.get(pathOf(first, 'notice', 'pdf'));
      if (CHROMIUM === undefined) delete process.env.CHROMIUM;
      else process.env.CHROMIUM = CHROMIUM;
      expect(refused.status).toBe(503);
      expect(((await refused.json()) as { message: string }).message).toMatch(/Word/);
    },
  );

  it('are recorded, without a word of what is in them', async () => {
    const rows = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ subjectId: string; after: object }>`
        select subject_id, after from audit_entries where operation = 'papers.document' order by id limit 1`),
    );
    expect(rows[0]?.after).toEqual({ document: 'verification', format: 'html' });
    expect(rows[0]?.subjectId).toBe(`${countyCode}-${cases[0]}`);
  });

  it('do not exist for somebody of another county, nor for other names', async () => {
    const [first = 0] = cases;
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    expect((await other.get(pathOf(first, 'application', 'html'))).status).toBe(404);
    expect((await other.client.papers.notices({})).items).toEqual([]);
    expect((await village.get(pathOf(first, 'diary', 'html'))).status).toBe(400);
    const neighbour = await server.as({ role: 'village-worker', areaCode: NEXT_VILLAGE });
    expect((await neighbour.get(pathOf(first, 'application', 'html'))).status).toBe(404);
  });
});

describe('the notices of an area', () => {
  it('that hang today, with the permitted fields only, and printed one by one', async () => {
    const { items } = await township.client.papers.notices({ area: VILLAGE });
    expect(items).toHaveLength(2);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      'category countyCode from id level memberCount name phone townshipName until villageName walk'.split(' '),
    );
    expect(items[0]).toMatchObject({ name: '王秀英', category: 'borderline', from: '2022-06-02', until: '2022-06-07' });
    const pages = await (await township.get(`/papers/notices/print?area=${VILLAGE}`)).text();
    expect(pages.match(/<article>/g)).toHaveLength(2);
    expect(pages.includes('患病') || pages.includes(PHONE) || /\d{6}\*{4}/.test(pages)).toBe(false);
    expect((await township.client.papers.notices({ area: NEXT_VILLAGE })).items).toEqual([]);
    expect((await township.get(`/papers/notices/print?area=${NEXT_VILLAGE}`)).status).toBe(404);
  });

  it('go page by page', async () => {
    const first = await county.client.papers.notices({ limit: 1 });
    const second = await county.client.papers.notices({ limit: 1, cursor: first.next });
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(['王秀英', '王秀梅']);
    expect(second.next).toBeUndefined();
  });

  it('come down by themselves the day after, and stand among the ended ones', async () => {
    server.moveClock(at('2022-06-08'));
    expect((await township.client.papers.notices({})).items).toEqual([]);
    expect((await township.get('/papers/notices/print')).status).toBe(404);
    const { items } = await township.client.papers.notices({ state: 'ended' });
    expect(items.map(({ until }) => until)).toEqual(['2022-06-07', '2022-06-07']);
    const offers = await village.client.papers.documents({ countyCode, id: cases[0] ?? 0 });
    expect(offers.find(({ key }) => key === 'notice')?.title).toContain('已期满');
  });

  it('also when the step was ended; then the list of the day has all that were decided', async () => {
    for (const id of cases.slice(0, 2)) await walkToDecision(id);
    const ended = await township.client.papers.notices({ state: 'ended', limit: 1 });
    const rest = await township.client.papers.notices({ state: 'ended', limit: 1, cursor: ended.next });
    expect([...ended.items, ...rest.items].map(({ name }) => name).sort()).toEqual(['王秀梅', '王秀英']);
    const list = await county.get(`/papers/approvals?area=${TOWNSHIP}&day=2022-06-08&format=docx`);
    const text = wordText(await list.arrayBuffer());
    expect(text.includes('王秀英') && text.includes('王秀梅') && text.includes('2 户')).toBe(true);
    expect((await county.get('/papers/approvals?day=2022-06-09')).status).toBe(404);
    expect(await ready(cases[0] ?? 0)).toContain('announcement');
  });
});
