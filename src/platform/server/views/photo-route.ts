// Photos of what the slices keep: found under the viewer's area, their opening recorded, and read from the disk.

import type * as z from 'zod';
import type { OperationMeta } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../audit.ts';
import type { Tx } from '../db.ts';
import { type RawRoute, rawRoute } from '../http/raw-route.ts';
import { openPhoto, type StoredPhoto } from '../photos.ts';
import { recordView } from './record-view.ts';

export type FoundPhoto = {
  photo: StoredPhoto | undefined;
  countyCode: number;
  /** What the photo belongs to. */
  of: Omit<AuditEntry, 'operation' | 'after'>;
};

type PhotoRoute<Input extends z.ZodType> = {
  meta: Pick<OperationMeta, 'name' | 'roles'>;
  /** Below `/api`. */
  path: string;
  input: Input;
  find: (tx: Tx, input: z.output<Input>) => Promise<FoundPhoto>;
};

/** Throws `photos.not-found`. */
export function photoRoute<Input extends z.ZodType>({ meta, path, input, find }: PhotoRoute<Input>): RawRoute {
  return rawRoute({
    meta: { ...meta, writes: false, offline: false },
    method: 'GET',
    path,
    input,
    answer: async ({ db, actor, services }, asked) => {
      const { photo, countyCode } = await db.write(actor, undefined, async (tx) => {
        const { photo, of, ...found } = await find(tx, asked);
        if (!photo) throw new Problem('photos.not-found');
        // Those of one visit are looked through together: one entry for all of them.
        const audit = await recordView(tx, { operation: meta.name, ...of });
        return { result: { photo, ...found }, audit };
      });
      return {
        headers: { 'content-type': photo.type, 'cache-control': 'private, no-store' },
        body: await openPhoto(services.dataFolder, countyCode, photo),
      };
    },
  });
}
