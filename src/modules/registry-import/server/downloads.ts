// The refused rows of an import, as a file; that it was taken is recorded.

import * as z from 'zod';
import { shortId } from '../../../kernel/input.ts';
import { OFFICERS, operation } from '../../../kernel/operation.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { getDownloadBatch, refusedCsv, refusedWorkbook } from './refused-file.ts';

const { meta } = operation({
  name: 'registry-import.download-refused',
  roles: OFFICERS,
  heavy: true,
  quota: 'export',
})['~orpc'];

/** 未收录行. */
export const importRefusals = rawRoute({
  meta,
  method: 'GET',
  path: '/households/imports/:id/refused',
  input: z.object({
    id: shortId,
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    table: z.enum(['households', 'members']).default('households'),
  }),
  answer: async ({ db, actor, services }, { id, format, table }) => {
    const batch = await db.write(actor, undefined, async (tx) => ({
      result: await getDownloadBatch(tx, id),
      audit: { operation: meta.name, subjectKind: 'import-batch', subjectId: id, after: { format } },
    }));
    if (format === 'csv')
      return {
        headers: downloadHeaders(`未收录行-${id}.csv`, 'csv'),
        body: await refusedCsv(db, services.keys, batch, table),
      };
    return {
      headers: downloadHeaders(`未收录行-${id}.xlsx`, 'xlsx'),
      body: await refusedWorkbook(db, services.keys, batch),
    };
  },
});
