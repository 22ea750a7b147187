// The door of the slice.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { organisationsContract } from '../domain/contract.ts';
import { findPeople } from './people.ts';

export { accountNamed } from './people.ts';

const on = handlersFor(organisationsContract);

export const organisationsHandlers = on.router({
  people: on.people.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => findPeople(tx, input.text))),
});
