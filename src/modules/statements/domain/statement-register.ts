// 发布稿. What a level tells the public: written by one, approved by another, and from then on kept as it was told.

import type { Role } from '../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, regionCode, text } from '../../../kernel/register/field.ts';
import type { States } from '../../../kernel/register/states.ts';

/** Regions, leagues and counties speak to the public. */
export const WRITERS = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
export const STATEMENT_READERS = [...WRITERS, 'auditor'] as const satisfies readonly Role[];

/** What each kind is made of stands in `kinds.ts`. */
export const STATEMENT_TITLES = { press: '发布稿', conference: '联席会议材料' } as const;
export type StatementKind = keyof typeof STATEMENT_TITLES;
export const STATEMENT_KINDS = Object.keys(STATEMENT_TITLES) as StatementKind[];

export const STATEMENT_STATES: States = {
  first: 'draft',
  names: { draft: '起草', submitted: '已送审', approved: '已审定' },
  reached: [
    ['approved', { filled: 'approvedOn' }],
    ['submitted', { filled: 'submittedOn' }],
  ],
  open: ['draft'],
  moves: {
    'send-back': {
      title: '退回修改',
      from: ['submitted'],
      to: 'draft',
      roles: WRITERS,
      clears: ['submittedOn'],
      explained: true,
    },
    approve: {
      title: '审定',
      from: ['submitted'],
      to: 'approved',
      roles: WRITERS,
      day: 'approvedOn',
      single: true,
      final: true,
    },
  },
};

export const statementRegister = defineRegister({
  code: 'statements',
  title: '发布稿台账',
  record: 'statement',
  slice: 'statements',
  table: 'statements',
  unit: '篇',
  place: 'region',
  key: ['number'],
  fields: {
    number: text('发布稿编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    kind: choice('类别', STATEMENT_TITLES, { required: true, list: true, filter: true }),
    title: text('发布稿名称', { required: true, list: true, find: true }),
    asOf: day('数据时点', { required: true, role: 'since', list: true, filter: true }),
    publishOn: day('发布日期', { required: true, list: true }),
    speakers: text('发布人', { list: true }),
    submittedOn: day('送审日期', { list: true }),
    approvedOn: day('审定日期', { list: true }),
  },
  checks: [{ check: 'order', earlier: 'asOf', later: 'publishOn' }],
  states: STATEMENT_STATES,
  comesFrom: '在“起草发布稿”或“联席会议材料”里起草。',
  roles: { read: STATEMENT_READERS, write: WRITERS, import: ['region-officer'], export: STATEMENT_READERS },
});

export type Statement = RowOf<typeof statementRegister>;
