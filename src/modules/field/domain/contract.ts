// What the phone and the office say to each other: what a day on the pasture needs, taken along in one pull, and what was done
// there, sent item by item.

import * as z from 'zod';
import { recordKey, regionCode } from '../../../kernel/input.ts';
import { operation, type Role } from '../../../kernel/operation.ts';
import { phoneData } from './phone-data.ts';

/** Who works with the phone: whoever has villages of their own. */
export const FIELD_ROLES = ['village-worker', 'township-officer'] as const satisfies readonly Role[];

/** Items of one call, and of one question for receipts. A phone with more of them calls again, so that others get their turn. */
export const MOST_ITEMS = 50;
export const MOST_RECEIPTS = 500;
/** Files that one item waits for. */
const MOST_FILES = 20;

const instant = z.iso.datetime({ offset: true });

/**
 * Something that was done on the phone: the input of an operation that may wait (`offline` of its contract; so are `add` and
 * `change` of the registers that say so), without its `requestId`, which is the item's id.
 */
export const pushItem = z.object({
  id: z.uuid(),
  /** Counts up on the phone. Items of one household are done in this order. */
  seq: z.number().int().min(1),
  /** Whose it is; of a household come all items one after the other, items without one each for itself. */
  household: recordKey.optional(),
  operation: z.string().max(80),
  input: z.record(z.string(), z.unknown()),
  /**
   * An earlier item that this one builds on: what that one answered (`id`, `countyCode`, `version`) fills the same names of the
   * input. A row that was added and its photos, two changes of one row, two actions of one case.
   */
  after: z.uuid().optional(),
  /** Uploads the input names. The item is kept and done once the last of them has arrived. */
  files: z.array(z.uuid()).max(MOST_FILES).default([]),
  /** By the clock of the phone, which may be wrong; kept beside the time of arrival. */
  madeAt: instant,
});
export type PushItem = z.output<typeof pushItem>;

/** The office keeps the item and it is done; `number` is what the phone shows as its receipt. */
const receipt = z.object({ number: z.string(), at: z.string() });

/** One field that both sides changed; values as registers show them, null where empty. */
const clash = z.object({
  field: z.string(),
  title: z.string(),
  base: z.unknown(),
  mine: z.unknown(),
  theirs: z.unknown(),
});
export type Clash = z.output<typeof clash>;

export const ITEM_STATES = ['stored', 'waiting', 'refused', 'conflict', 'parked'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/**
 * What became of an item.
 * - `stored`: done, with its receipt; `result` is what the operation answered.
 * - `waiting`: kept in the office, done as soon as the files in `missing` have arrived; nothing more to send but these.
 * - `refused`: nothing was done, `problem` says why. Edited it goes again under a new id.
 * - `conflict`: nothing was done; `clashes` has the fields both changed, `server` the row as it stands with its version. Settled it
 *   goes again under a new id with that version.
 * - `parked`: not looked at, because an earlier item of the household is not stored, or the one it builds on. It goes again as it is.
 */
export const itemAnswer = z.object({
  id: z.uuid(),
  state: z.enum(ITEM_STATES),
  receipt: receipt.optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  missing: z.array(z.uuid()).optional(),
  problem: z
    .object({
      code: z.string(),
      message: z.string(),
      /** Of the input, where one field is at fault. */
      field: z.string().optional(),
      /** Nothing is wrong with the item: it goes again by itself after a while. */
      again: z.boolean().optional(),
    })
    .optional(),
  clashes: z.array(clash).optional(),
  server: z
    .object({ version: z.string(), values: z.record(z.string(), z.unknown()), by: z.string(), at: z.string() })
    .optional(),
  /** Fields that somebody else changed meanwhile and that stand beside what this item changed. */
  merged: z.array(z.string()).optional(),
});
export type ItemAnswer = z.output<typeof itemAnswer>;

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
    .output(phoneData.extend({ epoch, token: z.string() })),

  /** Each item in a transaction of its own; a repeat answers what was answered. */
  push: operation({ name: 'field.push', roles: FIELD_ROLES, writes: true, offline: true })
    .route({ method: 'POST', path: '/field/push', summary: '上传外业记录' })
    .input(z.object({ items: z.array(pushItem).min(1).max(MOST_ITEMS) }))
    .output(z.object({ epoch, items: z.array(itemAnswer) })),

  /** What the office knows of these items; those it does not know are left out. */
  receipts: operation({ name: 'field.receipts', roles: FIELD_ROLES })
    .route({ method: 'POST', path: '/field/receipts', summary: '核对外业记录是否送达' })
    .input(z.object({ ids: z.array(z.uuid()).min(1).max(MOST_RECEIPTS) }))
    .output(z.object({ epoch, items: z.array(itemAnswer) })),
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
