// Operations on warnings, screenings and rules.

import * as z from 'zod';
import { countyCode, day, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, ROLES, requestId } from '../../../kernel/operation.ts';
import { RESULTS, STATES } from './lifecycle.ts';
import { ROSTER_NEEDS } from './rule-definition.ts';
import { LEVELS } from './rules.ts';
import {
  condition,
  mapItem,
  ruleCode,
  ruleItem,
  screening,
  summary,
  warningDetail,
  warningItem,
  warningKey,
} from './schemas.ts';

const CHECKING = ['village-worker', ...OFFICERS] as const;
const SETTING = ['county-officer', 'region-officer'] as const;
const int = z.number().int();

export const warningFilter = z.object({
  area: regionCode.optional(),
  /** Day of the screening; the newest when left out. */
  asOf: day.optional(),
  rule: ruleCode.optional(),
  level: z.enum(LEVELS).optional(),
  state: z.enum([...STATES, 'checked']).optional(),
  /** Only open warnings have a deadline: late, due today, due from today to Sunday. */
  due: z.enum(['overdue', 'today', 'week']).optional(),
  monitored: z.enum(['yes', 'no']).optional(),
  assignee: z.enum(['me', 'nobody', 'somebody']).optional(),
  /** Found at or after this instant. */
  foundSince: z.iso.datetime({ offset: true }).optional(),
  sort: z.enum(['due', '-due', 'level', '-level']).optional(),
});
export type WarningFilter = z.output<typeof warningFilter>;

const note = z.string().trim().max(500);
const parameterChange = z.object({ key: z.string().max(60), value: z.number() });

export const warningsContract = {
  list: operation({ name: 'warnings.list', roles: READERS })
    .route({ method: 'GET', path: '/warnings', summary: '预警列表' })
    .input(warningFilter.extend(pageInput.shape))
    .output(pageOf(warningItem)),

  get: operation({ name: 'warnings.get', roles: READERS })
    .route({ method: 'GET', path: '/warnings/{countyCode}/{id}', summary: '预警及其依据' })
    .input(warningKey)
    .output(warningDetail),

  /** Warnings of one household, newest screening first. */
  ofHousehold: operation({ name: 'warnings.of-household', roles: READERS })
    .route({ method: 'GET', path: '/warnings/households/{countyCode}/{householdId}', summary: '一户的历次预警' })
    .input(z.object({ countyCode, householdId: recordId }))
    .output(z.array(warningItem.extend({ active: z.boolean() }))),

  /** `since`: the sign-in before this one, for what is new. */
  summary: operation({ name: 'warnings.summary', roles: READERS })
    .route({ method: 'GET', path: '/warnings/summary', summary: '待办数' })
    .input(z.object({ area: regionCode.optional(), since: z.iso.datetime({ offset: true }).optional() }))
    .output(summary),

  /** Counties of a league or of the whole region, townships of a county, villages of a township. */
  map: operation({ name: 'warnings.map', roles: READERS })
    .route({ method: 'GET', path: '/warnings/map', summary: '分区域的预警数与户数' })
    .input(z.object({ area: regionCode, by: z.enum(['children', 'counties']).default('children') }))
    .output(z.object({ asOf: z.string().optional(), items: z.array(mapItem) })),

  assignees: operation({ name: 'warnings.assignees', roles: OFFICERS })
    .route({ method: 'GET', path: '/warnings/assignees', summary: '可以指派的人' })
    .input(z.object({ villageCode: regionCode.optional(), text: z.string().trim().max(40).optional() }))
    .output(z.array(z.object({ id: int, name: z.string(), role: z.enum(ROLES), areaName: z.string() }))),

  assign: operation({ name: 'warnings.assign', roles: OFFICERS, writes: true })
    .route({ method: 'POST', path: '/warnings/assign', summary: '指派核实人' })
    .input(
      z.object({
        requestId,
        warnings: z.array(warningKey).min(1).max(500),
        assigneeId: recordId,
        /** The deadline stays as it is when left out. */
        dueOn: day.optional(),
      }),
    )
    .output(z.object({ assigned: int })),

  check: operation({ name: 'warnings.check', roles: CHECKING, writes: true, offline: true })
    .route({ method: 'POST', path: '/warnings/{countyCode}/{id}/check', summary: '填写核实结果' })
    .input(
      warningKey
        .extend({
          requestId,
          result: z.enum(RESULTS),
          note: note.meta({ title: '核实情况' }),
          /** Ids of uploaded files. */
          photos: z.array(z.uuid()).max(9).default([]),
        })
        .refine(({ result, note: text }) => result !== 'no-risk' || text.length >= 4, {
          path: ['note'],
          message: '须写明无风险的理由，至少 4 个字',
        })
        .refine(({ result, note: text }) => result !== 'handled-by-department' || text.length >= 2, {
          path: ['note'],
          message: '须写明由哪个部门处理',
        }),
    )
    .output(z.object({})),

  reopen: operation({ name: 'warnings.reopen', roles: CHECKING, writes: true })
    .route({ method: 'POST', path: '/warnings/{countyCode}/{id}/reopen', summary: '撤销核实结果' })
    .input(warningKey.extend({ requestId, reason: z.string().trim().min(4).max(200).meta({ title: '撤销原因' }) }))
    .output(z.object({})),

  screenings: operation({ name: 'warnings.screenings', roles: READERS, poll: true })
    .route({ method: 'GET', path: '/screenings', summary: '历次筛查' })
    .output(z.array(screening)),

  startScreening: operation({ name: 'warnings.start-screening', roles: SETTING, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/screenings', summary: '开始筛查' })
    .input(z.object({ requestId, asOf: day }))
    .output(z.object({ asOf: z.string() })),

  /** The caller's own; the run before it stands again. */
  undoScreening: operation({ name: 'warnings.undo-screening', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/screenings/{asOf}/undo', summary: '撤销筛查' })
    .input(z.object({ requestId, asOf: day, reason: z.string().trim().min(4).max(200).meta({ title: '撤销原因' }) }))
    .output(z.object({ asOf: z.string() })),

  rules: operation({ name: 'warnings.rules', roles: READERS })
    .route({ method: 'GET', path: '/rules', summary: '预警规则' })
    .output(z.array(ruleItem)),

  ruleVersions: operation({ name: 'warnings.rule-versions', roles: READERS })
    .route({ method: 'GET', path: '/rules/{code}', summary: '一条规则的历次版本' })
    .input(z.object({ code: ruleCode }))
    .output(z.array(ruleItem.omit({ households: true }))),

  /** A new version; `version` is the one it was made from. */
  saveRule: operation({ name: 'warnings.save-rule', roles: ['region-officer'], writes: true })
    .route({ method: 'POST', path: '/rules/{code}', summary: '修改规则' })
    .input(
      z.object({
        requestId,
        code: ruleCode,
        version: int.min(0),
        name: z.string().trim().min(1).max(20),
        text: z.string().trim().min(4).max(300),
        enabled: z.boolean(),
        needs: z.enum(ROSTER_NEEDS).optional(),
        condition,
      }),
    )
    .output(z.object({ version: int })),

  /** What other thresholds would change, against the newest screening. Nothing is kept. */
  whatIf: operation({ name: 'warnings.what-if', roles: READERS, heavy: true, quota: 'what-if' })
    .route({ method: 'POST', path: '/parameters/what-if', summary: '试算参数' })
    .input(z.object({ regionCode, changes: z.array(parameterChange).min(1).max(10) }))
    .output(
      z.object({
        asOf: z.string(),
        counties: z.array(z.object({ code: int, name: z.string(), before: int, after: int, gained: int, lost: int })),
      }),
    ),

  /** Of the warnings checked in the last twelve months, how many held, per rule. */
  backTest: operation({ name: 'warnings.back-test', roles: READERS })
    .route({ method: 'GET', path: '/rules/back-test', summary: '规则回测' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          checked: int,
          confirmed: int,
          results: z.record(z.enum(RESULTS), int),
        }),
      ),
    ),
};
