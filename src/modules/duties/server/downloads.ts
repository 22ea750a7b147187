// The chain of a household, and what a cadre hands over, as papers.

import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerFile, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { buildChainPaper, buildHandoverPaper } from '../domain/chain-paper.ts';
import { chainPaperInput, HANDOVER_PAPER_ROLES, handoverPaperInput, PAPER_ROLES } from '../domain/contract.ts';
import { readCadre } from './read-cadre.ts';
import { readOfHousehold } from './read-chain.ts';

const NO_PICTURES = new Map<string, never>();

export const dutiesDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'duties.chain-paper', roles: PAPER_ROLES, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/duties/households/:countyCode/:id/paper',
    input: chainPaperInput,
    answer: async ({ db, actor, services, spend }, { format, ...key }) => {
      checkFormat(format, spend);
      const chain = await db.write(actor, undefined, async (tx) => {
        const result = await readOfHousehold(tx, key, dayOn(services.clock));
        const of = { subjectKind: 'household', subjectId: key.id, regionCode: result.villageCode };
        return { result, audit: { operation: 'duties.chain-paper', ...of, after: { format } } };
      });
      const document = buildChainPaper(chain);
      const options = { title: document.title, pageNumbers: false };
      return answerFile({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
  rawRoute({
    meta: {
      name: 'duties.handover-paper',
      roles: HANDOVER_PAPER_ROLES,
      writes: false,
      offline: false,
      quota: 'export',
    },
    method: 'GET',
    path: '/duties/cadres/:number/paper',
    input: handoverPaperInput,
    answer: async ({ db, actor, services, spend }, { format, number }) => {
      checkFormat(format, spend);
      const found = await db.write(actor, undefined, async (tx) => {
        const result = await readCadre(tx, number, dayOn(services.clock));
        const of = { subjectKind: 'cadre', subjectId: number, regionCode: actor.areaCode };
        return {
          result,
          audit: { operation: 'duties.handover-paper', ...of, after: { held: result.held.length, format } },
        };
      });
      const document = buildHandoverPaper(found);
      const options = { title: document.title, pageNumbers: true };
      return answerFile({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
];
