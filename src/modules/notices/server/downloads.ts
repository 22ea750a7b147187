// The paper of a notice as the file that was asked for.

import { READERS } from '../../../kernel/operation.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { paperInput } from '../domain/contract.ts';
import { buildNoticePaper } from '../domain/notice-paper.ts';
import { paperOf, readNotice } from './read-notice.ts';

const NO_PICTURES = new Map<string, never>();

export function noticesDownloads(catalogue: Catalogue): RawRoute[] {
  return [
    rawRoute({
      meta: { name: 'notices.paper', roles: READERS, writes: false, offline: false, quota: 'export' },
      method: 'GET',
      path: '/notices/:countyCode/:id/paper',
      input: paperInput,
      answer: async ({ db, actor, services, spend }, { format, ...key }) => {
        checkFormat(format, spend);
        const { title, document } = await db.write(actor, undefined, async (tx) => {
          const today = dayOn(services.clock);
          const read = await readNotice(tx, catalogue, key, today);
          const built = buildNoticePaper(await paperOf(tx, read, today));
          const { head } = read;
          const audit = {
            ...{ operation: 'notices.paper', subjectKind: 'notice', subjectId: head.id, regionCode: head.placeCode },
            after: { number: head.number, rows: read.rows.length, format },
          };
          return { result: { title: `${built.title} ${head.number}`, document: built }, audit };
        });
        const options = { title, pageNumbers: false };
        return answerTable(
          { accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options },
          format,
        );
      },
    }),
  ];
}
