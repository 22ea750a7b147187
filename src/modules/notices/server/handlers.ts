// The operations of the contract bound to what does them; the registers of all slices are handed down by the composition.

import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findNotice } from '../../../kernel/register/notices/public-columns.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { noticesContract } from '../domain/contract.ts';
import { draftNotice } from './draft-notice.ts';
import { noticesOfRow, readNotice } from './read-notice.ts';
import { noticeSettings } from './settings.ts';

const on = handlersFor(noticesContract);

export const noticesHandlers = (tools: RegisterTools) =>
  on.router({
    draft: on.draft.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) =>
        draftNotice(tx, { ...tools, keys: services.keys }, input, dayOn(services.clock)),
      ),
    ),
    rows: on.rows.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, async (tx) => {
        const { head, frozen, rows, isFrozen } = await readNotice(tx, tools.catalogue, input, dayOn(services.clock));
        return {
          register: (head.noticeCode ?? '').replace(/\.[^.]*$/, ''),
          isFrozen,
          columns: frozen.columns.map(({ title, isNumber }) => ({ title, isNumber })),
          rows: rows.map(({ countyCode, id, cells, isChanged }) => ({ countyCode, id, cells, isChanged })),
        };
      }),
    ),
    ofRow: on.ofRow.handler(({ input, context: { db, actor } }) => db.read(actor, (tx) => noticesOfRow(tx, input))),
    settings: on.settings.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) =>
        noticeSettings(tools.catalogue).shown(tx, input.area ?? actor.areaCode, formatDate(dayOn(services.clock))),
      ),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => {
        if (!findNotice(tools.catalogue, input.key))
          throw new Problem('notices.unknown', { register: '', kind: input.key });
        return noticeSettings(tools.catalogue).save(tx, input, dayOn(services.clock));
      }),
    ),
  });
