// A figure of every county or league of an area at once: the very rows its list shows, counted by where they lie. What is more than
// numbers of rows by place (words, targets, the least of counties) is asked of each region by itself.

import { sql } from 'kysely';
import { parseDecimal, type Ratio } from '../../../kernel/exact/ratio.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { type Answer, answerOf, NO_DATA, NOT_DEFINED, type Totals } from '../domain/answer.ts';
import type { Area } from '../domain/asked.ts';
import type { FigureDefinition, Form } from '../domain/figure.ts';
import { answerFigure, isDefined, openReading, openSource, partElsewhere } from './answer.ts';
import { askedBy, figureNamed } from './handlers.ts';
import { countCountiesKept, countKept, type PartElsewhere } from './kept/count-kept.ts';
import type { AreaCount } from './kept/kept-counts.ts';
import { asked, type Part, type Reading } from './reading.ts';
import { settingsOfRegions } from './settings.ts';

export type ComparedLevel = 'county' | 'prefecture';
/** `base`: how many persons, households or things stand in the denominator of a ratio, money too. */
export type RegionAnswer = Answer & { base?: number };
export type Named = { code: number; name: string };

const SIZES: Record<ComparedLevel, number> = { county: 1_000_000, prefecture: 100_000_000 };
const BY_PLACE: readonly Form[] = ['count', 'ratio', 'per-head', 'growth', 'growth-of-ratio', 'rise'];

/** A target of the area stands for those below it: each region has its own, or none. */
const isByPlace = ({ form, rollUp, reads }: FigureDefinition): boolean =>
  rollUp !== 'top' && BY_PLACE.includes(form) && !reads.includes('targets');

const isCounted = ({ counts }: Part): boolean => counts === 'amount' || counts === 'objects';

const OBJECTS = sql`count(distinct x.object)`;
const totalSql = ({ counts }: Part) => (counts === 'amount' ? sql`coalesce(sum(x.amount), 0)` : OBJECTS);

/** What stands beside the parts: how many things the denominator counts, whatever it adds up. */
const BASE = '分母个数';

type Counted = { part: string; region: number; value: string };

const isBase = ({ part }: Part): boolean => part === '分母';

/** From the rows themselves, in one statement. */
async function countByPlace(tx: Tx, parts: readonly Part[], level: ComparedLevel): Promise<Counted[]> {
  if (parts.length === 0) return [];
  const size = SIZES[level];
  const counted = [
    ...parts.map((part) => ({ name: part.part as string, value: totalSql(part), rows: part.rows })),
    ...parts.filter(isBase).map((part) => ({ name: BASE, value: OBJECTS, rows: part.rows })),
  ];
  return tx.rows(
    sql<Counted>`${sql.join(
      counted.map(
        (one) => sql`select ${one.name}::text as part, x.place / ${size}::bigint * ${size}::bigint as region,
          (${one.value})::text as value from (${one.rows}) x group by 2`,
      ),
      sql` union all `,
    )}`,
  );
}

/** From what is kept; nothing where the part is not, or its objects cannot be told from its rows. */
async function countKeptByPlace(
  tx: Tx,
  r: Reading,
  { part, elsewhere }: { part: Part; elsewhere: PartElsewhere },
  regions: readonly Area[],
): Promise<Counted[] | undefined> {
  if (isBase(part) && part.counts === 'amount' && part.objectIn !== 'row') return undefined;
  const counties = await countCountiesKept(tx, r, part, elsewhere);
  if (!counties) return undefined;
  const counted: Counted[] = [];
  for (const area of regions) {
    const inArea = elsewhere.in(area) ?? part;
    const own: AreaCount | undefined =
      area.level === 'county' ? counties.get(area.code) : await countKept(tx, asked(r, { area }), inArea, elsewhere);
    if (!own) continue;
    counted.push({ part: part.part, region: area.code, value: own.total });
    if (isBase(part))
      counted.push({ part: BASE, region: area.code, value: part.counts === 'amount' ? String(own.rows) : own.total });
  }
  return counted;
}

async function totalsByPlace(
  tx: Tx,
  r: Reading,
  { definition, parts, level }: { definition: FigureDefinition; parts: readonly Part[]; level: ComparedLevel },
  regions: readonly Area[],
): Promise<Map<number, Totals>> {
  const counted: Counted[] = [];
  const rest: Part[] = [];
  for (const [i, part] of parts.entries()) {
    const kept = await countKeptByPlace(tx, r, { part, elsewhere: partElsewhere(r, definition, i) }, regions);
    if (kept) counted.push(...kept);
    else rest.push(part);
  }
  counted.push(...(await countByPlace(tx, rest, level)));
  const totals = new Map<number, Map<string, Ratio>>();
  for (const { part, region, value } of counted) {
    const own = totals.get(region) ?? new Map<string, Ratio>();
    totals.set(region, own.set(part, parseDecimal(value) ?? { n: 0n, d: 1n }));
  }
  return totals;
}

function baseOf(parts: readonly Part[], totals: Totals): { base?: number } {
  if (!parts.some(({ part }) => part === '分母')) return {};
  const counted = totals.get(BASE);
  return { base: typeof counted === 'object' ? Number(counted.n / counted.d) : 0 };
}

/** Regions that are told figures by the same settings, with the reading of the whole area by these. */
export type Ruler = { reading: Reading; codes: readonly number[] };

/** A figure is told by the settings of whom it is about, as on the page that is opened from it. */
export async function rulersOf(tx: Tx, r: Reading, codes: readonly number[]): Promise<Ruler[]> {
  const groups = await settingsOfRegions(tx, codes, r.on);
  return groups.map(({ settings, codes }) => ({ reading: asked(r, { settings }), codes }));
}

/** The figure of all regions. */
export async function answerRegions(
  tx: Tx,
  rulers: readonly Ruler[],
  definition: FigureDefinition,
  level: ComparedLevel,
): Promise<Map<number, RegionAnswer>> {
  const answers = new Map<number, RegionAnswer>();
  for (const { reading, codes } of rulers)
    for (const [code, answer] of await answerAlike(tx, reading, definition, codes, level)) answers.set(code, answer);
  return answers;
}

async function answerAlike(
  tx: Tx,
  r: Reading,
  definition: FigureDefinition,
  regions: readonly number[],
  level: ComparedLevel,
): Promise<Map<number, RegionAnswer>> {
  const areaOf = (code: number) => ({ code, level, ...rangeOf(code, level) });
  if (!regions.some((code) => isDefined(definition, areaOf(code))))
    return new Map(regions.map((code) => [code, NOT_DEFINED]));
  const source = await openSource(tx, r, definition);
  // Whether there is any record is a question to the whole installation: what has none here has none below.
  if (isByPlace(definition) && source === NO_DATA) return new Map(regions.map((code) => [code, NO_DATA]));
  if (isByPlace(definition) && 'parts' in source && source.parts.every(isCounted)) {
    const what = { definition, parts: source.parts, level };
    const totals = await totalsByPlace(tx, r, what, regions.map(areaOf));
    return new Map(
      regions.map((code) => {
        const own = totals.get(code) ?? new Map();
        return [code, { ...answerOf(definition, own, r.on), ...baseOf(source.parts, own) }];
      }),
    );
  }
  const answers = new Map<number, RegionAnswer>();
  for (const code of regions) answers.set(code, await answerFigure(tx, asked(r, { area: areaOf(code) }), definition));
  return answers;
}

function regionsOf(tx: Tx, { area: { low, high } }: Reading, level: ComparedLevel): Promise<Named[]> {
  return tx.rows(sql<Named>`select code, name from regions
    where level = ${level} and kind <> 'statistical-zone' and code between ${low} and ${high} order by code limit 1000`);
}

type AskedRegions = {
  area: number;
  level: ComparedLevel;
  /** Which figures on which day (ISO). */
  asks: readonly { day: string; figures: readonly string[] }[];
  knownBy?: string | undefined;
};

export type MeasuredRegions = {
  area: Named;
  regions: Named[];
  /** Undefined for what was not asked. */
  answer: (figure: string, day: string, region: number) => RegionAnswer | undefined;
};

/** Figures of all regions of a level in the area, on some days. Throws `figures.outside-area`, `figures.no-figure`. */
export function measureRegions(context: OperationContext, what: AskedRegions): Promise<MeasuredRegions> {
  const { area, level, asks, knownBy } = what;
  return askedBy(context, { area, day: asks[0]?.day, knownBy }, async ({ tx, region, reading }) => {
    const regions = await regionsOf(tx, reading, level);
    const codes = regions.map(({ code }) => code);
    const answers = new Map<string, Map<number, RegionAnswer>>();
    for (const { day, figures } of asks) {
      const rulers = await rulersOf(tx, await openReading(tx, { area, day, knownBy }), codes);
      for (const figure of figures)
        answers.set(`${figure} ${day}`, await answerRegions(tx, rulers, figureNamed(figure), level));
    }
    return {
      area: { code: region.code, name: region.name },
      regions,
      answer: (figure, day, code) => answers.get(`${figure} ${day}`)?.get(code),
    };
  });
}

/** Of an area and its counties on some days: in the order of the days; undefined where there is no record at all. */
export type CountedCounties = {
  area: Named;
  counties: Named[];
  whole: (number | undefined)[];
  counts: (ReadonlyMap<number, number> | undefined)[];
};

const numberOf = (value: string | undefined) => (value ? Number(value) : undefined);

/** A counted figure of the area and of every county of it. `days`: ISO. */
export function countCounties(
  context: OperationContext,
  { area, figure, days }: { area: number; figure: string; days: readonly string[] },
): Promise<CountedCounties> {
  return askedBy(context, { area, day: days[0] }, async ({ tx, region, reading }) => {
    const counties = await regionsOf(tx, reading, 'county');
    const codes = counties.map(({ code }) => code);
    const [whole, counts]: [CountedCounties['whole'], CountedCounties['counts']] = [[], []];
    for (const day of days) {
      const r = await openReading(tx, { area, day });
      const value = numberOf((await answerFigure(tx, r, figureNamed(figure))).value);
      whole.push(value);
      const answers = await answerRegions(tx, await rulersOf(tx, r, codes), figureNamed(figure), 'county');
      counts.push(
        value === undefined ? undefined : new Map([...answers].map(([code, one]) => [code, numberOf(one.value) ?? 0])),
      );
    }
    return { area: { code: region.code, name: region.name }, counties, whole, counts };
  });
}
