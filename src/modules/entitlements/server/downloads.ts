// The households under a clause, and the sheet of one household, as papers.

import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerFile, answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { HOUSEHOLD_PAPER_ROLES, householdPaperInput, missingPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { buildHouseholdSheet, buildMissingPaper } from '../domain/papers.ts';
import { listHouseholds } from './list-households.ts';
import { readOfHousehold } from './read-applying.ts';

const NO_PICTURES = new Map<string, never>();
/** Rows of one paper; more are asked for by a smaller area. */
const MOST_PRINTED = 5000;

export const entitlementsDownloads: RawRoute[] = [
  rawRoute({
    meta: {
      name: 'entitlements.missing-paper',
      roles: PAPER_ROLES,
      writes: false,
      offline: false,
      heavy: true,
      quota: 'export',
    },
    method: 'GET',
    path: '/entitlements/households/paper',
    input: missingPaperInput,
    answer: async ({ db, actor, services, spend }, { format, ...asked }) => {
      checkFormat(format, spend);
      const today = dayOn(services.clock);
      const { clause, items } = await db.write(actor, undefined, async (tx) => {
        const result = await listHouseholds(tx, { ...asked, limit: MOST_PRINTED }, today);
        const of = { subjectKind: 'export', subjectId: asked.document, regionCode: asked.area ?? actor.areaCode };
        const after = { clause: asked.clause, look: asked.look, rows: result.items.length, format };
        return { result, audit: { operation: 'entitlements.missing-paper', ...of, after } };
      });
      const document = buildMissingPaper(asked.look, formatDate(today), clause, items);
      const options = { title: document.title, pageNumbers: true };
      return answerTable({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
  rawRoute({
    meta: {
      name: 'entitlements.household-paper',
      roles: HOUSEHOLD_PAPER_ROLES,
      writes: false,
      offline: false,
      quota: 'export',
    },
    method: 'GET',
    path: '/entitlements/households/:countyCode/:id/paper',
    input: householdPaperInput,
    answer: async ({ db, actor, services, spend }, { format, ...key }) => {
      checkFormat(format, spend);
      const found = await db.write(actor, undefined, async (tx) => {
        const result = await readOfHousehold(tx, key, dayOn(services.clock));
        const of = { subjectKind: 'household', subjectId: key.id, regionCode: result.villageCode };
        return { result, audit: { operation: 'entitlements.household-paper', ...of, after: { format } } };
      });
      const document = buildHouseholdSheet(found, found.clauses);
      const options = { title: document.title, pageNumbers: false };
      return answerFile({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
];
