// Forms of a round as papers, and the photos of its visits.

import { sql } from 'kysely';
import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import { photoRoute } from '../../../platform/server/views/photo-route.ts';
import { buildSweepPaper } from '../domain/sweep-papers.ts';
import { PAPER_ROLES, sweepPaperInput, visitPhotoInput } from '../domain/visit-contract.ts';
import { readBoard } from './read-board.ts';
import { listItems } from './read-items.ts';
import { listRechecks } from './rechecks.ts';

/** Rows of one printed list; more are printed by a smaller area. */
const MOST_PRINTED = 5000;

type Kept = { householdId: number; villageCode: number; photos: StoredPhoto[] };

const visitPhoto = photoRoute({
  meta: { name: 'sweeps.photo', roles: READERS },
  path: '/sweeps/visits/:countyCode/:visitId/photos/:photoId',
  input: visitPhotoInput,
  find: async (tx, { countyCode, visitId, photoId }) => {
    const visit = await tx.first(
      sql<Kept>`select household_id, village_code, photos from sweep_visits where county_code = ${countyCode} and id = ${visitId}`,
    );
    if (!visit) throw new Problem('photos.not-found');
    const { householdId, villageCode, photos } = visit;
    const of = { subjectKind: 'household', subjectId: householdId, regionCode: villageCode, householdId };
    return { photo: photos.find(({ id }) => id === photoId), countyCode, of };
  },
});

export const sweepsDownloads: RawRoute[] = [
  visitPhoto,
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
