// Figures from register files to their values, their rows and their regions.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES, REGISTRY, type Records } from '../../../../test/figures/examples.ts';
import { EXPECTED } from '../../../../test/figures/expected.ts';
import { MORE_RECORDS } from '../../../../test/figures/more-records.ts';
import { PARAMETERS, ROSTER } from '../../../../test/figures/other-records.ts';
import { openTestServer, refusalOf, type TestServer } from '../../../../test/harness.ts';
import { registerTools } from '../../../app/registers/tools.ts';
import { minus, parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { importSet, type SetResult } from '../../../platform/server/registers/import-set.ts';
import { loadBatch } from '../../feeds/server/index.ts';
import { importParameters } from '../../parameters/server/index.ts';
import { importRegistry } from '../../registry-import/server/index.ts';
import { type Answer, answerOf, type Totals } from '../domain/answer.ts';
import { onDay } from '../domain/asked.ts';
import { FIGURES, findFigure } from '../domain/definitions/index.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { answerFigure, openReading } from './answer.ts';
import { answerRegions, rulersOf } from './by-region.ts';
import { readKeeping } from './kept/kept-counts.ts';
import { pageOfRows } from './page-of-rows.ts';
import type { Reading } from './reading.ts';
import { eachRow, type FigureRow, rowsBehind } from './rows.ts';
import { keepSettings } from './settings.ts';

const REGION = 150_000_000_000;
const LEAGUES = [150_900_000_000, 152_200_000_000];
const COUNTIES = [150_923_000_000, 150_981_000_000, 152_222_000_000, 150_925_000_000];
const DAY = '2022-05-31';
const ACTOR = systemActor('test');

let server: TestServer;
let folder: string;

async function fileOf(name: string, text: string) {
  await writeFile(path.join(folder, name), text);
  return { path: path.join(folder, name), name };
}

async function importRecords(records: Records, name: string): Promise<SetResult> {
  const files = [];
  for (const [register, text] of Object.entries(records))
    files.push({ ...(await fileOf(`${register}-${name}.csv`, text)), register });
  const { db, keys } = server.shouwang;
  return importSet(db, keys, ACTOR, { ...registerTools, files });
}

beforeAll(async () => {
  server = await openTestServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-figures-'));
  const { db, keys } = server.shouwang;
  await importRegistry(db, keys, ACTOR, {
    households: await fileOf('households.csv', REGISTRY.households ?? ''),
    members: await fileOf('members.csv', REGISTRY.members ?? ''),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function figureOf(id: string): FigureDefinition {
  const found = findFigure(id);
  if (!found) throw new Error(`there is no figure ${id}`);
  return found;
}

type Question = { area?: number; day?: string; knownBy?: string };

async function answersOf(
  definitions: readonly FigureDefinition[],
  { area = REGION, day = DAY, knownBy }: Question = {},
) {
  return server.shouwang.db.bulkRead(async (tx) => {
    const reading = await openReading(tx, { area, day, knownBy });
    const answers = new Map<string, Answer>();
    for (const definition of definitions) answers.set(definition.id, await answerFigure(tx, reading, definition));
    return answers;
  });
}

const told = ({ status, value, shown }: Answer) => [status === 'value' ? value : status, shown];

async function ask(id: string, question: Question = {}) {
  const answer = (await answersOf([figureOf(id)], question)).get(id);
  return answer ? told(answer) : [];
}

async function rowsOf(definition: FigureDefinition, { area = REGION, day = DAY }: Question = {}): Promise<FigureRow[]> {
  return server.shouwang.db.bulkRead(async (tx) => {
    const behind = await rowsBehind(tx, await openReading(tx, { area, day }), definition);
    const rows: FigureRow[] = [];
    if (behind) for await (const part of eachRow(tx, behind)) rows.push(...part);
    return rows;
  });
}

const NOTHING: Ratio = { n: 0n, d: 1n };
const plus = (a: Ratio, b: Ratio): Ratio => minus(a, minus(NOTHING, b));

/** What the rows of each part say: their sum, and how many objects they have. */
function totalsOf(rows: readonly FigureRow[]): Map<string, Ratio[]> {
  const parts = [...new Set(rows.map(({ part }) => part))];
  return new Map(
    parts.map((part) => {
      const own = rows.filter((row) => row.part === part);
      const sum = own.reduce((all, { amount }) => plus(all, parseDecimal(amount) ?? NOTHING), NOTHING);
      return [part, [sum, { n: BigInt(new Set(own.map(({ object }) => object)).size), d: 1n }]];
    }),
  );
}

/** Values the rows may stand for: of each part either the sum or the number of objects. */
function valuesOf(definition: FigureDefinition, rows: readonly FigureRow[]): string[] {
  if (definition.form === 'word') return rows.map(({ object }) => object);
  const parts = [...totalsOf(rows)];
  if (definition.form === 'least') return [String(Math.min(...parts.map(([, [, objects]]) => Number(objects?.n))))];
  const readings = parts.reduce<Totals[]>(
    (all, [part, either]) => all.flatMap((one) => either.map((total) => new Map([...one, [part, total]]))),
    [new Map()],
  );
  return readings.map((totals) => answerOf(definition, totals, onDay(DAY)).value);
}

describe('the examples of the data contract', () => {
  test('money that was given on before it came is refused', async () => {
    const { files } = await importRecords(EXAMPLES, 'a');
    const refused = files.filter(({ refusedRows }) => refusedRows > 0).map(({ kind, refused }) => [kind, refused]);
    expect(refused).toEqual([['fund-issuances', { 'over-received': 1 }]]);
  });

  test.each([
    ['fund.arranged', '8676000000', '0.87'],
    ['fund.arranged.growth', '253000000/8423000000', '3'],
    ['fund.issued_to_county', '1760000000', '0.18'],
    ['fund.keycounty', '1500000000', '0.15'],
    ['fund.keycounty_share', '1500000000/1760000000', '85'],
    ['project.count', '3', '3'],
    ['project.industry.count', '2', '2'],
    ['project.start_rate', '2/3', '66.7'],
    ['fund.spent_rate', '380000000/1760000000', '21.6'],
    ['fund.industry_share', '960000000/1760000000', '>54'],
    ['employment.persons', '2', '0'],
    ['employment.growth', '0/2', '0'],
    ['employment.target_rate', '2/3', '67'],
    ['employment.target_date', '2022-06', '2022-06'],
    ['jingmeng.last_year.labour', '1', '0'],
    ['jingmeng.last_year.labour.lifted', '0', '0'],
    ['industry.workshops', '3', '3'],
    ['jingmeng.workshops', '2', '2'],
    ['jingmeng.workshops.running_rate', '2/2', '100'],
  ])('%s is %s', async (id, value, shown) => {
    expect(await ask(id)).toEqual([value, shown]);
  });

  test('the rows of a sum', async () => {
    const rows = await rowsOf(figureOf('fund.issued_to_county'));
    expect(rows.map(({ key, amount, source }) => [key, amount, source])).toEqual([
      ['I1', '1000000000', 'fund-issuances-a.csv:2'],
      ['I3', '500000000', 'fund-issuances-a.csv:4'],
      ['I4', '300000000', 'fund-issuances-a.csv:5'],
      ['I5', '-40000000', 'fund-issuances-a.csv:6'],
    ]);
  });

  test('persons count by their number, outsiders by one of the program', async () => {
    expect((await rowsOf(figureOf('employment.persons'))).map(({ object }) => object)).toEqual(['R1', 'R3']);
  });

  test.each([
    ['a county without workshops', 150_981_000_000, DAY, ['0', '0', 'no-data']],
    ['the day before one is closed', REGION, '2022-05-30', ['4', '3', '2/3']],
  ])('workshops of %s', async (_what, area, day, values) => {
    const found = [];
    for (const id of ['industry.workshops', 'jingmeng.workshops', 'jingmeng.workshops.running_rate'])
      found.push((await ask(id, { area, day }))[0]);
    expect(found).toEqual(values);
  });

  test.each([
    ['fund.arranged', 150_923_000_000, 'not-defined', '本级不适用'],
    ['project.count', 150_923_101_000, 'not-defined', '本级不适用'],
    ['policy.keycounty', 150_900_000_000, 'not-defined', '本级不适用'],
    ['policy.keycounty', 150_981_000_000, 'not-defined', '本级不适用'],
    ['policy.keycounty', 150_923_000_000, 'no-data', '无数据'],
    ['team.members', REGION, 'no-data', '无数据'],
  ])('%s in %i: %s', async (id, area, status, shown) => {
    expect(await ask(id, { area })).toEqual([status, shown]);
  });
});

describe('every figure', () => {
  let before: string;

  beforeAll(async () => {
    const now = await server.shouwang.db.bulkRead((tx) =>
      tx.first(
        sql<{ now: string }>`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US') as now`,
      ),
    );
    before = now?.now ?? '';
    const { db, keys } = server.shouwang;
    await importParameters(db, ACTOR, (await fileOf('parameters.json', JSON.stringify(PARAMETERS))).path, keepSettings);
    const { files } = await importRecords(MORE_RECORDS, 'b');
    expect(files.filter(({ refusedRows }) => refusedRows > 0)).toEqual([]);
    const roster = await fileOf('roster.csv', ROSTER);
    await loadBatch(db, keys, ACTOR, { dataset: 'dibao-roster', path: roster.path, fileName: roster.name });
  });

  test.each(FIGURES.map(({ id }) => id))('%s is what the records say', async (id) => {
    expect(await ask(id)).toEqual(EXPECTED[id]);
  });

  test.each(FIGURES.filter(({ form }) => form !== 'target-date'))(
    'the rows of $id add up to it',
    async (definition) => {
      // A county without any firm has no row to show its 0 by.
      const area = definition.form === 'least' ? 150_923_000_000 : REGION;
      const answer = (await answersOf([definition], { area })).get(definition.id);
      const rows = await rowsOf(definition, { area });
      expect(valuesOf(definition, rows)).toContain(answer?.value);
    },
  );

  test('sums of the leagues, and of the counties, are the region’s', async () => {
    const sums = FIGURES.filter(({ rollUp, form }) => rollUp === 'sum' && form === 'count');
    const whole = await answersOf(sums);
    for (const areas of [LEAGUES, COUNTIES]) {
      const parts = await Promise.all(areas.map((area) => answersOf(sums, { area })));
      for (const { id } of sums) {
        const sum = parts.reduce((all, part) => all + BigInt(part.get(id)?.value || 0), 0n);
        expect([id, String(sum)]).toEqual([id, whole.get(id)?.value]);
      }
    }
  });

  test.each([
    ['county', COUNTIES],
    ['prefecture', LEAGUES],
  ] as const)('of every %s, asked at once, is what each is told alone', async (level, areas) => {
    await server.shouwang.db.bulkRead(async (tx) => {
      const r = await openReading(tx, { area: REGION, day: DAY });
      const rulers = await rulersOf(tx, r, areas);
      const readings = new Map<number, Reading>();
      for (const code of areas) readings.set(code, await openReading(tx, { area: code, day: DAY }));
      for (const definition of FIGURES) {
        const together = await answerRegions(tx, rulers, definition, level);
        for (const code of areas) {
          const { base: _base, ...answer } = together.get(code) ?? {};
          const alone = await answerFigure(tx, readings.get(code) ?? r, definition);
          expect([definition.id, code, answer]).toEqual([definition.id, code, alone]);
        }
      }
    });
  });

  test('of every county are told by its own settings, as on the page of the county', async () => {
    await server.shouwang.db.bulkRead(async (tx) => {
      const rulers = await rulersOf(tx, await openReading(tx, { area: REGION, day: '2022-06-01' }), COUNTIES);
      expect(rulers.length).toBeGreaterThan(1);
      const garbage = findFigure('garbage.villages');
      if (!garbage) throw new Error('there is no figure');
      const answers = await answerRegions(tx, rulers, garbage, 'county');
      expect(answers.get(150_981_000_000)?.shown).toBe('1');
    });
  });

  test('what was recorded later is not known', async () => {
    expect(await ask('asset.value', { knownBy: before })).toEqual(['no-data', '无数据']);
    expect(await ask('project.count', { knownBy: before })).toEqual(['3', '3']);
    expect(await ask('fund.special', { knownBy: before })).toEqual(['no-data', '无数据']);
  });

  test('a setting counts for its area from its day on', async () => {
    const inFengzhen = (day: string) => ask('garbage.villages', { area: 150_981_000_000, day });
    expect([await inFengzhen(DAY), await inFengzhen('2022-06-01')]).toEqual([
      ['0', '0'],
      ['1', '1'],
    ]);
    expect(await ask('garbage.villages', { day: '2022-06-01' })).toEqual(['1', '1']);
  });

  test('policies of a key county are those that apply to it', async () => {
    expect(await ask('policy.keycounty', { area: 150_923_000_000 })).toEqual(['1', '1']);
    expect(await ask('policy.keycounty', { area: 150_925_000_000 })).toEqual(['2', '2']);
  });
});

describe('counts that are kept', () => {
  const DRAWS = Number(process.env.FIGURE_DRAWS ?? 500);
  const DAYS = ['2020-12-31', '2021-06-30', '2021-12-31', '2022-03-15', DAY, '2022-06-30', '2023-01-31'];
  const AREAS = [REGION, ...LEAGUES, ...COUNTIES, 150_923_101_000, 150_923_101_200, 150_981_005_011];
  /** Over all households, in work among them: parts of these are kept. */
  const KEPT = FIGURES.filter(({ id }) => /^(income|employment)\.|labour|coverage$|person_times$/.test(id));
  let state = 20_220_531;

  function drawn<T>(from: readonly T[]): T {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)] as T;
  }

  /** By what is kept and, in the second place, by rows alone. */
  async function bothWays(definition: FigureDefinition, question: { area: number; day: string }) {
    const { db } = server.shouwang;
    const ask = () => readKeeping(db, async (tx) => answerFigure(tx, await openReading(tx, question), definition));
    const answers = [await ask(), await ask()].map(told);
    await db.bulk(ACTOR, async (tx) => ({ result: await tx.run(sql`delete from figure_counts`), audit: [] }));
    return { answers, alone: told(await ask()) };
  }

  const kept = async () =>
    (
      await server.shouwang.db.bulkRead((tx) =>
        tx.first(sql<{ n: number }>`select count(*)::int as n from figure_counts`),
      )
    )?.n ?? 0;

  /** Page by page, as a screen shows them. */
  async function pagesOf(tx: Tx, reading: Reading, definition: FigureDefinition): Promise<FigureRow[]> {
    const rows: FigureRow[] = [];
    for (let cursor: string | undefined, isLast = false; !isLast; ) {
      const page = await pageOfRows(tx, reading, definition, { cursor, limit: 7 });
      rows.push(...page.items);
      cursor = page.next;
      isLast = cursor === undefined;
      if (isLast) expect([definition.id, page.total]).toEqual([definition.id, rows.length]);
    }
    return rows;
  }

  /** The figure's number against its rows, all at once or by pages as well; nothing where there is no number. How many rows there are. */
  async function heldAgainstRows(
    tx: Tx,
    reading: Reading,
    { figure: definition, byPages }: { figure: FigureDefinition; byPages: boolean },
  ): Promise<number | undefined> {
    const answer = await answerFigure(tx, reading, definition);
    if (answer.status !== 'value') return undefined;
    const behind = await rowsBehind(tx, reading, definition);
    const rows: FigureRow[] = [];
    if (behind) for await (const some of eachRow(tx, behind)) rows.push(...some);
    const { area, on } = reading;
    const of = [definition.id, area.code, on.day];
    expect([...of, valuesOf(definition, rows)]).toEqual([...of, expect.arrayContaining([answer.value])]);
    if (byPages) expect([...of, await pagesOf(tx, reading, definition)]).toEqual([...of, rows]);
    return rows.length;
  }

  test(`rows of ${DRAWS} figures, areas and days by chance add up to the number`, async () => {
    const figures = FIGURES.filter(({ form }) => form !== 'target-date' && form !== 'least');
    const draws = Array.from({ length: 4 * DRAWS }, () => ({
      figure: drawn(figures),
      area: drawn(AREAS),
      day: drawn(DAYS),
    }));
    const held: number[] = [];
    for (const asked of Map.groupBy(draws, ({ area, day }) => `${area} ${day}`).values()) {
      const [{ area, day } = { area: REGION, day: DAY }] = asked;
      await readKeeping(server.shouwang.db, async (tx) => {
        const reading = await openReading(tx, { area, day });
        for (const { figure } of asked) {
          const byPages = held.length % 5 === 0;
          const rows = held.length < DRAWS ? await heldAgainstRows(tx, reading, { figure, byPages }) : undefined;
          if (rows !== undefined) held.push(rows);
        }
      });
    }
    expect(held).toHaveLength(DRAWS);
    expect(held.filter((rows) => rows > 0).length).toBeGreaterThan(DRAWS / 4);
  }, 300_000);

  /** What changes under them, statement by statement, with a row that is still counted or was. */
  const CHANGES = [
    `update employment_spells set left_on = started_on + 1 where number = (select min(number) from employment_spells)`,
    `update employment_confirmations set voided = true where id = (select max(id) from employment_confirmations)`,
    `update household_statuses set ended_on = started_on + 400 where id = (select min(id) from household_statuses where status = 'lifted')`,
    `update household_income_records set wage_income_fen = wage_income_fen + 77 where income_year = 2021`,
    `update persons set labour = '无劳动力' where number = (select min(number) from persons)`,
    `update project_beneficiaries set beneficiaries = beneficiaries + 1`,
    `update projects set removed_on = planned_on + 1 where id = (select min(id) from projects where plan_year = 2021)`,
    `delete from help_measures`,
  ];

  test.each(CHANGES)('stand only until %s', async (statement) => {
    const { db } = server.shouwang;
    const question = { area: REGION, day: DAY };
    const ask = (definition: FigureDefinition) =>
      readKeeping(db, async (tx) => told(await answerFigure(tx, await openReading(tx, question), definition)));
    for (const definition of KEPT) await ask(definition);
    expect(await kept()).toBeGreaterThan(50);
    await db.bulk(ACTOR, async (tx) => ({ result: await tx.run(sql.raw(statement)), audit: [] }));
    // All are asked before the first is counted anew: that empties what is kept.
    const now = new Map<string, string[]>();
    for (const definition of KEPT) now.set(definition.id, await ask(definition));
    for (const definition of KEPT) {
      const { answers, alone } = await bothWays(definition, question);
      expect([definition.id, now.get(definition.id), ...answers]).toEqual([definition.id, alone, alone, alone]);
    }
  });
});

describe('online', () => {
  test('an area outside the own is refused, and a figure that is none', async () => {
    const { client } = await server.as({ role: 'county-officer', areaCode: 150_923_000_000 });
    const own = await client.figures.list({ day: DAY, ids: ['team.members', 'fund.arranged'] });
    expect(own).toMatchObject({
      areaName: '商都县',
      figures: [{ status: 'value', value: '1' }, { status: 'not-defined' }],
    });
    const refusals = [
      client.figures.list({ day: DAY, area: REGION }),
      client.figures.rows({ id: 'team.members', day: DAY, area: 150_981_000_000 }),
      client.figures.show({ id: 'no.figure', day: DAY }),
      client.figures.list({ day: DAY, knownBy: 'June' }),
    ];
    expect(await Promise.all(refusals.map(refusalOf))).toEqual([
      ...['figures.outside-area', 'figures.outside-area'],
      ...['figures.no-figure', 'figures.bad-moment'],
    ]);
  });

  test('pages of rows are all of them, once', async () => {
    const { client } = await server.as({ role: 'region-officer', areaCode: REGION });
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await client.figures.rows({
        id: 'project.start_rate',
        day: DAY,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      keys.push(...page.items.map(({ part, key }) => `${part} ${key}`));
      cursor = page.next;
    } while (cursor);
    expect(keys.toSorted()).toEqual(['分子 P1', '分子 P3', '分母 P1', '分母 P2', '分母 P3']);
  });

  test('a figure with its definition, its other choices and its regions', async () => {
    const { client } = await server.as({ role: 'region-officer', areaCode: REGION });
    const { figure, others } = await client.figures.show({ id: 'industry.workshops', day: DAY });
    expect(figure).toMatchObject({ value: '3', settings: [{ name: 'workshops.aided', value: 'inside' }] });
    expect(others).toMatchObject([{ setting: 'workshops.aided', choice: 'beside', value: '1' }]);
    const { regions } = await client.figures.children({ id: 'team.members', day: DAY });
    expect(regions.filter(({ value }) => value !== '0').map(({ name, value }) => [name, value])).toEqual([
      ['乌兰察布市', '1'],
      ['兴安盟', '1'],
    ]);
    const { months } = await client.figures.trend({ id: 'jingmeng.parks', day: DAY, months: 6 });
    expect(months.map(({ value }) => value)).toEqual(['1', '1', '2', '2', '2', '2']);
  });
});
