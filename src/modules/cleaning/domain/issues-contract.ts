// Operations on issues, from being found to being proven closed.

import * as z from 'zod';
import { filterText, keysOf, recordId, recordKey, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { SEVERITIES } from './rule-definition.ts';
import { BASES, LOOKS, OUTCOMES, STAGES } from './words.ts';

const int = z.number().int();
/** Who knows the household, and who looks after them. */
export const ANSWERING = ['village-worker', 'township-officer', 'county-officer'] as const satisfies readonly Role[];
export const SIGNING = ['township-officer', 'county-officer'] as const satisfies readonly Role[];

const MOST_KEYS = 500;
const keys = z.array(recordKey).min(1, '请选择疑点').max(MOST_KEYS, `一次最多 ${MOST_KEYS} 条`);
const explanation = z.string().trim().min(5, '请写明情况，至少 5 个字').max(300).meta({ title: '说明' });

/** What narrows the list; the file takes the same. */
export const issueFilters = z.object({
  area: regionCode.optional(),
  look: z.enum(keysOf(LOOKS)).default('open'),
  rule: filterText.optional(),
  severity: z.enum(keysOf(SEVERITIES)).optional(),
  mine: z
    .union([z.boolean(), z.enum(['true', 'false'])])
    .transform((value) => value === true || value === 'true')
    .optional(),
  text: filterText.optional(),
});

export const issueLine = z.object({
  countyCode: int,
  id: int,
  code: z.string(),
  rule: z.string().optional(),
  title: z.string(),
  severity: z.enum(keysOf(SEVERITIES)).optional(),
  stage: z.enum(keysOf(STAGES)),
  value: z.string().optional(),
  /** Of a member, which a correction changes. */
  field: z.string().optional(),
  householdId: int.optional(),
  number: z.string().optional(),
  headName: z.string().optional(),
  personId: int.optional(),
  personName: z.string().optional(),
  townshipName: z.string(),
  villageName: z.string(),
  foundOn: z.string(),
  dueOn: z.string().optional(),
  overdue: z.boolean(),
  assignedName: z.string().optional(),
  outcome: z.enum(keysOf(OUTCOMES)).optional(),
  basis: z.enum(keysOf(BASES)).optional(),
  explanation: z.string().optional(),
  answeredOn: z.string().optional(),
  answeredBy: z.string().optional(),
  signedOn: z.string().optional(),
  signedBy: z.string().optional(),
  explainedUntil: z.string().optional(),
  returned: z.string().optional(),
  reopened: int,
});

export const issuesContract = {
  issues: operation({ name: 'cleaning.issues', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/issues', summary: '疑点清单' })
    .input(pageInput.extend(issueFilters.shape))
    .output(pageOf(issueLine)),

  people: operation({ name: 'cleaning.people', roles: SIGNING })
    .route({ method: 'GET', path: '/cleaning/people', summary: '可分派疑点的人' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.array(z.object({ accountId: int, name: z.string(), areaName: z.string() }))),

  assign: operation({ name: 'cleaning.assign', roles: SIGNING, writes: true })
    .route({ method: 'POST', path: '/cleaning/issues/assign', summary: '分派疑点' })
    .input(
      z.object({
        requestId,
        accountId: recordId,
        /** Those picked, or all open ones of the area that nobody has. */
        keys: keys.optional(),
        area: regionCode.optional(),
        rule: filterText.optional(),
      }),
    )
    .output(z.object({ assigned: int })),

  answer: operation({ name: 'cleaning.answer', roles: ANSWERING, writes: true, offline: true })
    .route({ method: 'POST', path: '/cleaning/issues/answer', summary: '登记疑点处理结论' })
    .input(
      z.object({
        requestId,
        keys,
        outcome: z.enum(['verified-ok', 'corrected', 'exempted', 'not-ours']).meta({ title: '处理结论' }),
        basis: z.enum(keysOf(BASES)).meta({ title: '依据' }),
        explanation,
        /** What the field of the rule is set to, with 已改 of one issue; empty text is an empty field. */
        value: z.string().trim().max(40).optional().meta({ title: '更正为' }),
      }),
    )
    .output(z.object({ answered: int })),

  importAnswers: operation({ name: 'cleaning.import-answers', roles: ANSWERING, writes: true })
    .route({ method: 'POST', path: '/cleaning/issues/import', summary: '导入疑点处理结论' })
    .input(z.object({ requestId, fileId: z.uuid() }))
    .output(z.object({ answered: int, refused: z.array(z.object({ line: int, problem: z.string() })) })),

  sign: operation({ name: 'cleaning.sign', roles: SIGNING, writes: true })
    .route({ method: 'POST', path: '/cleaning/issues/sign', summary: '签认疑点结论' })
    .input(z.object({ requestId, keys }))
    .output(z.object({ signed: int })),

  return: operation({ name: 'cleaning.return', roles: SIGNING, writes: true })
    .route({ method: 'POST', path: '/cleaning/issues/return', summary: '退回疑点结论' })
    .input(z.object({ requestId, keys, reason: explanation }))
    .output(z.object({ returned: int })),
};
