// Operations on the audit trail.

import * as z from 'zod';
import { day, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf } from '../../../kernel/operation.ts';

export const AUDITORS = ['auditor'] as const;

const auditEntry = z.object({
  id: z.number().int(),
  at: z.string(),
  accountId: z.number().int(),
  accountName: z.string(),
  role: z.string(),
  ip: z.string(),
  requestId: z.string(),
  operation: z.string(),
  /** The same in Chinese. */
  operationTitle: z.string(),
  subjectKind: z.string(),
  subjectTitle: z.string(),
  subjectId: z.string(),
  regionCode: z.number().int(),
  regionName: z.string(),
  householdId: z.number().int().optional(),
  personId: z.number().int().optional(),
  reason: z.string().optional(),
  before: z.unknown(),
  after: z.unknown(),
});

export const searchInput = pageInput.extend({
  account: filterText.optional(),
  operation: filterText.optional(),
  /** A household's or person's number, name, or name and the last digits of the ID; masked as it stands on screen will do. */
  subject: filterText.optional(),
  householdId: recordId.optional(),
  personId: recordId.optional(),
  area: regionCode.optional(),
  from: day.optional(),
  to: day.optional(),
});

export const auditContract = {
  /** Searching the audit trail is itself recorded. `from` and `to` are days, both included. */
  searchAudit: operation({ name: 'accounts.search-audit', roles: AUDITORS })
    .route({ method: 'GET', path: '/audit', summary: '查询操作日志' })
    .input(searchInput)
    .output(pageOf(auditEntry)),

  /** How far the trail of the own area is sealed; `head` is the newest seal of all, to be noted down by whoever checks. */
  auditSeals: operation({ name: 'accounts.audit-seals', roles: AUDITORS })
    .route({ method: 'GET', path: '/audit/seals', summary: '查看日志封存情况' })
    .output(
      z.object({
        seals: z.number().int(),
        sealedAt: z.string().optional(),
        unsealed: z.number().int(),
        keyId: z.string(),
        head: z.string(),
      }),
    ),
};
