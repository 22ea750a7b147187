// The chain of a household as a paper.

import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerFile, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { buildChainPaper } from '../domain/chain-paper.ts';
import { chainPaperInput, PAPER_ROLES } from '../domain/contract.ts';
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
];
