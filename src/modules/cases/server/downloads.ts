// Files of this slice: the photos and signatures of a case.

import { sql } from 'kysely';
import * as z from 'zod';
import { READERS } from '../../../kernel/operation.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import { photoRoute } from '../../../platform/server/views/photo-route.ts';
import { caseKey } from '../domain/schemas.ts';

type FiledPhoto = StoredPhoto & { villageCode: number; householdId: number };

/** A file of a case. */
export const caseFile = photoRoute({
  meta: { name: 'cases.file', roles: READERS },
  path: '/cases/:countyCode/:id/files/:fileId',
  input: caseKey.extend({ fileId: z.uuid() }),
  find: async (tx, { countyCode, id, fileId }) => {
    const photo = await tx.first(sql<FiledPhoto>`
      select f.id, f.name, f.type, f.byte_size, f.village_code, c.household_id
      from case_files f join cases c on c.county_code = f.county_code and c.id = f.case_id
      where f.county_code = ${countyCode} and f.case_id = ${id} and f.id = ${fileId}`);
    const about = photo ? { regionCode: photo.villageCode, householdId: photo.householdId } : {};
    return { photo, countyCode, of: { subjectKind: 'case', subjectId: `${countyCode}-${id}`, ...about } };
  },
});
