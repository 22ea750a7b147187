// Operations of the comparison with an export of the national system: handed in, watched, stopped, looked at again.

import * as z from 'zod';
import { shortId } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { NATIONAL_FIELDS } from './national-changes.ts';

const int = z.number().int();
const WRITERS = ['village-worker', 'township-officer', 'county-officer'] as const;

export const COMPARISON_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ComparisonState = (typeof COMPARISON_STATES)[number];

const badRow = z.object({ line: int, column: z.string(), value: z.string(), reason: z.string() });

export const comparisonCounts = z.object({
  /** Rows of the file that were compared. */
  rows: int,
  /** Entries of the list that the national system shows by now. */
  ticked: int,
  /** Differences that stand on the list already. */
  waiting: int,
  /** Households with a difference that nothing explains: data issues. */
  different: int,
  /** Data issues of earlier comparisons that are gone. */
  settled: int,
  bad: int,
});
export type ComparisonCounts = z.output<typeof comparisonCounts>;

export const difference = z.object({
  countyCode: int,
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  line: int,
  field: z.enum(NATIONAL_FIELDS),
  ours: z.string(),
  theirs: z.string(),
});
export type Difference = z.output<typeof difference>;

const comparison = z.object({
  id: int,
  state: z.enum(COMPARISON_STATES),
  fileName: z.string(),
  accountName: z.string(),
  at: z.string(),
  finishedAt: z.string().optional(),
  /** Why it could not be done. */
  problem: z.string().optional(),
  counts: comparisonCounts.optional(),
});

const comparisonStatus = comparison.extend({
  /** While it is queued or running. */
  progress: z.object({ phase: z.string(), bytes: int, byteSize: int, rows: int }).optional(),
  /** The first two hundred. */
  badRows: z.array(badRow),
  /** The first two hundred. */
  differences: z.array(difference),
});

export const comparisonKey = z.object({ id: shortId });

export const nationalExportContract = {
  compareNational: operation({ name: 'national.compare-export', roles: WRITERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/national/comparisons', summary: '与国家系统导出比对' })
    .input(
      z.object({
        requestId,
        fileId: z.uuid(),
        /** Compares a file that was compared before once more; without it the earlier comparison is answered. */
        again: z.boolean().default(false),
      }),
    )
    .output(z.object({ id: int, alreadyCompared: z.boolean() })),

  comparisons: operation({ name: 'national.export-comparisons', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/national/comparisons', summary: '历次比对' })
    .input(pageInput)
    .output(pageOf(comparison)),

  comparison: operation({ name: 'national.export-comparison', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/national/comparisons/{id}', summary: '比对结果' })
    .input(comparisonKey)
    .output(comparisonStatus),

  cancelComparison: operation({ name: 'national.cancel-export-comparison', roles: WRITERS, writes: true })
    .route({ method: 'POST', path: '/national/comparisons/{id}/cancel', summary: '取消比对' })
    .input(comparisonKey.extend({ requestId }))
    .output(z.object({})),
};
