// The operations of the contract bound to what does them.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { countCounties } from '../../figures/server/index.ts';
import { circularsContract } from '../domain/contract.ts';
import { CIRCULAR_KINDS } from '../domain/kinds.ts';
import { countFor, draftCircular } from './draft-circular.ts';
import { circularHead, circularRows } from './read-circular.ts';
import { readTargets } from './read-targets.ts';

const on = handlersFor(circularsContract);

export const circularsHandlers = (tools: RegisterTools) =>
  on.router({
    draft: on.draft.handler(async ({ input, context }) => {
      const { db, actor, services } = context;
      const counted = await countFor(context, input, dayOn(services.clock));
      return db.write(actor, input.requestId, (tx) =>
        draftCircular(tx, { ...tools, keys: services.keys }, input, counted),
      );
    }),
    targets: on.targets.handler(({ input, context }) => readTargets(context, input, dayOn(context.services.clock))),
    rows: on.rows.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => circularRows(tx, input))),
    now: on.now.handler(async ({ input, context }) => {
      const { kind, regionCode, asOf } = await context.db.read(context.actor, (tx) => circularHead(tx, input));
      const asked = { area: regionCode, figure: CIRCULAR_KINDS[kind].count, days: [asOf] };
      const { area, counties, whole, counts } = await countCounties(context, asked);
      return [
        { regionCode: area.code, value: whole[0] ?? 0 },
        ...counties.map(({ code }) => ({ regionCode: code, value: counts[0]?.get(code) ?? 0 })),
      ];
    }),
  });
