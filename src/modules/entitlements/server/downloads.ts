// The households under a clause, and the sheet of one household, as papers.

import { formatDate } from '../../../kernel/plain-date.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { HOUSEHOLD_PAPER_ROLES, householdPaperInput, missingPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { buildHouseholdSheet, buildMissingPaper } from '../domain/papers.ts';
import { listHouseholds } from './list-households.ts';
import { readOfHousehold } from './read-applying.ts';

/** Rows of one paper; more are asked for by a smaller area. */
const MOST_PRINTED = 5000;

export const entitlementsDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'entitlements.missing-paper', roles: PAPER_ROLES, heavy: true },
    path: '/entitlements/households/paper',
    input: missingPaperInput,
    build: async (tx, { format: _format, ...asked }, today) => {
      const { clause, items } = await listHouseholds(tx, { ...asked, limit: MOST_PRINTED }, today);
      return {
        document: buildMissingPaper(asked.look, formatDate(today), clause, items),
        audit: {
          ...{ subjectKind: 'export', subjectId: asked.document, regionCode: asked.area ?? tx.actor.areaCode },
          after: { clause: asked.clause, look: asked.look, rows: items.length },
        },
      };
    },
  }),
  paperRoute({
    ...{ name: 'entitlements.household-paper', roles: HOUSEHOLD_PAPER_ROLES, pageNumbers: false },
    path: '/entitlements/households/:countyCode/:id/paper',
    input: householdPaperInput,
    build: async (tx, { format: _format, ...key }, today) => {
      const found = await readOfHousehold(tx, key, today);
      return {
        document: buildHouseholdSheet(found, found.clauses),
        audit: { subjectKind: 'household', subjectId: key.id, regionCode: found.villageCode },
      };
    },
  }),
];
