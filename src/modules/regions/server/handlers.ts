import { rangeOf } from '../../../kernel/region-code.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { regionsContract } from '../domain/contract.ts';
import { getRegion, listChildren, listDesignations, listPath, searchRegions } from './queries.ts';

const on = handlersFor(regionsContract);

export const regionsHandlers = on.router({
  children: on.children.handler(({ input: { code }, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      await getRegion(tx, code);
      return listChildren(tx, code);
    }),
  ),

  path: on.path.handler(({ input: { code }, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      await getRegion(tx, code);
      return listPath(tx, code);
    }),
  ),

  search: on.search.handler(({ input: { text, within }, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      const inside = within === undefined ? undefined : rangeOf(within, (await getRegion(tx, within)).level);
      return searchRegions(tx, text, actor.range, inside);
    }),
  ),

  designations: on.designations.handler(({ input: { code }, context: { db, actor } }) =>
    db.read(actor, async (tx) => {
      const { level } = await getRegion(tx, code);
      return listDesignations(tx, rangeOf(code, level));
    }),
  ),
});
