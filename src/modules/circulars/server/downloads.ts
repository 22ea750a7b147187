// A circular as the file that was asked for.

import { READERS } from '../../../kernel/operation.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { buildCircular } from '../domain/circular-paper.ts';
import { circularPaperInput } from '../domain/contract.ts';
import { circularPaper } from './read-circular.ts';

const NO_PICTURES = new Map<string, never>();

export const circularsDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'circulars.paper', roles: READERS, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/circulars/:countyCode/:id/paper',
    input: circularPaperInput,
    answer: async ({ db, actor, spend }, { format, ...key }) => {
      checkFormat(format, spend);
      const paper = await db.write(actor, undefined, async (tx) => {
        const result = await circularPaper(tx, key);
        const of = { subjectKind: 'circular', subjectId: key.id, regionCode: result.regionCode };
        return { result, audit: { operation: 'circulars.paper', ...of, after: { number: result.number, format } } };
      });
      const document = buildCircular(paper);
      return answerTable(
        {
          ...{ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES },
          options: { title: document.title, pageNumbers: true },
        },
        format,
      );
    },
  }),
];
