// Operations of figures and of the bulletin that compares regions.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, READERS } from '../../../kernel/operation.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { STEPS, WALKS } from '../../process/domain/steps.ts';
import { FIGURE_GROUPS } from './figures.ts';

const int = z.number().int();

export const periodInput = z
  .object({ area: regionCode.optional(), from: day.meta({ title: '开始日期' }), to: day.meta({ title: '结束日期' }) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '不能早于开始日期' });

const list = z.enum(['cases', 'clues']);
const search = z.record(z.string(), z.string());

export const figure = z.object({
  key: z.string(),
  group: z.enum(FIGURE_GROUPS),
  title: z.string(),
  unit: z.enum(['户', '条']),
  basis: z.string(),
  /** A count, or a share between 0 and 1; absent where there is nothing to divide by. */
  value: z.number().optional(),
  numerator: int,
  denominator: int.optional(),
  list,
  /** Parameters of the list that holds exactly the rows counted; `area` is added by who asks. */
  search,
  denominatorSearch: search.optional(),
});

const onTime = z.object({ walk: z.enum(WALKS), step: z.enum(STEPS), done: int, onTime: int });

export const bulletinRow = z.object({
  code: int,
  name: z.string(),
  /** By the share of cases whose steps were all in time; absent where no step was ended. */
  rank: int.optional(),
  open: int,
  late: int,
  escalated: int,
  done: int,
  onTime: int,
  steps: z.array(onTime),
});

export const bulletinContract = {
  figures: operation({ name: 'bulletin.figures', roles: READERS })
    .route({ method: 'GET', path: '/bulletin/figures', summary: '监测帮扶指标' })
    .input(periodInput)
    .output(
      z.object({
        asOf: z.string(),
        figures: z.array(figure),
        /** Clues by month and channel, with the list's parameters. */
        months: z.array(z.object({ month: z.string(), channel: z.enum(CHANNELS), count: int, search })),
      }),
    ),

  bulletin: operation({ name: 'bulletin.progress', roles: READERS })
    .route({ method: 'GET', path: '/bulletin', summary: '进度通报' })
    .input(periodInput)
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        level: z.enum(['county', 'township', 'village']),
        rows: z.array(bulletinRow),
        total: bulletinRow,
      }),
    ),
};
