// Operations of help: the measures of a household's plan, visits, and what is missing.

import * as z from 'zod';
import { countyCode, day, filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { caseKey, caseOfHousehold } from '../../cases/domain/schemas.ts';
import { DANGERS } from '../../process/domain/words.ts';
import { GAP_KINDS } from './gaps.ts';
import { DEMANDS, MEASURE_CLASSES, MEASURE_STATES } from './measures.ts';
import { VISIT_DUES } from './visit-dues.ts';

export { VISIT_DUES } from './visit-dues.ts';

const HELPERS = ['village-worker', 'township-officer'] as const satisfies readonly Role[];

const int = z.number().int();
const text = (title: string, most: number) => z.string().trim().max(most).meta({ title });
const files = z.array(z.uuid()).max(9).default([]).meta({ title: '照片' });
const reason = z.string().trim().min(4, '请填写原因，至少 4 个字').max(300).meta({ title: '取消原因' });

const planned = z
  .object({
    class: z.enum(MEASURE_CLASSES).meta({ title: '措施类别' }),
    answers: z.enum(DEMANDS).optional().meta({ title: '针对的风险' }),
    content: z.string().trim().min(2, '请填写帮扶内容').max(500).meta({ title: '帮扶内容' }),
    unit: z.string().trim().min(1, '请填写责任单位').max(60).meta({ title: '责任单位' }),
    person: text('责任人', 40).default(''),
    plannedFrom: day.meta({ title: '开始日期' }),
    dueOn: day.meta({ title: '完成期限' }),
    moneyFen: int.min(0).max(1_000_000_000_00).default(0).meta({ title: '资金' }),
    policy: text('依据的政策', 60).default(''),
  })
  .refine(({ plannedFrom, dueOn }) => plannedFrom <= dueOn, { path: ['dueOn'], message: '完成期限早于开始日期' });
export type PlannedMeasure = z.output<typeof planned>;

const measureKey = caseKey.extend({ measureId: recordId });

const file = z.object({ id: z.string(), name: z.string() });

const former = z.object({ content: z.string(), by: z.string(), at: z.string() });

const measureItem = z.object({
  id: int,
  class: z.enum(MEASURE_CLASSES),
  answers: z.enum(DEMANDS).optional(),
  content: z.string(),
  unit: z.string(),
  person: z.string(),
  plannedFrom: z.string(),
  dueOn: z.string(),
  moneyFen: int,
  state: z.enum(MEASURE_STATES),
  version: int,
  /** Of an open measure: days to its last day. */
  daysLeft: int.optional(),
  result: z.string().optional(),
  resultOn: z.string().optional(),
  cancelledFor: z.string().optional(),
  policy: z.string(),
  files: z.array(file),
  /** What stood there before it was changed, oldest first. */
  former: z.array(former),
  accountName: z.string(),
  at: z.string(),
});

const gap = z.object({ kind: z.enum(GAP_KINDS), words: z.string() });

const planOfCase = z.object({
  today: z.string(),
  responsible: z.string(),
  danger: z.enum(DANGERS).optional(),
  demands: z.array(z.object({ demand: z.enum(DEMANDS), covered: z.boolean(), needed: z.string() })),
  hasLabour: z.boolean(),
  gaps: z.array(gap),
  fullyHelped: z.boolean(),
  items: z.array(measureItem),
  /** Whether measures can be added and changed now, and why not. */
  open: z.boolean(),
  whyNot: z.string().optional(),
});

const proposal = z.object({
  key: z.string(),
  class: z.enum(MEASURE_CLASSES),
  answers: z.enum(DEMANDS).optional(),
  content: z.string(),
  unit: z.string(),
  policy: z.string(),
  plannedFrom: z.string(),
  dueOn: z.string(),
});

const visitItem = z.object({
  id: int,
  visitedOn: z.string(),
  visitors: z.array(z.string()),
  place: z.string(),
  findings: z.string(),
  nextVisitDue: z.string().optional(),
  longitude: z.number().optional(),
  latitude: z.number().optional(),
  files: z.array(file),
  accountName: z.string(),
  at: z.string(),
});

const visitsOfCase = z.object({
  today: z.string(),
  items: z.array(visitItem),
  /** Last day of the next visit; absent where none is owed. */
  dueOn: z.string().optional(),
  daysLeft: int.optional(),
  everyDays: int,
});

const gapItem = caseOfHousehold.extend({
  decidedOn: z.string().optional(),
  measureCount: int,
  gaps: z.array(gap),
});

const visitDueItem = caseOfHousehold.extend({
  visitedOn: z.string().optional(),
  dueOn: z.string(),
  daysLeft: int,
  everyDays: int,
});

const helpSummary = z.object({
  helped: int,
  /** 应帮尽帮. */
  fullyHelped: int,
  gaps: z.object({ none: int, risk: int, developing: int, late: int }),
  visits: z.object({ late: int, soon: int }),
});

export const gapFilter = z.object({
  area: regionCode.optional(),
  kind: z.enum(GAP_KINDS).optional(),
  danger: z.enum(DANGERS).optional(),
  text: filterText.optional(),
});
export type GapFilter = z.output<typeof gapFilter>;

export const visitFilter = z.object({
  area: regionCode.optional(),
  due: z.enum(VISIT_DUES).optional(),
  danger: z.enum(DANGERS).optional(),
  text: filterText.optional(),
  sort: z.enum(['due', '-due']).optional(),
});
export type VisitFilter = z.output<typeof visitFilter>;

const received = measureItem
  .pick({
    id: true,
    class: true,
    content: true,
    unit: true,
    moneyFen: true,
    state: true,
    result: true,
    resultOn: true,
    dueOn: true,
  })
  .extend({ caseId: int });

const CASE = '/cases/{countyCode}/{id}';

export const measuresContract = {
  measures: operation({ name: 'help.measures', roles: READERS })
    .route({ method: 'GET', path: `${CASE}/measures`, summary: '帮扶措施' })
    .input(caseKey)
    .output(planOfCase),

  proposeMeasures: operation({ name: 'help.propose-measures', roles: READERS })
    .route({ method: 'GET', path: `${CASE}/measure-proposals`, summary: '建议的帮扶措施' })
    .input(caseKey)
    .output(z.array(proposal)),

  addMeasures: operation({ name: 'help.add-measure', roles: HELPERS, writes: true })
    .route({ method: 'POST', path: `${CASE}/measures`, summary: '新增帮扶措施' })
    .input(caseKey.extend({ requestId, measures: z.array(planned).min(1, '请至少填写一项措施').max(50) }))
    .output(z.object({ ids: z.array(int) })),

  changeMeasure: operation({ name: 'help.change-measure', roles: HELPERS, writes: true })
    .route({ method: 'POST', path: `${CASE}/measures/{measureId}/change`, summary: '修改帮扶措施' })
    .input(measureKey.extend({ requestId, version: int, implementing: z.boolean(), measure: planned }))
    .output(z.object({ version: int })),

  finishMeasure: operation({ name: 'help.finish-measure', roles: HELPERS, writes: true, offline: true })
    .route({ method: 'POST', path: `${CASE}/measures/{measureId}/finish`, summary: '登记措施落实结果' })
    .input(
      measureKey.extend({
        requestId,
        version: int,
        resultOn: day.meta({ title: '落实日期' }),
        result: z.string().trim().min(4, '请填写落实结果，至少 4 个字').max(500).meta({ title: '落实结果' }),
        moneyFen: int.min(0).max(1_000_000_000_00).meta({ title: '实际资金' }),
        photos: files,
      }),
    )
    .output(z.object({ version: int })),

  cancelMeasure: operation({ name: 'help.cancel-measure', roles: HELPERS, writes: true })
    .route({ method: 'POST', path: `${CASE}/measures/{measureId}/cancel`, summary: '取消帮扶措施' })
    .input(measureKey.extend({ requestId, version: int, reason }))
    .output(z.object({ version: int })),

  visits: operation({ name: 'help.visits', roles: READERS })
    .route({ method: 'GET', path: `${CASE}/visits`, summary: '走访记录' })
    .input(caseKey)
    .output(visitsOfCase),

  addVisit: operation({ name: 'help.add-visit', roles: HELPERS, writes: true, offline: true })
    .route({ method: 'POST', path: `${CASE}/visits`, summary: '登记走访' })
    .input(
      caseKey.extend({
        requestId,
        visitedOn: day.meta({ title: '走访日期' }),
        visitors: z.array(z.string().trim().min(1).max(40)).min(1, '请填写走访人').max(9).meta({ title: '走访人' }),
        place: text('走访地点', 100).default(''),
        longitude: z.number().min(73).max(136).optional(),
        latitude: z.number().min(3).max(54).optional(),
        findings: z.string().trim().min(4, '请填写走访情况，至少 4 个字').max(1000).meta({ title: '走访情况' }),
        nextVisitDue: day.optional().meta({ title: '约定的下次走访日期' }),
        photos: files,
      }),
    )
    .output(z.object({ visitId: int })),

  gaps: operation({ name: 'help.gaps', roles: READERS })
    .route({ method: 'GET', path: '/help/gaps', summary: '措施缺口列表' })
    .input(gapFilter.extend(pageInput.shape))
    .output(pageOf(gapItem)),

  visitsDue: operation({ name: 'help.visits-due', roles: READERS })
    .route({ method: 'GET', path: '/help/visits-due', summary: '走访提醒列表' })
    .input(visitFilter.extend(pageInput.shape))
    .output(pageOf(visitDueItem)),

  helpSummary: operation({ name: 'help.summary', roles: READERS })
    .route({ method: 'GET', path: '/help/summary', summary: '帮扶情况汇总' })
    .input(z.object({ area: regionCode.optional() }))
    .output(helpSummary),

  helpOfHousehold: operation({ name: 'help.of-household', roles: READERS })
    .route({ method: 'GET', path: '/help/households/{countyCode}/{householdId}', summary: '一户已享受帮扶' })
    .input(z.object({ countyCode, householdId: recordId }))
    .output(z.array(received)),
};
