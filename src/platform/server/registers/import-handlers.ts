// The operations on files of registers.

import { Problem } from '../../../kernel/problem.ts';
import { registerImportsContract } from '../../../kernel/register/import-contract.ts';
import type { Database } from '../db.ts';
import { handlersFor, type OperationContext } from '../http/context.ts';
import { recogniseFile } from '../tables/table-source.ts';
import type { RegisterTools } from './handlers.ts';
import { namedColumns } from './header.ts';
import { discardSetFiles, startSetJob } from './set-jobs.ts';
import { addPreview, askState, findSet, getSet, listSets, setJobKey, shownSet } from './sets.ts';
import { undoSet } from './undo-set.ts';

const on = handlersFor(registerImportsContract);

/** The set must be seen by the actor before the owner's hand takes it. */
async function undo(db: Database, { catalogue }: RegisterTools, { actor }: OperationContext, id: number) {
  await db.read(actor, (tx) => getSet(tx, id));
  return db.bulk(actor, (tx) => undoSet(tx, catalogue, id));
}

/** A file that is no table is of none: the preview says why. */
async function recognise({ catalogue }: RegisterTools, { actor, services }: OperationContext, fileId: string) {
  const { path, name } = await services.uploads.takeUpload(fileId, actor.accountId);
  const own = catalogue.registers.filter(({ roles }) => roles.import.some((role) => role === actor.role));
  const kinds = own.map((register) => ({ code: register.code, columns: namedColumns(register) }));
  try {
    const found = await recogniseFile(path, { file: name, kinds });
    return found.map(({ kind, sheet }) => ({ register: kind, ...(sheet === undefined ? {} : { sheet }) }));
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

export const registerImportsHandlers = (tools: RegisterTools) =>
  on.router({
    list: on.list.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listSets(tx, context.services, input)),
    ),
    status: on.status.handler(({ input, context }) =>
      context.db.read(context.actor, async (tx) => shownSet(await getSet(tx, input.id), context.services)),
    ),
    recognise: on.recognise.handler(({ input, context }) => recognise(tools, context, input.fileId)),
    preview: on.preview.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const made = await db.write(actor, input.requestId, (tx) =>
        addPreview(tx, services, tools.catalogue, input.files),
      );
      startSetJob({ ...tools, services, db }, made.id);
      return made;
    }),
    start: on.start.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const change = { operation: 'registers.start-import', state: 'importing', from: ['previewed'] } as const;
      const started = await db.write(actor, input.requestId, (tx) => askState(tx, input.id, change));
      startSetJob({ ...tools, services, db }, input.id);
      return started;
    }),
    cancel: on.cancel.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const change = {
        operation: 'registers.cancel-import',
        state: 'cancelled',
        from: ['previewing', 'previewed', 'importing'],
      } as const;
      const cancelled = await db.write(actor, input.requestId, (tx) => askState(tx, input.id, change));
      services.jobs.cancel(setJobKey(input.id));
      const set = await db.bulkRead((tx) => findSet(tx, input.id));
      if (set) await discardSetFiles(services, set);
      return cancelled;
    }),
    undo: on.undo.handler(({ input, context }) => undo(context.db, tools, context, input.id)),
  });
