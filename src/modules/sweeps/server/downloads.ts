// Forms of a round as papers.

import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { buildSweepPaper } from '../domain/sweep-papers.ts';
import { PAPER_ROLES, sweepPaperInput } from '../domain/visit-contract.ts';
import { readBoard } from './read-board.ts';
import { listItems } from './read-items.ts';
import { listRechecks } from './rechecks.ts';

/** Rows of one printed list; more are printed by a smaller area. */
const MOST_PRINTED = 5000;

export const sweepsDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'sweeps.paper', roles: PAPER_ROLES },
    path: '/sweeps/:number/paper',
    input: sweepPaperInput,
    build: async (tx, { number, area, form }, today) => {
      const board = await readBoard(tx, { number, area }, today);
      const asked = { number, area, limit: MOST_PRINTED };
      const { items } =
        form === 'visits' || form === 'key-groups'
          ? await listItems(tx, { ...asked, look: 'all', list: form === 'visits' ? undefined : 'key-group' }, today)
          : { items: [] };
      const rechecks = form === 'rechecks' ? (await listRechecks(tx, { ...asked, look: 'all' })).items : [];
      return {
        document: buildSweepPaper(form, board, { items, rechecks }),
        audit: {
          ...{ subjectKind: 'sweep', subjectId: board.round.number, regionCode: board.area.code },
          after: { form, rows: items.length + rechecks.length },
        },
      };
    },
  }),
];
