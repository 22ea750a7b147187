// The chain of a household, and what a cadre hands over, as papers.

import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { buildChainPaper, buildHandoverPaper } from '../domain/chain-paper.ts';
import { chainPaperInput, HANDOVER_PAPER_ROLES, handoverPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { readCadre } from './read-cadre.ts';
import { readOfHousehold } from './read-chain.ts';

export const dutiesDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'duties.chain-paper', roles: PAPER_ROLES, pageNumbers: false },
    path: '/duties/households/:countyCode/:id/paper',
    input: chainPaperInput,
    build: async (tx, { format: _format, ...key }, today) => {
      const chain = await readOfHousehold(tx, key, today);
      return {
        document: buildChainPaper(chain),
        audit: { subjectKind: 'household', subjectId: key.id, regionCode: chain.villageCode },
      };
    },
  }),
  paperRoute({
    ...{ name: 'duties.handover-paper', roles: HANDOVER_PAPER_ROLES },
    path: '/duties/cadres/:number/paper',
    input: handoverPaperInput,
    build: async (tx, { number }, today) => {
      const found = await readCadre(tx, number, today);
      return {
        document: buildHandoverPaper(found),
        audit: {
          ...{ subjectKind: 'cadre', subjectId: number, regionCode: tx.actor.areaCode },
          after: { held: found.held.length },
        },
      };
    },
  }),
];
