// The library of measures as a setting: who may set it, from when it holds, and what is proposed with it.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf, type TestServer } from '../../../../test/harness.ts';
import { type Helpers, helpedCase, helpersOf, morningOf } from '../../../../test/helped-case.ts';
import { COUNTY, idNumber, OTHER_COUNTY, openSmallRegistry, REGION, VILLAGE } from '../../../../test/small-registry.ts';
import type { LibraryEntry } from '../domain/library-contract.ts';
import { LIBRARY } from '../domain/measure-library.ts';

let server: TestServer;
let helpers: Helpers;
let key: { countyCode: number; id: number };

const OWN: LibraryEntry = {
  ...{ class: 'health', against: ['illness'], content: '旗医院减免自付费用', unit: '商都县卫健委' },
  ...{ policy: '商都县健康帮扶办法', days: 20 },
};

const library = (effectiveFrom: string, change: object = {}) => ({
  ...{ requestId: crypto.randomUUID(), regionCode: COUNTY, effectiveFrom, note: '商农牧发〔2022〕8号' },
  ...{ measures: [OWN], ...change },
});

const contents = async () => (await helpers.village.client.help.proposeMeasures(key)).map(({ content }) => content);

beforeAll(async () => {
  server = await openSmallRegistry([
    { number: 'H1', village: VILLAGE, members: [{ name: '王秀英', id: idNumber(19700101, 2) }] },
  ]);
  helpers = await helpersOf(server);
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  const line = { regionCode: REGION, key: 'income.line', value: 8000, effectiveFrom: '2020-01-01', note: '' };
  await region.client.parameters.saveParameter({ requestId: crypto.randomUUID(), ...line });
  const { items } = await helpers.county.client.households.list({ area: COUNTY });
  const days = { opened: '2022-06-01', noticed: '2022-06-05', decided: '2022-06-10' };
  key = await helpedCase(server, helpers, items[0]?.id ?? 0, days);
  server.moveClock(morningOf('2022-06-11'));
});

afterAll(() => server.close());

describe('the library', () => {
  it('is that of the program where nobody set one', async () => {
    const [only, ...rest] = await helpers.village.client.help.measureLibraries();
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ id: 0, regionName: '' });
    expect(only?.measures).toHaveLength(LIBRARY.length);
    expect(await contents()).toContain(LIBRARY[0]?.content);
  });

  it('is set for an own area, from county up, never for the past', async () => {
    const { help } = helpers.county.client;
    expect(await refusalOf(help.saveMeasureLibrary(library('2022-06-10')))).toBe('help.library-in-past');
    const elsewhere = library('2022-06-12', { regionCode: OTHER_COUNTY });
    expect(await refusalOf(help.saveMeasureLibrary(elsewhere))).toBe('regions.not-found');
    const inVillage = library('2022-06-12', { regionCode: VILLAGE });
    expect(await refusalOf(help.saveMeasureLibrary(inVillage))).toBe('help.library-needs-area');
    expect(await refusalOf(helpers.township.client.help.saveMeasureLibrary(library('2022-06-12')))).toBe(
      'http.forbidden',
    );
    for (const measures of [[], [{ ...OWN, against: [] }], [{ ...OWN, days: 0 }], [{ ...OWN, class: 'gift' as never }]])
      expect(await refusalOf(help.saveMeasureLibrary(library('2022-06-12', { measures })))).toBe(
        'kernel.invalid-input',
      );
  });

  it('holds from its day on, the county’s own before the region’s', async () => {
    const region = await server.as({ role: 'region-officer', areaCode: REGION });
    const wide = { ...OWN, content: '全区统一措施' };
    await region.client.help.saveMeasureLibrary(library('2022-06-12', { regionCode: REGION, measures: [wide] }));
    await helpers.county.client.help.saveMeasureLibrary(library('2022-06-15'));
    expect(await contents()).toContain(LIBRARY[0]?.content);
    server.moveClock(morningOf('2022-06-12'));
    expect(await contents()).toEqual([wide.content]);
    server.moveClock(morningOf('2022-06-15'));
    expect(await contents()).toEqual([OWN.content]);
    const [proposal] = await helpers.village.client.help.proposeMeasures(key);
    expect(proposal).toMatchObject({
      answers: 'illness',
      unit: OWN.unit,
      plannedFrom: '2022-06-15',
      dueOn: '2022-07-05',
    });
  });

  it('is corrected on its day, and both are on record', async () => {
    const measures = [OWN, { ...OWN, class: 'comprehensive' as const, content: '临时救助' }];
    await helpers.county.client.help.saveMeasureLibrary(library('2022-06-15', { measures }));
    expect(await contents()).toEqual([OWN.content, '临时救助']);
    const listed = await helpers.village.client.help.measureLibraries();
    expect(listed.map(({ effectiveFrom }) => effectiveFrom)).toEqual(['2022-06-15', '2022-06-12', undefined]);
    const [entry] = await server.shouwang.db.bulkRead((tx) =>
      tx.rows(sql<{ before: object; after: object }>`select before, after from audit_entries
        where operation = 'help.save-measure-library' order by id desc limit 1`),
    );
    expect(entry?.before).toMatchObject({ measures: [OWN], effectiveFrom: '2022-06-15' });
    expect(entry?.after).toEqual({ effectiveFrom: '2022-06-15', measures });
  });

  it('of a county is not seen by the next one', async () => {
    const other = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
    const listed = await other.client.help.measureLibraries();
    expect(listed.map(({ regionCode }) => regionCode)).toEqual([REGION, undefined]);
  });
});
