// The paper of a notice.

import { READERS } from '../../../kernel/operation.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { paperInput } from '../domain/contract.ts';
import { buildNoticePaper } from '../domain/notice-paper.ts';
import { paperOf, readNotice } from './read-notice.ts';

export function noticesDownloads(catalogue: Catalogue): RawRoute[] {
  return [
    paperRoute({
      ...{ name: 'notices.paper', roles: READERS, pageNumbers: false },
      path: '/notices/:countyCode/:id/paper',
      input: paperInput,
      build: async (tx, { format: _format, ...key }, today) => {
        const read = await readNotice(tx, catalogue, key, today);
        const document = buildNoticePaper(await paperOf(tx, read, today));
        const { head, rows } = read;
        return {
          ...{ document, title: `${document.title} ${head.number}` },
          audit: {
            ...{ subjectKind: 'notice', subjectId: head.id, regionCode: head.placeCode },
            after: { number: head.number, rows: rows.length },
          },
        };
      },
    }),
  ];
}
