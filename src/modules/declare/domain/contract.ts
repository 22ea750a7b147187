// A household's own declaration: operations for anybody without an account, and those by which officers see what came.

import * as z from 'zod';
import { countyCode, day, reasonText, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { readReceipt } from '../../../kernel/receipt.ts';
import { caseFile } from '../../cases/domain/schemas.ts';
import { clueItem, clueKey } from '../../clues/domain/schemas.ts';
import { bareDigits, HELPER_RELATIONS, isPhone, LONGEST_WORDS, MOST_PHOTOS, TROUBLES } from './words.ts';

const name = (title: string) => z.string().trim().min(2).max(30).meta({ title });
const phone = z
  .string()
  .max(30)
  .transform(bareDigits)
  .refine(isPhone, '不对，应为 11 位手机号码，或带区号的座机号码')
  .meta({ title: '电话号码' });

const village = z.object({ code: z.number().int(), name: z.string(), pathText: z.string() });

/** Who comes to the families of a village. */
const VISITORS_OF_VILLAGES = ['village-worker', 'township-officer'] as const satisfies readonly Role[];

const troubles = z.array(z.enum(TROUBLES)).min(1, '没有选择').max(TROUBLES.length).meta({ title: '遇到的困难' });
const words = z.string().trim().max(LONGEST_WORDS).default('').meta({ title: '情况说明' });
const photos = z.array(z.uuid()).max(MOST_PHOTOS).default([]).meta({ title: '照片' });

const declared = z.object({
  receipt: z.string(),
  villageName: z.string(),
  receivedOn: z.string(),
  /** Somebody comes by this day, and the answer is there by that one. */
  visitBy: z.string(),
  decisionBy: z.string(),
});

export const declareContract = {
  declareTicket: operation({ name: 'declare.ticket', roles: 'public' })
    .route({ method: 'GET', path: '/declare/ticket', summary: '开始自主申报' })
    .input(z.object({ requestId }))
    .output(z.object({ ticket: z.string(), waitSeconds: z.number().int() })),

  declareVillages: operation({ name: 'declare.villages', roles: 'public' })
    .route({ method: 'GET', path: '/declare/villages', summary: '自主申报查找嘎查村' })
    .input(
      z.object({
        code: regionCode.optional(),
        text: z.string().trim().max(40).default(''),
      }),
    )
    .output(z.array(village)),

  declare: operation({ name: 'declare.send', roles: 'public', writes: true, offline: true })
    .route({ method: 'POST', path: '/declare', summary: '农牧户自主申报' })
    .input(
      z.object({
        requestId,
        ticket: z.string().max(200),
        villageCode: regionCode.meta({ title: '嘎查村' }),
        name: name('姓名'),
        phone,
        helper: z
          .object({
            name: name('申报人姓名'),
            phone,
            relation: z.enum(HELPER_RELATIONS).meta({ title: '与这家人的关系' }),
          })
          .optional(),
        troubles,
        words,
        photos,
        /** Hidden on the page: people leave it empty, form-filling programs do not. */
        website: z.string().max(200).default(''),
      }),
    )
    .output(declared),

  /** What a family says to who sits at its table. They have the receipt before there is a network: the phone draws it. */
  declareFor: operation({ name: 'declare.for-household', roles: VISITORS_OF_VILLAGES, writes: true, offline: true })
    .route({ method: 'POST', path: '/declare/households', summary: '代农户自主申报' })
    .input(
      z.object({
        requestId,
        countyCode,
        householdId: recordId,
        declaredOn: day.meta({ title: '申报日期' }),
        phone,
        troubles,
        words,
        photos,
        receipt: z
          .string()
          .max(40)
          .refine((text) => readReceipt(text) !== undefined, '不对，应为 15 位')
          .meta({ title: '回执号' }),
      }),
    )
    .output(z.object({ id: z.number().int() })),

  declareStatus: operation({ name: 'declare.status', roles: 'public' })
    .route({ method: 'POST', path: '/declare/status', summary: '查询自主申报进度' })
    .input(
      z.object({
        receipt: z.string().max(40).meta({ title: '回执号' }),
        phoneTail: z
          .string()
          .max(30)
          .transform(bareDigits)
          .refine((digits) => /^\d{4}$/.test(digits), '应为 4 位数字')
          .meta({ title: '电话后 4 位' }),
      }),
    )
    .output(
      z.object({
        stage: z.number().int(),
        title: z.string(),
        text: z.string(),
        next: z.string(),
        villageName: z.string(),
        receivedOn: z.string(),
        since: z.string().optional(),
        by: z.string().optional(),
      }),
    ),

  clue: operation({ name: 'declare.clue', roles: READERS })
    .route({ method: 'GET', path: '/clues/{countyCode}/{id}', summary: '一条线索' })
    .input(clueKey)
    .output(
      clueItem.extend({
        dismissedReason: z.string(),
        troubles: z.array(z.enum(TROUBLES)),
        phone: z.string().optional(),
        helper: z.object({ name: z.string(), phone: z.string(), relation: z.enum(HELPER_RELATIONS) }).optional(),
        files: z.array(caseFile.omit({ seq: true })),
      }),
    ),

  /** The clear number is in the answer only: it is not kept for repeats, and each look is recorded. */
  unmaskClue: operation({
    name: 'declare.unmask-clue',
    roles: ['village-worker', ...OFFICERS],
    writes: true,
    quota: 'unmask',
  })
    .route({ method: 'POST', path: '/clues/{countyCode}/{id}/unmask', summary: '查看申报人电话' })
    .input(
      clueKey.extend({
        requestId,
        of: z.enum(['household', 'helper']),
        reason: reasonText.meta({ title: '查看原因' }),
      }),
    )
    .output(z.object({ value: z.string() })),
};
