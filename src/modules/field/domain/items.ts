// An item of the phone's outbox, and what the office answers to it.

import * as z from 'zod';
import { recordKey } from '../../../kernel/input.ts';

/** Files that one item waits for. */
const MOST_FILES = 20;

export const instant = z.iso.datetime({ offset: true });

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
  /** The refused or conflicting item that this one is the better version of: the office forgets that one. */
  replaces: z.uuid().optional(),
  /** Uploads the input names. The item is kept and done once the last of them has arrived. */
  files: z.array(z.uuid()).max(MOST_FILES).default([]),
  /** By the clock of the phone, which may be wrong; kept beside the time of arrival. */
  madeAt: instant,
});
export type PushItem = z.output<typeof pushItem>;

/** What is no item at all: it is refused by itself, and the others of the call are done. */
export const brokenItem = z.looseObject({ id: z.uuid() });

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

/** As it came, with what it was answered; `input` has what was typed. */
export const unsettledItem = z.object({ item: pushItem, answer: itemAnswer, arrivedAt: z.string() });
export type UnsettledItem = z.output<typeof unsettledItem>;
