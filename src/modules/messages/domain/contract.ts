// Operations on messages, on reminders, and on the door to gateways for SMS and government chat.

import * as z from 'zod';
import { countyCode, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, ROLES, requestId } from '../../../kernel/operation.ts';
import { caseKey } from '../../cases/domain/schemas.ts';
import { TURNS } from '../../process/domain/steps.ts';
import { MESSAGE_KINDS, MODES } from './kinds.ts';
import { REMINDER_KINDS, REMINDERS_OF } from './reminders.ts';

const int = z.number().int();
const kind = z.enum(MESSAGE_KINDS);

const message = z.object({
  id: int,
  kind,
  count: int,
  facts: z.record(z.string(), z.unknown()),
  path: z.string(),
  at: z.string(),
  read: z.boolean(),
  headName: z.string().optional(),
  villageName: z.string().optional(),
});

const reminder = z.object({
  countyCode: int,
  id: int,
  caseId: int,
  kind: z.enum(REMINDER_KINDS),
  turn: z.enum(TURNS),
  note: z.string(),
  byName: z.string(),
  at: z.string(),
  reply: z.string().optional(),
  repliedBy: z.string().optional(),
  repliedAt: z.string().optional(),
  headName: z.string(),
  villageName: z.string(),
  townshipName: z.string(),
  countyName: z.string(),
  /** Whether this account's level answers it. */
  mine: z.boolean(),
});

/** How many cases at once: a page of the list, or the late ones of an area. */
export const MOST_REMINDED = 500;

const note = z.string().trim().max(300).default('').meta({ title: '要求' });
const reminderKind = z.enum(REMINDER_KINDS);

const lateArea = z.object({
  code: int,
  name: z.string(),
  late: int,
  oldestDays: int,
  /** Late cases whose reminder nobody has answered yet. */
  reminded: int,
});

export const messagesContract = {
  /** Asked by the bell, again and again. */
  unread: operation({ name: 'messages.unread', roles: ROLES, poll: true })
    .route({ method: 'GET', path: '/messages/unread', summary: '未读消息数' })
    .output(z.object({ count: int })),

  list: operation({ name: 'messages.list', roles: ROLES })
    .route({ method: 'GET', path: '/messages', summary: '消息' })
    .input(pageInput.extend({ kind: kind.optional(), state: z.enum(['unread', 'read']).optional() }))
    .output(pageOf(message)),

  markRead: operation({ name: 'messages.mark-read', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/messages/read', summary: '标记消息为已读' })
    /** Without ids: all. */
    .input(z.object({ requestId, ids: z.array(recordId).min(1).max(200).optional() }))
    .output(z.object({ count: int })),

  settings: operation({ name: 'messages.settings', roles: ROLES })
    .route({ method: 'GET', path: '/messages/settings', summary: '消息设置' })
    .output(z.partialRecord(kind, z.enum(MODES))),

  saveSettings: operation({ name: 'messages.save-settings', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/messages/settings', summary: '修改消息设置' })
    .input(z.object({ requestId, modes: z.partialRecord(kind, z.enum(MODES)) }))
    .output(z.object({})),

  reminders: operation({ name: 'messages.reminders', roles: READERS })
    .route({ method: 'GET', path: '/reminders', summary: '督办列表' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        side: z.enum(['to-answer', 'given', 'all']).default('all'),
        state: z.enum(['open', 'answered']).optional(),
      }),
    )
    .output(pageOf(reminder)),

  remindersOfCase: operation({ name: 'messages.reminders-of-case', roles: READERS })
    .route({ method: 'GET', path: '/reminders/cases/{countyCode}/{id}', summary: '一个个案的督办' })
    .input(caseKey)
    .output(z.array(reminder)),

  /** What is late below the own level, by the regions below the area. */
  lateByArea: operation({ name: 'messages.late-by-area', roles: REMINDERS_OF })
    .route({ method: 'GET', path: '/reminders/late', summary: '下级逾期' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.array(lateArea)),

  remind: operation({ name: 'messages.remind', roles: REMINDERS_OF, writes: true })
    .route({ method: 'POST', path: '/reminders', summary: '催办、督办' })
    .input(
      z.object({
        requestId,
        kind: reminderKind,
        note,
        cases: z
          .array(z.object({ countyCode, id: recordId }))
          .min(1)
          .max(MOST_REMINDED),
      }),
    )
    .output(z.object({ count: int })),

  /** All late cases of an area whose turn is below the own level. */
  remindArea: operation({ name: 'messages.remind-area', roles: REMINDERS_OF, writes: true })
    .route({ method: 'POST', path: '/reminders/area', summary: '催办一个区域的逾期事项' })
    .input(z.object({ requestId, kind: reminderKind, note, area: regionCode }))
    .output(z.object({ count: int })),

  answer: operation({
    name: 'messages.answer',
    roles: ['village-worker', 'township-officer', 'county-officer'],
    writes: true,
  })
    .route({ method: 'POST', path: '/reminders/{countyCode}/{id}/answer', summary: '答复督办' })
    .input(
      caseKey.extend({
        requestId,
        reply: z.string().trim().min(2, '请填写办理情况').max(500).meta({ title: '办理情况' }),
      }),
    )
    .output(z.object({})),

  door: operation({ name: 'messages.door', roles: ['administrator'] })
    .route({ method: 'GET', path: '/messages/door', summary: '消息外发接口' })
    .output(
      z.object({
        door: z
          .object({
            url: z.string(),
            kinds: z.array(kind),
            enabled: z.boolean(),
            changedBy: z.string(),
            changedAt: z.string(),
          })
          .optional(),
        waiting: int,
        sent: int,
        givenUp: int,
        failures: z.array(
          z.object({ kind, tries: int, problem: z.string(), at: z.string(), nextAt: z.string().optional() }),
        ),
      }),
    ),

  saveDoor: operation({ name: 'messages.save-door', roles: ['administrator'], writes: true })
    .route({ method: 'POST', path: '/messages/door', summary: '设置消息外发接口' })
    .input(
      z.object({
        requestId,
        url: z.url({ protocol: /^https?$/, error: '地址须以 http:// 或 https:// 开头' }).max(500),
        /** Left out: the one that stands stays. */
        secret: z.string().min(16, '签名密钥至少 16 位').max(200).optional(),
        kinds: z.array(kind).max(MESSAGE_KINDS.length),
        enabled: z.boolean(),
      }),
    )
    .output(z.object({})),

  testDoor: operation({ name: 'messages.test-door', roles: ['administrator'], writes: true })
    .route({ method: 'POST', path: '/messages/door/test', summary: '测试消息外发接口' })
    .input(z.object({ requestId }))
    .output(z.object({ ok: z.boolean(), problem: z.string().optional() })),
};
