// Forms of an event as papers.

import { formatDate } from '../../../kernel/plain-date.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { eventPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { buildEventPaper } from '../domain/event-papers.ts';
import { listEventHouseholds, readEvent } from './read-event.ts';

/** Households of one printed list; more are printed by a smaller area. */
const MOST_PRINTED = 5000;

export const contingencyDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'contingency.event-paper', roles: PAPER_ROLES },
    path: '/contingency/events/:number/paper',
    input: eventPaperInput,
    build: async (tx, { form, number }, today) => {
      const event = await readEvent(tx, number, today);
      const { items } =
        form === 'list' ? await listEventHouseholds(tx, { number, look: 'all', limit: MOST_PRINTED }) : { items: [] };
      return {
        document: buildEventPaper(form, formatDate(today), event, items),
        audit: {
          ...{ subjectKind: 'contingency-activation', subjectId: number, regionCode: tx.actor.areaCode },
          after: { form, rows: items.length },
        },
      };
    },
  }),
];
