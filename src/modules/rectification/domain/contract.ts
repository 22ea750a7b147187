// Operations on problems beside those of their registers: how it goes by area, one problem, split and linked, and where else it is so.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { registerRow } from '../../../kernel/register/register-contract.ts';
import { FORMS, LEDGER_FORMS } from './forms.ts';
import { RECTIFICATION_SETTINGS } from './settings.ts';
import { counts, problemShown, queryShown } from './shapes.ts';
import { similarFilters, VERDICTS } from './similar.ts';
import { PROBLEM_SOURCES, type ProblemSource } from './sources.ts';
import { TERMS } from './terms.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const KEEPERS = ['county-officer', 'region-officer'] as const;
const number = z.string().trim().min(1).max(200).meta({ title: '问题编号' });
const queryId = z.coerce.number<number>().int().min(1);
const record = z.object({ countyCode: z.coerce.number<number>().int().min(150_000).max(159_999), id: int.min(1) });
const term = z.enum(TERMS);

export const rectificationContract = {
  overview: operation({ name: 'rectification.overview', roles: READERS })
    .route({ method: 'GET', path: '/rectification/overview', summary: '问题整改情况' })
    .input(z.object({ area: regionCode.optional(), term: term.optional(), late: z.stringbool().optional() }))
    .output(
      z.object({
        asOf: z.string(),
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        total: counts,
        rows: z.array(counts.extend({ code: int, name: z.string() })),
        terms: z.record(term, int),
        open: z.array(
          z.object({
            ...{ number: z.string(), regionName: z.string(), unit: z.string(), state: z.string() },
            ...{ rectifyBy: z.string(), term: term.optional(), dueOn: z.string().optional(), daysLate: int },
          }),
        ),
        cards: z.array(
          z.object({
            ...{ number: z.string(), regionName: z.string(), unit: z.string(), daysLate: int },
            ...{ colour: z.enum(['yellow', 'red']), reason: z.string() },
          }),
        ),
        settings: z.array(settingShown.extend({ value: int })),
      }),
    ),

  one: operation({ name: 'rectification.one', roles: READERS })
    .route({ method: 'GET', path: '/rectification/problems/{number}', summary: '一个问题' })
    .input(z.object({ number }))
    .output(problemShown),

  /** One sentence that holds several problems becomes several rows; the sentence itself is voided and stays linked. */
  split: operation({ name: 'rectification.split', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/rectification/split', summary: '拆分问题' })
    .input(
      z.object({
        ...{ requestId, number },
        parts: z
          .array(
            z.object({
              wording: z.string().trim().min(4).max(4000).meta({ title: '问题' }),
              regionCode: regionCode.meta({ title: '地区' }),
              unit: z.string().trim().min(2).max(200).meta({ title: '责任单位' }),
            }),
          )
          .min(2)
          .max(20),
      }),
    )
    .output(z.object({ numbers: z.array(z.string()) })),

  /** The same problem from another source: one fix, two closings. */
  link: operation({ name: 'rectification.link', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/rectification/link', summary: '关联另一来源的同一问题' })
    .input(z.object({ requestId, number, other: number.meta({ title: '另一来源的问题编号' }), ends: z.boolean() }))
    .output(z.object({})),

  proposeCard: operation({ name: 'rectification.propose-card', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/rectification/cards', summary: '提出红黄牌' })
    .input(z.object({ requestId, number }))
    .output(record),

  addQuery: operation({ name: 'rectification.add-query', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/rectification/queries', summary: '保存举一反三查询' })
    .input(
      similarFilters.extend({
        ...{ requestId, number, register: z.string().max(60) },
        title: z.string().trim().min(2).max(100).meta({ title: '查什么' }),
      }),
    )
    .output(z.object({ id: int })),

  queries: operation({ name: 'rectification.queries', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/rectification/queries', summary: '举一反三查询' })
    .input(z.object({ area: regionCode.optional(), watched: z.stringbool().optional(), number: number.optional() }))
    .output(z.array(queryShown)),

  runQuery: operation({ name: 'rectification.run-query', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/rectification/queries/{id}', summary: '举一反三查询结果' })
    .input(z.object({ id: queryId, area: regionCode.optional() }))
    .output(
      queryShown.extend({
        counties: z.array(z.object({ code: int, name: z.string(), found: int, decided: int })),
      }),
    ),

  queryRows: operation({ name: 'rectification.query-rows', roles: READERS })
    .route({ method: 'GET', path: '/rectification/queries/{id}/rows', summary: '举一反三查到的记录' })
    .input(
      z.object({
        ...{ id: queryId, area: regionCode.optional() },
        ...{
          cursor: z.string().max(400).optional(),
          limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        },
      }),
    )
    .output(
      z.object({
        items: z.array(
          registerRow.extend({
            ...{ name: z.string(), verdict: z.enum(VERDICTS).optional(), reason: z.string().optional() },
            problem: z.string().optional(),
          }),
        ),
        total: int.optional(),
        next: z.string().optional(),
      }),
    ),

  decide: operation({ name: 'rectification.decide', roles: OFFICERS, writes: true })
    .route({ method: 'POST', path: '/rectification/queries/{id}/decide', summary: '处理举一反三结果' })
    .input(
      z.object({
        ...{ requestId, id: queryId, records: z.array(record).min(1).max(50), verdict: z.enum(VERDICTS) },
        reason: z.string().trim().min(2).max(200).optional().meta({ title: '原因' }),
        unit: z.string().trim().min(2).max(200).optional().meta({ title: '责任单位' }),
        rectifyBy: day.optional().meta({ title: '整改时限' }),
      }),
    )
    .output(z.object({ problems: z.array(z.string()) })),

  /** The rule that was made of it is looked at from now on, or no more. */
  watch: operation({ name: 'rectification.watch', roles: KEEPERS, writes: true })
    .route({ method: 'POST', path: '/rectification/queries/{id}/watch', summary: '启用、停用长期核对规则' })
    .input(z.object({ requestId, id: queryId, watched: z.boolean() }))
    .output(z.object({})),

  /** Accounts of auditors with the batch that each is bound to. */
  inspectors: operation({ name: 'rectification.inspectors', roles: ['security-administrator'] })
    .route({ method: 'GET', path: '/rectification/inspectors', summary: '督查账号' })
    .input(z.object({}))
    .output(
      z.array(
        z.object({
          ...{ accountId: int, username: z.string(), name: z.string(), areaName: z.string() },
          ...{ source: z.string().optional(), documentNo: z.string().optional() },
        }),
      ),
    ),

  setInspector: operation({ name: 'rectification.set-inspector', roles: ['security-administrator'], writes: true })
    .route({ method: 'POST', path: '/rectification/inspectors', summary: '限定督查账号的批次' })
    .input(
      z.object({
        ...{ requestId, accountId: int.min(1) },
        /** Left out: bound to none, an auditor as others. */
        batch: z
          .object({
            source: z.enum(Object.keys(PROBLEM_SOURCES) as ProblemSource[]).meta({ title: '问题来源' }),
            documentNo: z.string().trim().min(2).max(200).meta({ title: '反馈文号' }),
          })
          .optional(),
      }),
    )
    .output(z.object({})),

  saveSetting: operation({ name: 'rectification.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/rectification/settings', summary: '设定问题整改期限' })
    .input(
      settingGiven(
        z.enum(RECTIFICATION_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};

const format = z.enum(TABLE_PAPER_FORMATS).default('html');
export const paperInput = z.object({ number, form: z.enum(FORMS), format });
export const ledgerInput = z.object({ area: regionCode.optional(), form: z.enum(LEDGER_FORMS), format });
