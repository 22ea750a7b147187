// A statement is written with tokens, submitted with the figures of its day, approved by somebody else, and never moves.

import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadExamples } from '../../../../test/figures/load-examples.ts';
import { openTestServer, refusalOf, type TestServer, type TestUser } from '../../../../test/harness.ts';
import type { Appendix } from '../domain/appendix.ts';

const REGION = 150_000_000_000;
const id = () => crypto.randomUUID();
const BODY = `# 情况
## 一是就业{标题:更加稳定|稳步推进}
{if}{日期:截至}稳岗就业{employment.persons}。{end}{if}安排资金{fund.arranged}。{end}`;

const PACK = `# {地区：全}{日期：季度}联席会议材料
{if}实施{project.count}项目，{end}{if}稳岗就业{employment.persons}。{end}`;

type Key = { countyCode: number; id: number };

let server: TestServer;
let writer: TestUser;
let approver: TestUser;
let stranger: TestUser;
let pack: Key & { number: string; appendix: Appendix };

beforeAll(async () => {
  server = await openTestServer();
  await loadExamples(server);
  writer = await server.as({ role: 'region-officer', areaCode: REGION });
  approver = await server.as({ areaCode: REGION, role: 'region-officer' });
  stranger = await server.as({ role: 'region-officer', areaCode: 152_200_000_000 });
});
afterAll(async () => {
  await server.close();
});

const begin = (publishOn = '2022-06-08', asOf = '2022-05-31') =>
  writer.client.statements.draft({ requestId: id(), area: REGION, title: '发布稿', asOf, publishOn, fresh: true });

async function move(user: TestUser, { countyCode, id: own }: Key, name: string, more: { opinion?: string } = {}) {
  const register = user.client.registers.statements;
  if (!register) throw new Error('there are no statements');
  const { version } = await register.get({ countyCode, id: own });
  const records = [{ countyCode, id: own, version }];
  return register.move({ requestId: id(), move: name, records, doneOn: '2022-06-08', values: {}, ...more });
}

describe('a statement', () => {
  it('is begun with the text that comes with the program, of days that fit', async () => {
    expect(await refusalOf(begin('2022-05-01'))).toBe('statements.order');
    expect(await refusalOf(begin('2090-01-01', '2090-01-01'))).toBe('statements.ahead');
    const { number, ...key } = await begin();
    expect(number).toMatch(/^FB202205\d{4}$/);
    const shown = await writer.client.statements.show(key);
    expect(shown).toMatchObject({ state: 'draft', version: 1, confirmed: [], place: { code: REGION } });
    expect(shown.body).toContain('{employment.persons');
    expect(await refusalOf(stranger.client.statements.show(key))).toBe('statements.not-found');
  });

  it('is kept without numbers typed by hand, and not over what another has saved', async () => {
    const { number: _number, ...key } = await begin('2022-06-09');
    const save = (body: string, version = 1) =>
      writer.client.statements.save({ ...key, requestId: id(), version, body, allowed: [] });
    expect(await refusalOf(save('资金5亿元'))).toBe('statements.faults');
    expect(await save(BODY)).toEqual({ version: 2 });
    expect(await refusalOf(save(BODY))).toBe('statements.changed');
  });

  it('says the figures of its day, is approved by another, published once and kept', async () => {
    const { number, ...key } = await begin('2022-06-10');
    await writer.client.statements.save({ ...key, requestId: id(), version: 1, body: BODY, allowed: [] });
    const { figures } = await writer.client.statements.figures(key);
    const persons = figures.find(({ id: figure }) => figure === 'employment.persons');
    const shownByFigures = await writer.client.figures.show({
      id: 'employment.persons',
      area: REGION,
      day: '2022-05-31',
    });
    expect(persons).toMatchObject({ status: 'value', value: shownByFigures.figure.value });

    const claim = '标题：更加稳定';
    expect(
      await refusalOf(
        writer.client.statements.confirm({ ...key, requestId: id(), claim: '标题：最好', confirmed: true }),
      ),
    ).toBe('statements.no-claim');
    await writer.client.statements.confirm({ ...key, requestId: id(), claim, confirmed: true });
    await writer.client.statements.submit({ ...key, requestId: id(), version: 2 });
    expect(
      await refusalOf(writer.client.statements.save({ ...key, requestId: id(), version: 2, body: BODY, allowed: [] })),
    ).toBe('statements.not-draft');

    expect(await refusalOf(move(writer, key, 'approve'))).toBe('statements.same-person');
    await move(approver, key, 'approve');
    const published = await server.shouwang.db.bulkRead((tx) =>
      tx.rows<{ figure: string; publishedText: string }>(
        sql`select figure, published_text from published_figures where statement = ${number} order by figure`,
      ),
    );
    expect(published.map(({ figure }) => figure)).toContain('employment.persons');
    expect(published.find(({ figure }) => figure === 'employment.persons')?.publishedText).toBe(persons?.shown);

    // Whoever and however: what was told stays.
    const register = approver.client.registers['published-figures'];
    const row = (await register?.list({ text: 'employment.persons' }))?.items.find(
      ({ values }) => values.publishedOn === '2022-06-10',
    );
    if (!register || !row) throw new Error('nothing was published');
    const { countyCode, id: own, version } = row;
    const change = { requestId: id(), countyCode, id: own, version, values: { publishedText: '1' } };
    expect(await refusalOf(register.change(change))).toBe('figures.published-kept');

    const paper = await writer.get(`/statements/${key.countyCode}/${key.id}/paper?format=docx`);
    const word = strFromU8(
      unzipSync(new Uint8Array(await paper.arrayBuffer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(word).toContain('就业更加稳定');
    expect(word).toContain(`稳岗就业${persons?.shown}万人`);
    expect(word).not.toContain('尚未审定');
  });

  it('is begun as a pack of the quarter, too, with tables behind its text', async () => {
    const asked = { requestId: id(), area: REGION, title: '季度材料', asOf: '2022-03-31', publishOn: '2022-04-10' };
    const { number, ...key } = await writer.client.statements.draft({ ...asked, kind: 'conference' });
    expect(number).toMatch(/^LX202203\d{4}$/);
    const shown = await writer.client.statements.show(key);
    expect(shown).toMatchObject({ kind: 'conference', state: 'draft' });
    expect(shown.frozen).toBeUndefined();
    expect(shown.body).toContain('联席会议材料');
    await writer.client.statements.save({ ...key, requestId: id(), version: 1, body: PACK, allowed: [] });

    const appendix = await writer.client.statements.appendix(key);
    expect(appendix.days).toEqual({ now: '2022-03-31', quarter: '2021-12-31', year: '2021-03-31' });
    const { figures } = await writer.client.statements.figures(key);
    for (const { id: figure, now } of appendix.figures)
      expect(now.shown).toBe(figures.find((one) => one.id === figure)?.shown);
    const before = await writer.client.figures.show({ id: 'project.count', area: REGION, day: '2021-12-31' });
    expect(appendix.figures.find((one) => one.id === 'project.count')?.quarter?.shown).toBe(before.figure.shown);
    for (const { regions } of appendix.rankings)
      expect(regions.flatMap(({ place }) => place ?? [])).toEqual(
        regions.flatMap(({ place }) => place ?? []).toSorted((a, b) => a - b),
      );
    expect(await refusalOf(stranger.client.statements.appendix(key))).toBe('statements.not-found');

    pack = { ...key, number, appendix };
  });

  it('keeps the tables of a pack as they were submitted, and publishes none of its numbers', async () => {
    const { number, appendix, ...key } = pack;
    await writer.client.statements.submit({ ...key, requestId: id(), version: 2 });
    await move(approver, key, 'approve');
    const { frozen, body } = await writer.client.statements.show(key);
    expect(frozen?.appendix).toEqual(appendix);
    const published = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql`select 1 from published_figures where statement = ${number}`),
    );
    expect(published).toEqual([]);
    const paper = await writer.get(`/statements/${key.countyCode}/${key.id}/paper?format=html`);
    const page = await paper.text();
    expect(page).toContain('全区2022年第一季度联席会议材料');
    for (const title of ['主要指标与上季度末、上年同期比较', '逾期未办事项', '年度工作安排进展', '本季度签发的通报'])
      expect(page).toContain(title);
    expect((await writer.get(`/statements/${key.countyCode}/${key.id}/paper?format=xlsx`)).status).toBe(200);

    // The next quarter begins with this text, and the next statement does not.
    const next = { area: REGION, title: '下一季度', asOf: '2022-05-31', publishOn: '2022-06-30' };
    const later = await writer.client.statements.draft({ ...next, requestId: id(), kind: 'conference' });
    const press = await writer.client.statements.draft({ ...next, requestId: id() });
    expect((await writer.client.statements.show(later)).body).toBe(body);
    expect((await writer.client.statements.show(press)).body).not.toBe(body);
  });

  it('of the same days cannot be published twice', async () => {
    const { number: _number, ...key } = await begin('2022-06-10');
    await writer.client.statements.submit({ ...key, requestId: id(), version: 1 });
    expect(await refusalOf(move(approver, key, 'approve'))).toBe('figures.published-there');
    await move(approver, key, 'send-back', { opinion: '换发布日期' });
    expect(await writer.client.statements.show(key)).toMatchObject({ state: 'draft' });
  });
});
