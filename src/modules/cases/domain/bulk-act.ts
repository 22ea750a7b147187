// One deed for many households: one meeting, one notice, one list of replies. What all of them share is written once; what each
// has of its own (votes, category) stands beside its name. Each household is an action of its own case, as if done singly.

import * as z from 'zod';
import { operation, requestId } from '../../../kernel/operation.ts';
import { ACTIONS, DETAILS, type Kind } from './actions.ts';
import { caseKey } from './schemas.ts';

/** Households in one go: more than a meeting decides, few enough to look through and to answer within seconds. */
export const MOST_AT_ONCE = 300;

const none = z.object({});
const votes = { votesFor: true, votesAgainst: true, abstained: true, passed: true } as const;
const judgement = { category: true, danger: true, risks: true } as const;

/** By kind: what all share, and what each household has of its own. */
const PARTS = {
  'request-comparison': { shared: DETAILS['request-comparison'], own: none },
  'reply-comparison': {
    shared: DETAILS['reply-comparison'].pick({ department: true }),
    own: DETAILS['reply-comparison'].omit({ department: true }),
  },
  compare: { shared: DETAILS.compare, own: none },
  review: { shared: DETAILS.review.omit(votes), own: DETAILS.review.pick(votes) },
  publish: { shared: DETAILS.publish, own: none },
  'end-notice': { shared: DETAILS['end-notice'], own: none },
  'pass-township': { shared: DETAILS['pass-township'], own: none },
  approve: {
    shared: DETAILS.approve.pick({ opinion: true, documentNumber: true }),
    own: DETAILS.approve.pick(judgement),
  },
  clear: { shared: DETAILS.clear.omit({ mode: true }), own: DETAILS.clear.pick({ mode: true }) },
  announce: { shared: DETAILS.announce, own: none },
  record: { shared: DETAILS.record, own: none },
  recall: { shared: DETAILS.recall.pick({ reason: true }), own: DETAILS.recall.pick({ seq: true }) },
} satisfies Partial<Record<Kind, { shared: z.ZodObject; own: z.ZodObject }>>;

export type BulkKind = keyof typeof PARTS;
export const BULK_KINDS = Object.keys(PARTS) as BulkKind[];

/** Names of the fields each household has of its own. */
export function ownFields(kind: BulkKind): string[] {
  return Object.keys(PARTS[kind].own.shape);
}

const target = caseKey.extend({ version: z.number().int() });

function bulkOf<K extends BulkKind, Shared extends z.ZodType, Own extends z.ZodType>(
  kind: K,
  { shared, own }: { shared: Shared; own: Own },
) {
  const cases = z
    .array(target.extend({ own }))
    .min(1, '请选择农牧户')
    .max(MOST_AT_ONCE, `一次最多办理 ${MOST_AT_ONCE} 户`);
  return z.object({ requestId, kind: z.literal(kind), shared, cases });
}

const bulkInput = z.discriminatedUnion('kind', [
  bulkOf('request-comparison', PARTS['request-comparison']),
  bulkOf('reply-comparison', PARTS['reply-comparison']),
  bulkOf('compare', PARTS.compare),
  bulkOf('review', PARTS.review),
  bulkOf('publish', PARTS.publish),
  bulkOf('end-notice', PARTS['end-notice']),
  bulkOf('pass-township', PARTS['pass-township']),
  bulkOf('approve', PARTS.approve),
  bulkOf('clear', PARTS.clear),
  bulkOf('announce', PARTS.announce),
  bulkOf('record', PARTS.record),
  bulkOf('recall', PARTS.recall),
]);
export type BulkInput = z.output<typeof bulkInput>;

export const bulkActContract = {
  bulkAct: operation({ name: 'cases.bulk-act', roles: ACTIONS.recall.roles, writes: true })
    .route({ method: 'POST', path: '/cases/bulk', summary: '批量办理' })
    .input(bulkInput)
    .output(
      z.object({
        done: z.array(target),
        refused: z.array(caseKey.extend({ code: z.string(), reason: z.string() })),
      }),
    ),
};
