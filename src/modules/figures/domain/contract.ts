// Operations of figures. An area outside the asker's own is refused, never answered with less.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { STATUSES } from './answer.ts';
import { REASONS, SAMENESS } from './comparison.ts';
import { FIGURE_GROUPS } from './definitions/index.ts';
import { DATE_KIND_CODES, ROLL_UP_CODES } from './figure.ts';

/** What every question of figures says: of which area, as of which day, as known by when. */
export const asked = z.object({
  /** Left out: the asker's own. */
  area: regionCode.optional().meta({ title: '地区' }),
  /** Left out: that of the newest published statement, else today. */
  day: day.optional().meta({ title: '时点' }),
  /** A day, or a time of China like `2022-06-08T10:00:00`; left out: all that is recorded. */
  knownBy: z.string().max(40).optional().meta({ title: '截至何时录入' }),
});

const id = z.string().min(1).max(80).meta({ title: '指标' });
export const askedFigure = asked.extend({ id });

/** What came and went since another day; `knownSince`: as that day was known by then. */
export const askedChanges = askedFigure.extend({
  since: day.meta({ title: '与哪天比' }),
  knownSince: z.string().max(40).optional().meta({ title: '那天截至何时录入' }),
});

const answer = z.object({
  status: z.enum(STATUSES),
  /** Exact, in the base unit: fen, persons, rows, `a/b`. */
  value: z.string(),
  /** As it is printed. */
  shown: z.string(),
});

const setting = z.object({ name: z.string(), label: z.string(), value: z.string().nullable() });

const figure = answer.extend({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  op: z.enum(['=', '≥', '>']),
  group: z.enum(FIGURE_GROUPS),
  rollUp: z.enum(ROLL_UP_CODES),
  /** Settings used. */
  settings: z.array(setting),
});

const about = z.object({
  asOf: z.string(),
  area: z.number().int(),
  areaName: z.string(),
  knownBy: z.string().nullable(),
});

const compared = z.object({
  id: z.string(),
  name: z.string(),
  area: z.number().int(),
  asOf: z.string(),
  publishedText: z.string(),
  publishedOn: z.string(),
  value: z.string(),
  shown: z.string(),
  same: z.enum(SAMENESS),
  difference: z.string(),
  reason: z.enum([...REASONS, '']),
});

const definition = z.object({
  text: z.string(),
  aliases: z.array(z.string()),
  digits: z.number().int(),
  date: z.enum(DATE_KIND_CODES),
  dateWords: z.string(),
  rollUpWords: z.string(),
  /** Registers it is counted from, with their titles. */
  reads: z.array(z.object({ code: z.string(), title: z.string() })),
  lines: z.array(z.number().int()),
});

const row = z.object({
  part: z.string(),
  register: z.string(),
  registerTitle: z.string(),
  key: z.string(),
  place: z.number().int(),
  object: z.string(),
  amount: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** `file:line`; null where it was entered on screen. */
  source: z.string().nullable(),
  countyCode: z.number().int().nullable(),
  recordId: z.number().int().nullable(),
});

const MOST_MONTHS = 36;
export const MONTHS_SHOWN = 12;

export const figurePaperInput = askedFigure.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const figuresContract = {
  list: operation({ name: 'figures.list', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures', summary: '公布数' })
    .input(asked.extend({ group: z.enum(FIGURE_GROUPS).optional(), ids: z.array(id).max(120).optional() }))
    .output(about.extend({ figures: z.array(figure) })),

  show: operation({ name: 'figures.show', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures/{id}', summary: '一个公布数' })
    .input(askedFigure)
    .output(
      about.extend({
        /** `rounding`: why it is this number and not the next; empty where it is the very value. */
        figure: figure.extend({ definition, rounding: z.string() }),
        /** The value under the other choices of its settings. */
        others: z.array(answer.extend({ setting: z.string(), label: z.string(), choice: z.string() })),
        /** What was published of it for this area and day. */
        published: z.array(compared),
      }),
    ),

  children: operation({ name: 'figures.children', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures/{id}/children', summary: '一个公布数在下一级各地区' })
    .input(askedFigure)
    .output(about.extend({ regions: z.array(answer.extend({ code: z.number().int(), name: z.string() })) })),

  trend: operation({ name: 'figures.trend', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures/{id}/trend', summary: '一个公布数各月末的值' })
    .input(
      askedFigure.extend({ months: z.coerce.number<number>().int().min(1).max(MOST_MONTHS).default(MONTHS_SHOWN) }),
    )
    .output(about.extend({ months: z.array(answer.extend({ day: z.string() })) })),

  rows: operation({ name: 'figures.rows', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures/{id}/rows', summary: '一个公布数背后的各行' })
    .input(askedFigure.extend({ part: z.string().max(20).optional() }).extend(pageInput.shape))
    .output(pageOf(row)),

  changes: operation({ name: 'figures.changes', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures/{id}/changes', summary: '一个公布数两个时点之间增减的行' })
    .input(askedChanges)
    .output(
      about.extend({
        since: z.string(),
        before: answer,
        now: answer,
        came: z.number().int(),
        went: z.number().int(),
        /** The first hundred of each. */
        rows: z.array(row.extend({ change: z.enum(['came', 'went']) })),
      }),
    ),

  compare: operation({ name: 'figures.compare', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/figures-compared', summary: '公布数与已发布数比较' })
    .input(asked)
    .output(about.extend({ figures: z.array(compared) })),
};
