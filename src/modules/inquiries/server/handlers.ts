// The operations of the contract, each bound to what does it.

import { MOST_SHORT_ID } from '../../../kernel/input.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { readShortIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import type { CasesHooks } from '../../cases/server/index.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { inquiriesContract } from '../domain/contract.ts';
import { answerFile, answerMany } from './answer.ts';
import { getInquiry, listInquiries, listPersons, presentInquiry, presentPerson } from './queries.ts';
import { listRecordable, recordReplies } from './record.ts';

const on = handlersFor(inquiriesContract);

/** `hooks`: what follows where an answer is taken into a case. */
export const inquiriesHandlers = (hooks: Pick<CasesHooks, 'onActed'>) =>
  on.router({
    list: on.list.handler(({ input: { cursor, limit, area, ...filter }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, area);
        const before = readShortIdCursor(cursor) ?? MOST_SHORT_ID;
        const rows = await listInquiries(tx, { ...filter, range, before, limit: limit + 1 });
        const shown = rows.slice(0, limit);
        const next = rows.length > limit ? { next: String(shown.at(-1)?.id) } : {};
        return { items: shown.map(presentInquiry), ...next };
      }),
    ),
    show: on.show.handler(({ input: { id }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const row = await getInquiry(tx, id);
        return { ...presentInquiry(row), hasRefused: row.refusedSealed !== null };
      }),
    ),
    persons: on.persons.handler(({ input: { id, cursor, limit, state }, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        await getInquiry(tx, id);
        const after = readShortIdCursor(cursor) ?? 0;
        const rows = await listPersons(tx, id, { waitingOnly: state === 'waiting', after, limit: limit + 1 });
        const shown = rows.slice(0, limit);
        const next = rows.length > limit ? { next: String(shown.at(-1)?.position) } : {};
        return { items: shown.map((row) => presentPerson(services.keys, row)), ...next };
      }),
    ),
    answer: on.answer.handler(({ input: { requestId, ...answers }, context: { db, actor, services } }) =>
      db.write(actor, requestId, (tx) => answerMany(tx, services.keys, answers)),
    ),
    answerFile: on.answerFile.handler(
      async ({ input: { requestId, id, fileId }, context: { db, actor, services }, signal }) => {
        const answer = await db.write(actor, requestId, async (tx) => {
          const upload = await services.uploads.takeUpload(fileId, actor.accountId);
          return answerFile(tx, services.keys, { id, upload, signal });
        });
        // The file holds identity numbers in clear.
        await services.uploads.discard(fileId);
        return answer;
      },
    ),
    recordable: on.recordable.handler(({ input: { id }, context: { db, actor, services } }) =>
      db.read(actor, async (tx) =>
        (await listRecordable(tx, services.keys, id)).map(({ version: _, ...recordable }) => recordable),
      ),
    ),
    record: on.record.handler(({ input, context }) => recordReplies(context, input, hooks)),
  });
