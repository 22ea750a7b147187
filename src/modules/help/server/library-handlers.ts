import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { libraryContract } from '../domain/library-contract.ts';
import { listLibraries, saveLibrary } from './measure-libraries.ts';

const on = handlersFor(libraryContract);

export const libraryHandlers = {
  measureLibraries: on.measureLibraries.handler(({ context: { db, actor } }) => db.read(actor, listLibraries)),
  saveMeasureLibrary: on.saveMeasureLibrary.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => saveLibrary(tx, input, dayOn(services.clock))),
  ),
};
