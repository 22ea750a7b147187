import { statfs } from 'node:fs/promises';
import { Problem } from '../../../../kernel/problem.ts';
import { readBackupState } from '../../../../platform/server/backup/last-backup.ts';
import { handlersFor } from '../../../../platform/server/http/context.ts';
import { homeContract } from '../../domain/home-contract.ts';
import { countAccounts, handedOut } from './overview.ts';
import { dropList, listSaved, saveList } from './saved-lists.ts';

const on = handlersFor(homeContract);
const subject = (id: number) => ({ subjectKind: 'saved-list', subjectId: id });

export const homeHandlers = on.router({
  savedLists: on.savedLists.handler(({ context: { db, actor } }) => db.read(actor, listSaved)),

  saveList: on.saveList.handler(({ input: { requestId, ...list }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => {
      const id = await saveList(tx, list);
      return { result: { id }, audit: { operation: 'accounts.save-list', ...subject(id), after: list } };
    }),
  ),

  dropList: on.dropList.handler(({ input: { requestId, id }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => {
      if (!(await dropList(tx, id))) throw new Problem('accounts.saved-not-found');
      return { result: {}, audit: { operation: 'accounts.drop-list', ...subject(id) } };
    }),
  ),

  handedOut: on.handedOut.handler(({ context: { db, actor } }) => db.read(actor, handedOut)),

  state: on.state.handler(async ({ context: { db, actor, services } }) => {
    const { bavail, blocks, bsize } = await statfs(services.dataFolder);
    const counts = await db.read(actor, countAccounts);
    const { last, failed } = await db.bulkRead(readBackupState);
    const backup = { at: last?.at ?? '', problem: failed?.sentence ?? '', daily: services.backsUp };
    return { ...counts, freeBytes: bavail * bsize, totalBytes: blocks * bsize, backup };
  }),
});
