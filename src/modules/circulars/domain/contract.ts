// Operations on circulars beside those of their register: drafted from figures and targets, what stands in one, and what would stand today.

import * as z from 'zod';
import { day, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { ALL_SETTERS, CIRCULAR_CODES } from './kinds.ts';

const int = z.number().int();
const key = z.object({ countyCode: z.coerce.number<number>().int().min(150_000).max(159_999), id: recordId });
const bySetter = <T extends z.ZodType>(value: T) => z.object({ nation: value.optional(), region: value.optional() });

const row = z.object({
  regionCode: int,
  name: z.string(),
  value: z.number(),
  monthBefore: z.number(),
  yearBefore: z.number(),
  targets: bySetter(z.number()),
  rates: bySetter(z.string()),
  ranks: bySetter(int),
  growth: z.string(),
  forecast: z.string(),
  lags: z.boolean(),
});

/** The targets a region is held to by level, each with what is done of it. */
const targetRow = row.omit({ ranks: true, growth: true, yearBefore: true }).extend({
  targets: z.partialRecord(z.enum(ALL_SETTERS), z.number()),
  rates: z.partialRecord(z.enum(ALL_SETTERS), z.string()),
});

const targetsAsked = z.object({
  area: regionCode.optional(),
  asOf: day.optional(),
  /** Id of the figure; the first that has targets where none is given. */
  figure: z.string().trim().min(1).max(60).optional(),
});
export const targetsPaperInput = targetsAsked.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const circularPaperInput = key.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const circularsContract = {
  draft: operation({ name: 'circulars.draft', roles: ['region-officer'], writes: true, heavy: true })
    .route({ method: 'POST', path: '/circulars', summary: '起草通报' })
    .input(
      z.object({
        requestId,
        kind: z.enum(CIRCULAR_CODES).meta({ title: '通报事项' }),
        area: regionCode.meta({ title: '地区' }),
        asOf: day.meta({ title: '数据时点' }),
      }),
    )
    .output(key.extend({ number: z.string() })),

  /** What has been done of the year's targets by a day: the area first, its counties in the order of their codes. */
  targets: operation({ name: 'circulars.targets', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/circulars/targets', summary: '目标进度' })
    .input(targetsAsked)
    .output(
      z.object({
        asOf: z.string(),
        /** Figures that have targets of the year in the area. */
        figures: z.array(z.object({ id: z.string(), name: z.string() })),
        figure: z.string().optional(),
        /** Money: values and targets are fen. */
        isMoney: z.boolean(),
        rows: z.array(targetRow),
      }),
    ),

  /** As it was drafted: the area itself first, its counties by their place. */
  rows: operation({ name: 'circulars.rows', roles: READERS })
    .route({ method: 'GET', path: '/circulars/{countyCode}/{id}/rows', summary: '通报内容' })
    .input(key)
    .output(z.array(row)),

  /** What the same day counts by what is known now, by region: it explains itself beside what was told. */
  now: operation({ name: 'circulars.now', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/circulars/{countyCode}/{id}/now', summary: '通报数与现在的数' })
    .input(key)
    .output(z.array(z.object({ regionCode: int, value: z.number() }))),
};
