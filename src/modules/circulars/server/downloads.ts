// A circular as a paper.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { countedPaperRoute, paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { buildCircular } from '../domain/circular-paper.ts';
import { circularPaperInput, targetsPaperInput } from '../domain/contract.ts';
import { buildTargets, speaking } from '../domain/targets-paper.ts';
import { circularPaper } from './read-circular.ts';
import { readTargets } from './read-targets.ts';

export const circularsDownloads: RawRoute[] = [
  countedPaperRoute({
    ...{ name: 'circulars.targets-paper', roles: READERS },
    heavy: true,
    path: '/circulars/targets/paper',
    input: targetsPaperInput,
    build: async (context, { format: _format, ...asked }) => {
      const { asOf, figure, figures, isMoney, rows } = await readTargets(context, asked, dayOn(context.services.clock));
      const area = asked.area ?? context.actor.areaCode;
      const document = buildTargets({
        ...{ asOf, isMoney, rows: speaking(rows, area) },
        areaName: rows[0]?.name ?? '',
        figureName: figures.find(({ id }) => id === figure)?.name ?? '',
      });
      return {
        ...{ document, title: `${document.title}_${asOf}` },
        audit: { subjectKind: 'list', subjectId: figure ?? '', regionCode: area, after: { asOf, rows: rows.length } },
      };
    },
  }),
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
