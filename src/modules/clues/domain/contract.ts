// Operations on clues. That a case is made of them is an operation of cases.

import * as z from 'zod';
import { countyCode, day, recordId } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { clueFilter } from './clue-filter.ts';
import { clueItem, clueKey } from './schemas.ts';
import { CHANNELS } from './words.ts';

/** Who hears of households: each inside the own area. */
const OFFICES = ['village-worker', 'township-officer', 'county-officer'] as const satisfies readonly Role[];

export const cluesContract = {
  clues: operation({ name: 'clues.list', roles: READERS })
    .route({ method: 'GET', path: '/clues', summary: '线索列表' })
    .input(clueFilter.extend(pageInput.shape))
    .output(pageOf(clueItem)),

  clueRecord: operation({ name: 'clues.get', roles: READERS })
    .route({ method: 'GET', path: '/clues/{countyCode}/{id}/record', summary: '一条线索的记录' })
    .input(clueKey)
    .output(
      clueItem.extend({
        /** What stood there before it was corrected, the newest first. */
        earlier: z.array(z.object({ text: z.string(), at: z.string(), by: z.string(), reason: z.string() })),
      }),
    ),

  correctClue: operation({ name: 'clues.correct', roles: OFFICES, writes: true })
    .route({ method: 'POST', path: '/clues/{countyCode}/{id}/correct', summary: '更正线索内容' })
    .input(
      clueKey.extend({
        requestId,
        /** What was read when it was corrected. */
        was: z.string().max(2000),
        text: z.string().trim().min(4, '请填写线索内容，至少 4 个字').max(1000).meta({ title: '线索内容' }),
        reason: z.string().trim().min(2, '请填写更正原因').max(200).meta({ title: '更正原因' }),
      }),
    )
    .output(z.object({})),

  addClue: operation({ name: 'clues.add', roles: OFFICES, writes: true, offline: true })
    .route({ method: 'POST', path: '/clues', summary: '登记线索' })
    .input(
      z.object({
        requestId,
        channel: z.enum(CHANNELS),
        countyCode,
        householdId: recordId,
        receivedOn: day.meta({ title: '发现日期' }),
        text: z.string().trim().min(4, '请填写线索内容，至少 4 个字').max(1000).meta({ title: '线索内容' }),
      }),
    )
    .output(z.object({ id: z.number().int() })),

  dismissClue: operation({ name: 'clues.dismiss', roles: OFFICES, writes: true })
    .route({ method: 'POST', path: '/clues/{countyCode}/{id}/dismiss', summary: '线索不立案' })
    .input(
      clueKey.extend({
        requestId,
        reason: z.string().trim().min(4, '请填写原因，至少 4 个字').max(300).meta({ title: '不立案的原因' }),
      }),
    )
    .output(z.object({})),
};
