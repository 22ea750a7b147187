// Operations on inquiries (部门协查): a county asks a department about the persons of households in comparison; the department
// answers on screen or by file; the county takes the answers into the cases.

import * as z from 'zod';
import { regionCode, shortId } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, type Role, requestId } from '../../../kernel/operation.ts';
import { reply } from './reply.ts';

const COUNTY = ['county-officer'] as const satisfies readonly Role[];
/** A department by itself, or the county with what came back on paper. */
export const ANSWERERS = ['data-officer', ...COUNTY] as const satisfies readonly Role[];
const READERS = [...ANSWERERS, 'region-officer', 'auditor'] as const satisfies readonly Role[];

export const MOST_ANSWERS = 300;
export const inquiryKey = z.object({ id: shortId });

const inquiry = z.object({
  id: z.number().int(),
  number: z.string(),
  department: z.string(),
  departmentTitle: z.string(),
  regionName: z.string(),
  accountName: z.string(),
  at: z.string(),
  /** The list was taken out as a file: it grows no more. */
  sentAt: z.string().optional(),
  households: z.number().int(),
  persons: z.number().int(),
  answered: z.number().int(),
  /** Persons without an answer whose household is still being compared. */
  waiting: z.number().int(),
});

const person = z.object({
  position: z.number().int(),
  name: z.string(),
  maskedId: z.string().optional(),
  villageName: z.string(),
  householdNumber: z.string(),
  headName: z.string(),
  /** The household is still being compared: the answer may be given, and changed. */
  isWaiting: z.boolean(),
  reply: reply.optional(),
  answeredBy: z.string().optional(),
  answeredAt: z.string().optional(),
});

const caseKey = z.object({ countyCode: z.number().int(), id: z.number().int() });

export const inquiriesContract = {
  list: operation({ name: 'inquiries.list', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/inquiries', summary: '部门协查单' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        department: z.string().max(32).optional(),
        /** Only those that somebody waits for. */
        state: z.enum(['waiting', 'answered']).optional(),
      }),
    )
    .output(pageOf(inquiry)),

  show: operation({ name: 'inquiries.show', roles: READERS })
    .route({ method: 'GET', path: '/inquiries/{id}', summary: '一张协查单' })
    .input(inquiryKey)
    .output(inquiry.extend({ hasRefused: z.boolean() })),

  persons: operation({ name: 'inquiries.persons', roles: READERS })
    .route({ method: 'GET', path: '/inquiries/{id}/persons', summary: '协查名单与回复' })
    .input(pageInput.extend({ id: shortId, state: z.enum(['waiting']).optional() }))
    .output(pageOf(person)),

  answer: operation({ name: 'inquiries.answer', roles: ANSWERERS, writes: true })
    .route({ method: 'POST', path: '/inquiries/{id}/answers', summary: '回复部门协查' })
    .input(
      inquiryKey.extend({
        requestId,
        positions: z.array(z.number().int().positive()).min(1, '请选择人员').max(MOST_ANSWERS),
        reply,
      }),
    )
    .output(z.object({ answered: z.number().int() })),

  answerFile: operation({ name: 'inquiries.answer-file', roles: ANSWERERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/inquiries/{id}/answer-file', summary: '上传协查回复文件' })
    .input(inquiryKey.extend({ requestId, fileId: z.uuid() }))
    .output(z.object({ answered: z.number().int(), refused: z.number().int(), empty: z.number().int() })),

  /** Households whose persons are all answered and whose case has no reply of this department yet. */
  recordable: operation({ name: 'inquiries.recordable', roles: COUNTY })
    .route({ method: 'GET', path: '/inquiries/{id}/recordable', summary: '可以记入个案的回复' })
    .input(inquiryKey)
    .output(
      z.array(
        caseKey.extend({ headName: z.string(), villageName: z.string(), hits: z.array(z.string()), note: z.string() }),
      ),
    ),

  record: operation({ name: 'inquiries.record', roles: COUNTY, writes: true })
    .route({ method: 'POST', path: '/inquiries/{id}/record', summary: '把协查回复记入个案' })
    .input(inquiryKey.extend({ requestId }))
    .output(
      z.object({
        done: z.array(caseKey.extend({ version: z.number().int() })),
        refused: z.array(caseKey.extend({ code: z.string(), reason: z.string() })),
      }),
    ),
};
