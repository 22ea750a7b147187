// Operations on the library of measures: what holds where, and a new one from a day on.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';
import { AGAINST } from './measure-library.ts';
import { MEASURE_CLASSES } from './measures.ts';

const SETTING = ['county-officer', 'region-officer'] as const;

/** An entry of a library. */
export const libraryMeasure = z.object({
  class: z.enum(MEASURE_CLASSES, '请选择措施类别').meta({ title: '措施类别' }),
  against: z.array(z.enum(AGAINST)).min(1, '请选择针对的风险').max(AGAINST.length).meta({ title: '针对的风险' }),
  content: z.string().trim().min(2, '请填写帮扶内容').max(500).meta({ title: '帮扶内容' }),
  unit: z.string().trim().min(1, '请填写责任单位').max(60).meta({ title: '责任单位' }),
  policy: z.string().trim().max(60).meta({ title: '依据的政策' }),
  days: z.number('请填写天数').int().min(1, '请填写 1 至 1000 天').max(1000).meta({ title: '完成天数' }),
});
export type LibraryEntry = z.output<typeof libraryMeasure>;

const library = z.object({
  /** 0: the one that comes with the program. */
  id: z.number().int(),
  regionCode: z.number().int().optional(),
  regionName: z.string(),
  effectiveFrom: z.string().optional(),
  note: z.string(),
  accountName: z.string(),
  measures: z.array(libraryMeasure),
});

export const libraryContract = {
  measureLibraries: operation({ name: 'help.measure-libraries', roles: READERS })
    .route({ method: 'GET', path: '/help/measure-libraries', summary: '帮扶措施库' })
    .output(z.array(library)),

  saveMeasureLibrary: operation({ name: 'help.save-measure-library', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/help/measure-libraries', summary: '设定帮扶措施库' })
    .input(
      z.object({
        requestId,
        regionCode,
        effectiveFrom: day.meta({ title: '生效日期' }),
        note: z.string().trim().max(200).default('').meta({ title: '依据' }),
        measures: z.array(libraryMeasure).min(1, '措施库至少要有一项措施').max(100),
      }),
    )
    .output(z.object({ id: z.number().int() })),
};
