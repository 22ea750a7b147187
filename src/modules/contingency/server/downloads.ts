// Forms of an event as papers.

import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { eventPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { buildEventPaper } from '../domain/event-papers.ts';
import { listEventHouseholds, readEvent } from './read-event.ts';

const NO_PICTURES = new Map<string, never>();
/** Households of one printed list; more are printed by a smaller area. */
const MOST_PRINTED = 5000;

export const contingencyDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'contingency.event-paper', roles: PAPER_ROLES, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/contingency/events/:number/paper',
    input: eventPaperInput,
    answer: async ({ db, actor, services, spend }, { form, format, number }) => {
      checkFormat(format, spend);
      const today = dayOn(services.clock);
      const { event, items } = await db.write(actor, undefined, async (tx) => {
        const found = await readEvent(tx, number, today);
        const listed =
          form === 'list' ? await listEventHouseholds(tx, { number, look: 'all', limit: MOST_PRINTED }) : { items: [] };
        const of = { subjectKind: 'contingency-activation', subjectId: number, regionCode: actor.areaCode };
        return {
          result: { event: found, items: listed.items },
          audit: { operation: 'contingency.event-paper', ...of, after: { form, rows: listed.items.length, format } },
        };
      });
      const document = buildEventPaper(form, formatDate(today), event, items);
      const options = { title: document.title, pageNumbers: true };
      return answerTable({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
];
