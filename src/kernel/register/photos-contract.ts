// Photos of a row of a register: what was found, before and after, what was handed over.

import * as z from 'zod';
import { recordId } from '../input.ts';
import { OFFICERS, operation, READERS, requestId } from '../operation.ts';

export const PHOTO_STAGES = ['before', 'after', 'other'] as const;
export type PhotoStage = (typeof PHOTO_STAGES)[number];
export const STAGE_NAMES: Record<PhotoStage, string> = { before: '改前', after: '改后', other: '其他' };

/** At once, and of one row. */
const MOST_AT_ONCE = 9;
export const MOST_PHOTOS = 60;

/** Which row of which register. */
export const photoRow = z.object({
  register: z.string().max(60),
  countyCode: z.coerce.number<number>().int().min(150_000).max(159_999),
  id: recordId,
});

const photo = z.object({
  id: z.string(),
  name: z.string(),
  stage: z.enum(PHOTO_STAGES),
  byteSize: z.number(),
  at: z.string(),
  by: z.string(),
  /** By the camera's clock, where the photo says it. */
  takenOn: z.string().optional(),
  /** Rows of the same register that have the very same picture. */
  twins: z.number().int(),
});
export type RegisterPhoto = z.output<typeof photo>;

const PATH = '/registers/{register}/{countyCode}/{id}/photos';
const WRITERS = ['village-worker', ...OFFICERS] as const;

/** Who may do it with a register is asked there: its readers look, its writers attach and remove. */
export const registerPhotosContract = {
  list: operation({ name: 'registers.photos', roles: READERS })
    .route({ method: 'GET', path: PATH, summary: '台账记录的照片' })
    .input(photoRow)
    .output(z.array(photo)),
  attach: operation({ name: 'registers.attach-photos', roles: WRITERS, writes: true, offline: true })
    .route({ method: 'POST', path: PATH, summary: '给台账记录附照片' })
    .input(
      photoRow.extend({
        requestId,
        stage: z.enum(PHOTO_STAGES),
        fileIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE),
      }),
    )
    .output(z.object({ kept: z.number().int() })),
  remove: operation({ name: 'registers.remove-photo', roles: WRITERS, writes: true })
    .route({ method: 'POST', path: `${PATH}/{photoId}/remove`, summary: '移除台账记录的照片' })
    .input(photoRow.extend({ requestId, photoId: z.uuid(), reason: z.string().trim().min(2).max(200) }))
    .output(z.object({})),
};
