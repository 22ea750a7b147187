// A statement as a paper.

import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { statementPaperInput } from '../domain/contract.ts';
import { buildStatement } from '../domain/statement-paper.ts';
import { STATEMENT_READERS } from '../domain/statement-register.ts';
import { renderFrozen } from './read-statement.ts';

export const statementsDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'statements.paper', roles: STATEMENT_READERS },
    path: '/statements/:countyCode/:id/paper',
    input: statementPaperInput,
    build: async (tx, { format: _format, answers, ...key }) => {
      const { head, areaName, frozen, rendered } = await renderFrozen(tx, key);
      const { title, number, regionCode, asOf, publishOn, approvedOn, speakers } = head;
      return {
        document: buildStatement({
          ...{ title, number, areaName, asOf, publishOn, blocks: rendered.blocks, withAnswers: answers === 'yes' },
          ...{ figures: frozen?.figures ?? [], approvedOn: approvedOn ?? undefined, speakers: speakers ?? undefined },
          appendix: frozen?.appendix ?? undefined,
        }),
        audit: { subjectKind: 'statement', subjectId: key.id, regionCode, after: { number } },
      };
    },
  }),
];
