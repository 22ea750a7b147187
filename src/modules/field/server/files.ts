// Photos of the phone, apart from the records that name them: whichever comes last brings the two together.

import type { ResumableRoute } from '../../../platform/server/field/tus-routes.ts';
import { FIELD_ROLES, FILES_PATH } from '../domain/contract.ts';
import { settleWaiting } from './push.ts';
import type { FieldTools } from './settle-item.ts';

export const fieldFiles = (tools: () => FieldTools): ResumableRoute => ({
  meta: { name: 'field.send-file', roles: FIELD_ROLES, writes: true, offline: true },
  path: FILES_PATH,
  onArrived: async (context, fileId) => {
    try {
      await settleWaiting(context, tools(), fileId);
    } catch (error) {
      // The file is there; the item is tried again with the next pull.
      context.log.warn({ fault: error instanceof Error ? error.name : typeof error }, 'waiting items');
    }
  },
});
