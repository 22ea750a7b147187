// Operations on notices beside those of their register: made from rows of any register, what stands on one, where a row hung, and days.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { LEVEL_KEYS } from './words.ts';

const int = z.number().int();
const countyCode = z.coerce.number<number>().int().min(150_000).max(159_999);
export const rowKey = z.object({ countyCode, id: recordId });
const SETTERS = ['county-officer', 'region-officer'] as const;
/** `projects`, and `plan`: a register and one of its notices. */
const register = z.string().max(60);
const kind = z.string().max(60);

/** As many as one tick of a list holds. */
const MOST_AT_ONCE = 200;

export const paperInput = rowKey.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const noticesContract = {
  /** A notice from rows of a register, not yet hung out; the white list and the place follow from the definition. */
  draft: operation({ name: 'notices.draft', roles: ['village-worker', ...OFFICERS], writes: true })
    .route({ method: 'POST', path: '/notices', summary: '生成公告公示' })
    .input(
      z.object({
        ...{ requestId, register, kind },
        level: z.enum(LEVEL_KEYS).meta({ title: '公示级别' }),
        records: z.array(rowKey).min(1).max(MOST_AT_ONCE),
        basis: z.string().trim().max(2000).optional().meta({ title: '依据和说明' }),
      }),
    )
    .output(rowKey.extend({ number: z.string(), rows: int })),

  /** What stands on a notice: as it was hung out, or as it is while it is a draft. */
  rows: operation({ name: 'notices.rows', roles: READERS })
    .route({ method: 'GET', path: '/notices/{countyCode}/{id}/rows', summary: '公示内容' })
    .input(rowKey)
    .output(
      z.object({
        register,
        isFrozen: z.boolean(),
        columns: z.array(z.object({ title: z.string(), isNumber: z.boolean() })),
        rows: z.array(
          z.object({
            countyCode,
            id: int,
            cells: z.array(z.string()),
            /** The row was changed after it was hung out. */
            isChanged: z.boolean(),
          }),
        ),
      }),
    ),

  /** Notices that one row of a register stood on, the newest first. */
  ofRow: operation({ name: 'notices.of-row', roles: READERS })
    .route({ method: 'GET', path: '/notices/of-row', summary: '一条台账记录的公示' })
    .input(rowKey.extend({ register }))
    .output(
      z.array(
        rowKey.extend({
          number: z.string(),
          subject: z.string(),
          state: z.string(),
          postedOn: z.string().optional(),
          postedUntil: z.string().optional(),
        }),
      ),
    ),

  settings: operation({ name: 'notices.settings', roles: READERS })
    .route({ method: 'GET', path: '/notices/settings', summary: '公示天数' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.array(settingShown)),

  saveSetting: operation({ name: 'notices.save-setting', roles: SETTERS, writes: true })
    .route({ method: 'POST', path: '/notices/settings', summary: '设定公示天数' })
    .input(settingGiven(z.string().max(120).meta({ title: '公示事项' }), int.min(0).max(365).meta({ title: '天数' })))
    .output(z.object({ id: int })),
};
