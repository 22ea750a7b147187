import { MOST_SHORT_ID } from '../../../kernel/input.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { rangeOf } from '../../../kernel/region-code.ts';
import { type Clock, dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { readShortIdCursor } from '../../../platform/server/lists/id-cursor.ts';
import { regionsContract } from '../domain/contract.ts';
import { rangeAsked } from './area.ts';
import { applyChanges, listChanges, previewChanges } from './changes.ts';
import type { RegionsHooks } from './hooks.ts';
import { getRegion, listChildren, listDesignations, listPath, searchRegions } from './queries.ts';

const on = handlersFor(regionsContract);

const todayOf = (clock: Clock) => formatDate(dayOn(clock));

/** `hooks`: what the slices above do when regions change. */
export const regionsHandlers = (hooks: RegionsHooks) =>
  on.router({
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

    changes: on.changes.handler(({ input: { area, cursor, limit }, context: { db, actor } }) =>
      db.read(actor, async (tx) => {
        const range = await rangeAsked(tx, area);
        const before = readShortIdCursor(cursor) ?? MOST_SHORT_ID;
        const rows = await listChanges(tx, { range, before, limit: limit + 1 });
        const items = rows.slice(0, limit);
        return { items, ...(rows.length > limit ? { next: String(items.at(-1)?.id) } : {}) };
      }),
    ),

    previewChanges: on.previewChanges.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => previewChanges(tx, input.changes, { today: todayOf(services.clock), hooks })),
    ),

    applyChanges: on.applyChanges.handler(async ({ input, context: { db, actor, services } }) => {
      const changed = await db.write(actor, input.requestId, (tx) =>
        applyChanges(tx, input.changes, { today: todayOf(services.clock), hooks }),
      );
      hooks.afterMoved(services, db, actor);
      return changed;
    }),
  });
