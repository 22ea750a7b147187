// What the phone and the office say to each other: what a day on the pasture needs, taken along in one pull, and what was done
// there, sent item by item.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { operation, type Role, requestId } from '../../../kernel/operation.ts';
import { brokenItem, instant, itemAnswer, pushItem, unsettledItem } from './items.ts';
import { phoneData } from './phone-data.ts';

/** Who works with the phone: whoever has villages of their own. */
export const FIELD_ROLES = ['village-worker', 'township-officer'] as const satisfies readonly Role[];

/** Items of one call, and of one question for receipts. A phone with more of them calls again, so that others get their turn. */
export const MOST_ITEMS = 50;
export const MOST_RECEIPTS = 500;
/** Changes when the office was restored from a backup: what it said was stored may be gone, so the phone asks `field.receipts`. */
const epoch = z.string();

export const fieldContract = {
  /** Everything of my villages, or what changed since `since`, the token of the last answer. */
  pull: operation({ name: 'field.pull', roles: FIELD_ROLES })
    .route({ method: 'POST', path: '/field/pull', summary: '下载外业资料' })
    .input(
      z.object({
        since: z.string().max(2000).optional(),
        /** A part of the own area, where that is large. */
        area: regionCode.optional(),
      }),
    )
    .output(
      phoneData.extend({
        epoch,
        token: z.string(),
        /** Items of this account that wait for an answer, from whatever phone they came: refused, in conflict, waiting for files. */
        unsettled: z.array(unsettledItem),
      }),
    ),

  /** Each item in a transaction of its own; a repeat answers what was answered. */
  push: operation({ name: 'field.push', roles: FIELD_ROLES, writes: true, offline: true, itemised: true })
    .route({ method: 'POST', path: '/field/push', summary: '上传外业记录' })
    .input(
      z.object({
        items: z
          .array(z.union([pushItem, brokenItem]))
          .min(1)
          .max(MOST_ITEMS),
      }),
    )
    .output(z.object({ epoch, items: z.array(itemAnswer) })),

  /** What the office knows of these items; those it does not know are left out. */
  receipts: operation({ name: 'field.receipts', roles: FIELD_ROLES })
    .route({ method: 'POST', path: '/field/receipts', summary: '核对外业记录是否送达' })
    .input(z.object({ ids: z.array(z.uuid()).min(1).max(MOST_RECEIPTS) }))
    .output(z.object({ epoch, items: z.array(itemAnswer) })),

  /** Gives a refused or conflicting item up: it will not be sent again. */
  drop: operation({ name: 'field.drop', roles: FIELD_ROLES, writes: true })
    .route({ method: 'POST', path: '/field/items/{id}/drop', summary: '放弃未办成的外业记录' })
    .input(z.object({ requestId, id: z.uuid() }))
    .output(z.object({})),
};

/**
 * Photos come by tus 1.0 (creation, termination) at `/api/field/files`: `POST` with `Upload-Length` and `Upload-Metadata`, then
 * `PATCH` and `HEAD` of `/api/field/files/<id>`. Keys of the metadata, each value base64 as the protocol has it.
 */
export const FILES_PATH = '/api/field/files';
export const fileMetadata = z.object({
  /** Made by the phone; what `files` and the input of an item name. */
  id: z.uuid(),
  name: z.string().max(200).default('photo.jpg'),
  /** Of the whole file, in hex; a file that does not have it is refused once whole. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  item: z.uuid().optional(),
  capturedAt: instant.optional(),
  /** `yes`: the place in the picture's own data is kept. */
  position: z.enum(['yes', 'no']).default('no'),
});
