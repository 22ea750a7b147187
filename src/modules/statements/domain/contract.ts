// Operations on statements beside those of their register: begun, written, looked at with the figures of a day, confirmed, submitted.

import * as z from 'zod';
import { day, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { STATUSES } from '../../figures/domain/answer.ts';
import { appendixShape } from './appendix.ts';
import { STATEMENT_KINDS, STATEMENT_READERS, STATEMENT_STATES, WRITERS } from './statement-register.ts';

const int = z.number().int();
const key = z.object({ countyCode: z.coerce.number<number>().int().min(150_000).max(159_999), id: recordId });

const MOST_TEXT = 60_000;
const body = z.string().trim().min(1, '请填写正文').max(MOST_TEXT, '正文过长，请分成几篇').meta({ title: '正文' });
const allowed = z.array(z.string().trim().min(1).max(40)).max(100).meta({ title: '固定提法' });

const value = z.object({ status: z.enum(STATUSES), value: z.string(), shown: z.string() });
const told = value.extend({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  op: z.enum(['=', '≥', '>']),
  digits: int,
  definition: z.string(),
  settings: z.array(z.object({ label: z.string(), value: z.string().nullable() })),
  before: value.optional(),
});
const place = z.object({ code: int, name: z.string(), level: z.enum(LEVELS) });
const states = Object.keys(STATEMENT_STATES.names) as [string, ...string[]];

export const statementPaperInput = key.extend({
  format: z.enum(TABLE_PAPER_FORMATS).default('html'),
  /** Whether the answers to likely questions are printed, too. */
  answers: z.enum(['yes', 'no']).default('yes'),
});

export const statementsContract = {
  draft: operation({ name: 'statements.draft', roles: WRITERS, writes: true })
    .route({ method: 'POST', path: '/statements', summary: '起草发布稿' })
    .input(
      z.object({
        requestId,
        kind: z.enum(STATEMENT_KINDS).default('press').meta({ title: '类别' }),
        area: regionCode.meta({ title: '地区' }),
        title: z.string().trim().min(2, '请填写名称').max(100).meta({ title: '发布稿名称' }),
        asOf: day.meta({ title: '数据时点' }),
        publishOn: day.meta({ title: '发布日期' }),
        /** Left out: the newest approved one of the area, else the one that comes with the program. */
        fresh: z.boolean().default(false).meta({ title: '用默认正文' }),
      }),
    )
    .output(key.extend({ number: z.string() })),

  show: operation({ name: 'statements.show', roles: STATEMENT_READERS })
    .route({ method: 'GET', path: '/statements/{countyCode}/{id}', summary: '一篇发布稿' })
    .input(key)
    .output(
      key.extend({
        kind: z.enum(STATEMENT_KINDS),
        number: z.string(),
        title: z.string(),
        asOf: z.string(),
        publishOn: z.string(),
        place,
        state: z.enum(states),
        body: z.string(),
        allowed: z.array(z.string()),
        version: int,
        savedBy: z.string(),
        savedAt: z.string(),
        confirmed: z.array(z.object({ claim: z.string(), by: z.string(), at: z.string() })),
        /** The values it was submitted with. */
        frozen: z
          .object({ knownAt: z.string(), by: z.string(), figures: z.array(told), appendix: appendixShape.optional() })
          .optional(),
      }),
    ),

  figures: operation({ name: 'statements.figures', roles: STATEMENT_READERS, heavy: true })
    .route({ method: 'GET', path: '/statements/{countyCode}/{id}/figures', summary: '发布稿的数' })
    .input(key.extend({ day: day.optional().meta({ title: '时点' }) }))
    .output(z.object({ asOf: z.string(), figures: z.array(told) })),

  /** The tables behind the text of a joint-conference pack, by what is known now. */
  appendix: operation({ name: 'statements.appendix', roles: STATEMENT_READERS, heavy: true })
    .route({ method: 'GET', path: '/statements/{countyCode}/{id}/appendix', summary: '联席会议材料的附表' })
    .input(key)
    .output(appendixShape),

  save: operation({ name: 'statements.save', roles: WRITERS, writes: true })
    .route({ method: 'POST', path: '/statements/{countyCode}/{id}/text', summary: '保存发布稿正文' })
    .input(key.extend({ requestId, version: int, body, allowed }))
    .output(z.object({ version: int })),

  confirm: operation({ name: 'statements.confirm', roles: WRITERS, writes: true, heavy: true })
    .route({ method: 'POST', path: '/statements/{countyCode}/{id}/claims', summary: '确认发布稿的断言' })
    .input(key.extend({ requestId, claim: z.string().min(1).max(200).meta({ title: '断言' }), confirmed: z.boolean() }))
    .output(z.object({})),

  submit: operation({ name: 'statements.submit', roles: WRITERS, writes: true, heavy: true })
    .route({ method: 'POST', path: '/statements/{countyCode}/{id}/submit', summary: '发布稿送审' })
    .input(key.extend({ requestId, version: int }))
    .output(z.object({ figures: int })),
};
