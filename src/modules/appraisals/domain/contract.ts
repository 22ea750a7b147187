// Operations on assessment beside those of its registers: computed and frozen, who stands where, one score opened, what other weights
// would do, an objection, a revised scheme.

import * as z from 'zod';
import { day, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { METHODS } from './methods.ts';
import { ADJUSTMENTS, GRADE_CODES } from './reckon.ts';
import { APPRAISAL_READERS, ASSESSORS, SCHEME_STATES } from './registers/scheme-states.ts';

const OBJECTORS = ['county-officer', 'region-officer'] as const;

const int = z.number().int();
const number = z.string().trim().min(1).max(200).meta({ title: '方案编号' });
const grade = z.enum(GRADE_CODES);
const codesOf = <T extends object>(words: T) => Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];

const head = z.object({
  countyCode: int,
  id: recordId,
  number: z.string(),
  name: z.string(),
  edition: int,
  year: int,
  areaCode: int,
  areaName: z.string(),
  targets: z.enum(['counties', 'leagues']),
  state: z.enum(codesOf(SCHEME_STATES.names)),
  asOf: z.string(),
  enteredBy: z.string(),
  objectionsUntil: z.string().optional(),
  publishedOn: z.string().optional(),
});

/** Points in hundredths. */
const standing = z.object({
  regionCode: int,
  name: z.string(),
  group: z.string(),
  /** How many are ranked with it. */
  groupSize: int,
  sum: int,
  bonus: int,
  deduct: int,
  total: int,
  rank: int.optional(),
  grade: grade.optional(),
  uncapped: grade.optional(),
  missing: int,
  /** Values that rest on few, or on fewer than the year before. */
  doubts: int,
  corrections: int,
});

const run = z.object({ run: int, at: z.string(), by: z.string() });

const indicator = z.object({
  number: z.string(),
  parent: z.string().optional(),
  name: z.string(),
  source: z.enum(['class', 'figure', 'hand']),
  figure: z.string().optional(),
  unit: z.string().optional(),
  weight: z.number().optional(),
  method: z.enum(codesOf(METHODS)).optional(),
  /** Method and parameters in words. */
  words: z.string(),
  department: z.string().optional(),
});

const mark = z.object({
  scorer: z.string(),
  value: z.number(),
  evidence: z.string(),
  scoredOn: z.string(),
  problemNumber: z.string().optional(),
});

const value = z.object({
  indicator: z.string(),
  shown: z.string(),
  /** The same day of the year before. */
  before: z.string().optional(),
  base: int.optional(),
  baseBefore: int.optional(),
  doubts: z.array(z.enum(['small-base', 'shrunken-base'])),
  marks: z.array(mark),
  points: int.optional(),
  /** As it was computed, where an objection put it right. */
  computedPoints: int.optional(),
});

const adjustment = z.object({
  number: z.string(),
  kind: z.enum(codesOf(ADJUSTMENTS)),
  reason: z.string(),
  evidence: z.string(),
  occurredOn: z.string(),
  points: int.optional(),
  capGrade: grade.optional(),
  problemNumber: z.string().optional(),
  /** It does not count: the same problem is punished elsewhere. */
  idle: z.boolean(),
});

const target = z.object({ number, region: regionCode.meta({ title: '考核对象' }) });

export const PAPERS = { indicators: '考核指标体系及评分表', sheet: '得分明细', results: '考核结果通报' } as const;
export type PaperKind = keyof typeof PAPERS;
export const appraisalPaperInput = z.object({
  number,
  paper: z.enum(codesOf(PAPERS)),
  region: regionCode.optional(),
  format: z.enum(TABLE_PAPER_FORMATS).default('html'),
});

const WEIGHTS_MOST = 500;

export const appraisalsContract = {
  schemes: operation({ name: 'appraisals.schemes', roles: APPRAISAL_READERS })
    .route({ method: 'GET', path: '/appraisals', summary: '考核得分' })
    .input(pageInput.extend({ area: regionCode.optional() }))
    .output(pageOf(head.extend({ indicators: int, assessed: int }))),

  compute: operation({ name: 'appraisals.compute', roles: ASSESSORS, writes: true, heavy: true })
    .route({ method: 'POST', path: '/appraisals/{number}/compute', summary: '计算考核得分' })
    .input(z.object({ requestId, number }))
    .output(z.object({ run: int, assessed: int, missing: int })),

  results: operation({ name: 'appraisals.results', roles: APPRAISAL_READERS })
    .route({ method: 'GET', path: '/appraisals/{number}', summary: '考核得分和名次' })
    .input(z.object({ number }))
    .output(
      head.extend({
        /** Whether all of the assessed are seen, or one's own alone. */
        isWhole: z.boolean(),
        computed: run.optional(),
        /** Computations before it. */
        earlier: int,
        indicators: z.array(indicator),
        standings: z.array(standing),
        openObjections: int,
      }),
    ),

  sheet: operation({ name: 'appraisals.sheet', roles: APPRAISAL_READERS })
    .route({ method: 'GET', path: '/appraisals/{number}/{region}', summary: '一个考核对象的得分明细' })
    .input(target)
    .output(
      head.extend({
        standing,
        indicators: z.array(indicator),
        values: z.array(value),
        adjustments: z.array(adjustment),
        mayObject: z.boolean(),
      }),
    ),

  whatIf: operation({ name: 'appraisals.what-if', roles: ASSESSORS, quota: 'what-if' })
    .route({ method: 'POST', path: '/appraisals/{number}/what-if', summary: '试算考核权重' })
    .input(
      z.object({
        number,
        weights: z
          .array(z.object({ number: z.string().max(200), weight: z.number().min(0).max(100) }))
          .max(WEIGHTS_MOST),
      }),
    )
    .output(
      z.array(
        z.object({
          ...{ regionCode: int, name: z.string(), group: z.string(), total: int, newTotal: int },
          ...{ rank: int.optional(), newRank: int.optional(), grade: grade.optional(), newGrade: grade.optional() },
        }),
      ),
    ),

  object: operation({ name: 'appraisals.object', roles: OBJECTORS, writes: true })
    .route({ method: 'POST', path: '/appraisals/{number}/{region}/objections', summary: '提出考核异议' })
    .input(
      target.extend({
        requestId,
        indicator: z.string().max(200).optional().meta({ title: '指标' }),
        claim: z.string().trim().min(5).max(2000).meta({ title: '异议内容' }),
        evidence: z.string().trim().min(5).max(2000).meta({ title: '佐证' }),
      }),
    )
    .output(z.object({ objectionNumber: z.string() })),

  revise: operation({ name: 'appraisals.revise', roles: ASSESSORS, writes: true })
    .route({ method: 'POST', path: '/appraisals/{number}/revise', summary: '起草考核方案修订版' })
    .input(z.object({ requestId, number, newNumber: number, asOf: day.optional() }))
    .output(z.object({ countyCode: int, id: recordId })),
};
