// Files of this slice: the photos and signatures of a case, and its lists as workbooks.

import { sql } from 'kysely';
import * as z from 'zod';
import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { openPhoto, type StoredPhoto } from '../../../platform/server/photos.ts';
import { caseKey } from '../domain/schemas.ts';
import type { CasesHooks } from './hooks.ts';
import { listDownloads } from './lists/case-downloads.ts';

const file = rawRoute({
  meta: { name: 'cases.file', roles: READERS, writes: false, offline: false },
  method: 'GET',
  path: '/cases/:countyCode/:id/files/:fileId',
  input: caseKey.extend({ fileId: z.uuid() }),
  answer: async ({ db, actor, services }, { countyCode, id, fileId }) => {
    const found = await db.read(actor, (tx) =>
      tx.first(sql<StoredPhoto>`select id, name, type, byte_size from case_files
        where county_code = ${countyCode} and case_id = ${id} and id = ${fileId}`),
    );
    if (!found) throw new Problem('photos.not-found');
    return {
      headers: { 'content-type': found.type, 'cache-control': 'private, no-store' },
      body: await openPhoto(services.dataFolder, countyCode, found),
    };
  },
});

export const casesDownloads = (hooks: CasesHooks): RawRoute[] => [file, ...listDownloads(hooks)];
