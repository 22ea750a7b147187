// What the phone and the office say to each other: what a day on the pasture needs, taken along in one pull, and what was done
// there, sent item by item.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { reasonText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, type Role, requestId } from '../../../kernel/operation.ts';
import { brokenItem, itemAnswer, pushItem, unsettledItem } from './items.ts';
import { phoneData } from './phone-data.ts';
import { FIELD_SETTINGS } from './settings.ts';

/** Who works with the phone: whoever has villages of their own. */
export const FIELD_ROLES = ['village-worker', 'township-officer'] as const satisfies readonly Role[];

/** Who looks after accounts. */
const WIPING = ['county-officer', 'administrator'] as const satisfies readonly Role[];
const SETTING = ['county-officer', 'region-officer', 'administrator'] as const satisfies readonly Role[];

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
        /** What the program that asks knows of; with another than it was given under, `since` says nothing. */
        shape: z.string().max(20).optional(),
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

  /** What an account's phones took along until now is taken off them when they are heard of again. */
  wipe: operation({ name: 'field.wipe', roles: WIPING, writes: true })
    .route({ method: 'POST', path: '/field/accounts/{accountId}/wipe', summary: '清除手机上的资料' })
    .input(z.object({ requestId, accountId: recordId, reason: reasonText.meta({ title: '原因' }) }))
    .output(z.object({ orderedAt: z.string() })),

  settings: operation({ name: 'field.settings', roles: SETTING })
    .route({ method: 'GET', path: '/field/settings', summary: '手机端要求' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.object({ asOf: z.string(), areaName: z.string(), settings: z.array(settingShown) })),

  saveSetting: operation({ name: 'field.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/field/settings', summary: '设定外业要求' })
    .input(
      settingGiven(
        z.enum(FIELD_SETTINGS.map(({ key }) => key)).meta({ title: '项目' }),
        z.number().int().min(1).max(10_000).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: z.number().int() })),
};

/**
 * Photos come by tus 1.0 (creation, termination): `POST` with `Upload-Length` and `Upload-Metadata`, then `PATCH` and `HEAD` of
 * `/api/field/files/<id>`. The metadata has `id` (a uuid the phone makes, which `files` and the input of an item name), `sha256` of
 * the whole file in hex, `name`, and where they are known `item` and `capturedAt`. A file that is not what `sha256` says is refused
 * once whole. Where a picture was taken is removed from it when a record takes it.
 */
export const FILES_PATH = '/field/files';
