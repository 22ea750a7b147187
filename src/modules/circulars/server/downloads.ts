// A circular as a paper.

import { READERS } from '../../../kernel/operation.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { buildCircular } from '../domain/circular-paper.ts';
import { circularPaperInput } from '../domain/contract.ts';
import { circularPaper } from './read-circular.ts';

export const circularsDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'circulars.paper', roles: READERS },
    path: '/circulars/:countyCode/:id/paper',
    input: circularPaperInput,
    build: async (tx, { format: _format, ...key }) => {
      const paper = await circularPaper(tx, key);
      return {
        document: buildCircular(paper),
        audit: {
          ...{ subjectKind: 'circular', subjectId: key.id, regionCode: paper.regionCode },
          after: { number: paper.number },
        },
      };
    },
  }),
];
