// The search in the audit trail, which is itself recorded.

import type * as z from 'zod';
import type { AuditTitles, OperationContext } from '../../../platform/server/http/context.ts';
import { readIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import type { searchInput } from '../domain/audit-contract.ts';
import { cutPage } from './cut-page.ts';
import type { AccountsHooks } from './handlers.ts';
import { type AuditRow, searchAudit } from './queries.ts';

function toEntry({ householdId, personId, reason, ...entry }: AuditRow, titles: AuditTitles) {
  return {
    ...entry,
    operationTitle: titles.operations.get(entry.operation) ?? entry.operation,
    subjectTitle: titles.subjects.get(entry.subjectKind) ?? entry.subjectKind,
    ...(householdId === null ? {} : { householdId }),
    ...(personId === null ? {} : { personId }),
    ...(reason === null ? {} : { reason }),
  };
}

/** Names of the operations that somebody means who types a part of the Chinese or the English name. */
function operationsNamed(text: string | undefined, titles: AuditTitles): string[] | undefined {
  if (!text) return undefined;
  const named = [...titles.operations].filter(([name, title]) => title.includes(text) || name.startsWith(text));
  return named.map(([name]) => name);
}

export async function findEntries(
  { db, actor, services }: OperationContext,
  { cursor, limit, area, ...filter }: z.output<typeof searchInput>,
  findHouseholds: AccountsHooks['findHouseholds'],
) {
  return db.write(actor, undefined, async (tx) => {
    const range = await rangeAsked(tx, area);
    const before = readIdCursor(cursor) ?? Number.MAX_SAFE_INTEGER;
    const operations = operationsNamed(filter.operation, services.auditTitles);
    const { subject, ...rest } = filter;
    const householdIds = subject ? await findHouseholds(tx, services.keys, subject, area) : undefined;
    const rows = await searchAudit(tx, { ...rest, operations, householdIds, range, before, limit: limit + 1 });
    const page = cutPage(rows, limit);
    const audit = {
      operation: 'accounts.search-audit',
      subjectKind: 'audit',
      subjectId: 'search',
      after: { ...filter, area },
    };
    return { result: { ...page, items: page.items.map((row) => toEntry(row, services.auditTitles)) }, audit };
  });
}
