// The door of the slice.

import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { organisationsContract } from '../domain/contract.ts';
import { mergeUnits, previewMerge } from './merge.ts';
import { findPeople } from './people.ts';
import { readTwins } from './twins.ts';

export { accountNamed } from './people.ts';

const on = handlersFor(organisationsContract);

/** `catalogue`: what a merge moves follows from the definitions of all registers, of the composition. */
export const organisationsHandlers = ({ catalogue }: { catalogue: Catalogue }) =>
  on.router({
    people: on.people.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => findPeople(tx, input.text)),
    ),
    twins: on.twins.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => readTwins(tx, catalogue, input)),
    ),
    mergePreview: on.mergePreview.handler(({ input, context }) => previewMerge(context, catalogue, input)),
    merge: on.merge.handler(({ input, context }) => mergeUnits(context, catalogue, input)),
  });
