// The operations of the contract, each bound to what does it.

import { handlersFor } from '../../../platform/server/http/context.ts';
import type { HouseholdsHooks } from '../../households/server/index.ts';
import { registryImportContract } from '../domain/contract.ts';
import { findBatch } from './batches.ts';
import { inspectFile, takeImportFiles } from './import-inspect.ts';
import { discardFiles, importJobKey, startImportJob } from './import-jobs.ts';
import { addPreview, getImportStatus, listImports, markCancelled, markStarted } from './imports.ts';

const on = handlersFor(registryImportContract);

/** `hooks`: what the slices above do when households change. */
export const registryImportHandlers = (hooks: HouseholdsHooks) =>
  on.router({
    imports: on.imports.handler(({ input, context }) => context.db.read(context.actor, (tx) => listImports(tx, input))),
    importStatus: on.importStatus.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => getImportStatus(tx, context.services, input.id)),
    ),
    inspectImport: on.inspectImport.handler(async ({ input, context, signal }) => {
      const taken = await takeImportFiles(context.services, input, context.actor.accountId);
      return Promise.all(taken.map(({ table, upload }) => inspectFile(table, upload, signal)));
    }),
    previewImport: on.previewImport.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const made = await db.write(actor, input.requestId, (tx) => addPreview(tx, services, input));
      startImportJob({ services, db, hooks }, made.id);
      return made;
    }),
    startImport: on.startImport.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const started = await db.write(actor, input.requestId, (tx) => markStarted(tx, input.id));
      startImportJob({ services, db, hooks }, input.id);
      return started;
    }),
    cancelImport: on.cancelImport.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const cancelled = await db.write(actor, input.requestId, (tx) => markCancelled(tx, input.id));
      services.jobs.cancel(importJobKey(input.id));
      // The files hold ID numbers in clear.
      const batch = await db.bulkRead((tx) => findBatch(tx, input.id));
      if (batch) await discardFiles(services, batch);
      return cancelled;
    }),
  });
