// Operations on the way of the money: from a budget to the household, and back.

import * as z from 'zod';
import { countyCode, day, keysOf, reasonText, recordId, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../funds/domain/fund-words.ts';
import { PROGRAMMES, PROJECT_KINDS } from '../../projects/domain/project-words.ts';
import { MONEY_SETTINGS } from './settings.ts';

const int = z.number().int();

/** A number of a record, as its register holds it. */
const number = z.string().trim().min(1).max(200);
const year = z.coerce.number<number>().int().min(1900).max(2099);
const SETTING = ['county-officer', 'region-officer', 'administrator'] as const;

/** What a project or a library should have done by now. */
export const DEADLINE_CONCERNS = [
  'not-started',
  'not-accepted',
  'not-settled',
  'asset-missing',
  'library-old',
  'library-idle',
] as const;
export type DeadlineConcern = (typeof DEADLINE_CONCERNS)[number];
export const CONCERNS = [
  ...([
    'behind-curve',
    'not-passed-on',
    'unallocated',
    'started-unpaid',
    'paid-not-started',
    'industry-share',
  ] as const),
  ...DEADLINE_CONCERNS,
  'split',
] as const;
export type Concern = (typeof CONCERNS)[number];
export const CONCERN_NAMES: Record<Concern, string> = {
  'behind-curve': '支出进度落后',
  'not-passed-on': '资金超期未下达',
  unallocated: '资金超期未分配',
  'started-unpaid': '开工后未支付',
  'paid-not-started': '未开工先支付',
  'industry-share': '产业占比不足',
  'not-started': '分配后未开工',
  'not-accepted': '完工未验收',
  'not-settled': '完工未决算',
  'asset-missing': '资产未登记',
  'library-old': '入库久未实施',
  'library-idle': '项目库未更新',
  split: '疑似拆分',
};

/** What is looked at: whose money, of which budget year and kind, as of which day. */
export const flowInput = z.object({
  area: regionCode.optional(),
  year: year.optional().meta({ title: '预算年度' }),
  kind: z.enum(keysOf(FUND_KINDS)).default('transition').meta({ title: '资金种类' }),
  source: z.enum(keysOf(SOURCE_LEVELS)).optional().meta({ title: '来源层级' }),
  asOf: day.optional().meta({ title: '截至日期' }),
});

export const flowRow = z.object({
  code: int,
  name: z.string(),
  arrangedFen: int,
  receivedFen: int,
  waitingFen: int,
  toCountyFen: int,
  allocatedFen: int,
  unallocatedFen: int,
  paidFen: int,
  unpaidFen: int,
  projects: int,
  startedProjects: int,
  /** Ten-thousandths of what counties have; absent where they have nothing. */
  paidShare: int.optional(),
  colour: z.enum(['yellow', 'red']).optional(),
});

const region = z.object({ code: int, name: z.string(), level: z.string() });
const documentLine = z.object({
  number: z.string(),
  documentNo: z.string(),
  giverCode: int,
  giverName: z.string(),
  receiverCode: int,
  receiverName: z.string(),
  year: int,
  kind: z.string(),
  source: z.string(),
  issuedOn: z.string(),
  amountFen: int,
});

export const projectRow = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  name: z.string(),
  kind: z.string(),
  regionCode: int,
  regionName: z.string(),
  plannedFen: int.optional(),
  allocatedFen: int,
  paidFen: int,
  startedOn: z.string().optional(),
  finishedOn: z.string().optional(),
  acceptedOn: z.string().optional(),
});

const paymentLine = z.object({
  number: z.string(),
  paidOn: z.string(),
  amountFen: int,
  payee: z.string(),
  paymentKind: z.string(),
});
const spent = z.object({
  number: z.string(),
  issuanceNumber: z.string(),
  documentNo: z.string(),
  kind: z.string(),
  source: z.string(),
  year: int,
  allocatedOn: z.string(),
  amountFen: int,
  payments: z.array(paymentLine),
});

export const gainRow = z.object({
  what: z.enum(['project', 'distribution', 'payout']),
  on: z.string().optional(),
  year: int.optional(),
  title: z.string(),
  way: z.string(),
  amountFen: int.optional(),
  projectNumber: z.string().optional(),
  documents: z.array(z.string()),
});

export const concernRow = z.object({
  concern: z.enum(CONCERNS),
  subject: z.string(),
  title: z.string(),
  regionCode: int,
  regionName: z.string(),
  amountFen: int.optional(),
  /** Days since it should have happened, ten-thousandths behind, or pieces of one work. */
  by: int,
  colour: z.enum(['yellow', 'red']),
  reason: z.object({ text: z.string(), until: z.string(), by: z.string(), at: z.string() }).optional(),
});

const setting = z.object({
  key: z.string(),
  title: z.string(),
  unit: z.enum(['%', '天', '万元']),
  value: int,
  /** Who set it; absent: nobody yet, and the value of the program holds. */
  regionName: z.string().optional(),
  effectiveFrom: z.string().optional(),
  basis: z.string().optional(),
});

export const moneyContract = {
  flow: operation({ name: 'money.flow', roles: READERS })
    .route({ method: 'GET', path: '/money/flow', summary: '资金流向' })
    .input(flowInput)
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        area: region,
        /** The share asked for on that day, in ten-thousandths. */
        askedShare: int.optional(),
        total: flowRow,
        rows: z.array(flowRow),
        years: z.array(int),
      }),
    ),

  projects: operation({ name: 'money.projects', roles: READERS })
    .route({ method: 'GET', path: '/money/projects', summary: '项目资金列表' })
    .input(
      pageInput.extend({
        ...flowInput.shape,
        text: z.string().trim().max(60).optional(),
        state: z.enum(['waiting', 'started', 'finished', 'accepted', 'unfunded']).optional(),
      }),
    )
    .output(pageOf(projectRow)),

  timeline: operation({ name: 'money.timeline', roles: READERS })
    .route({ method: 'GET', path: '/money/timeline', summary: '项目进度图' })
    .input(
      z.object({
        area: regionCode.optional(),
        year: year.optional().meta({ title: '计划年度' }),
        asOf: day.optional().meta({ title: '截至日期' }),
        projectKind: z.enum(keysOf(PROJECT_KINDS)).optional().meta({ title: '项目类别' }),
        programme: z.enum(keysOf(PROGRAMMES)).optional().meta({ title: '所属专项' }),
      }),
    )
    .output(
      z.object({
        year: int,
        asOf: z.string(),
        total: int,
        late: int,
        /** Late ones first. */
        rows: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            regionName: z.string(),
            villages: z.string(),
            plannedStart: z.string().optional(),
            plannedFinish: z.string().optional(),
            startedOn: z.string().optional(),
            finishedOn: z.string().optional(),
            isLate: z.boolean(),
          }),
        ),
      }),
    ),

  documents: operation({ name: 'money.documents', roles: READERS })
    .route({ method: 'GET', path: '/money/documents', summary: '下达文件列表' })
    .input(pageInput.extend(flowInput.shape))
    .output(pageOf(documentLine)),

  project: operation({ name: 'money.project', roles: READERS })
    .route({ method: 'GET', path: '/money/projects/{number}', summary: '项目资金去向' })
    .input(z.object({ number }))
    .output(
      projectRow.extend({
        planYear: int.optional(),
        implementer: z.string().optional(),
        plannedHouseholds: int.optional(),
        plannedPersons: int.optional(),
        content: z.string().optional(),
        linkage: z.string().optional(),
        goal: z.string().optional(),
        removedOn: z.string().optional(),
        linkageWays: z.array(z.string()),
        subsidyStandard: z.string().optional(),
        attachment: z.string().optional(),
        /** What it was proposed as: names change on the way, the number does not. */
        proposals: z.array(z.object({ name: z.string(), villageName: z.string(), proposedOn: z.string().optional() })),
        doubts: z.array(z.string()),
        spent: z.array(spent),
        /** Distinct households, distinct members of theirs, and person-times: three numbers. */
        gained: z.object({ households: int, persons: int, personTimes: int, amountFen: int }),
        /** Whom it served by where they live: a project of ten villages is ten lines. */
        villages: z.array(
          z.object({ code: int, name: z.string(), isSite: z.boolean(), households: int, personTimes: int }),
        ),
        assets: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            kind: z.string(),
            valueFen: int,
            condition: z.string().optional(),
            owner: z.string().optional(),
            receivedFen: int,
            distributedFen: int,
          }),
        ),
      }),
    ),

  document: operation({ name: 'money.document', roles: READERS })
    .route({ method: 'GET', path: '/money/documents/{number}', summary: '下达文件去向' })
    .input(z.object({ number }))
    .output(
      documentLine.extend({
        allocatedFen: int,
        paidFen: int,
        takenBackFen: int,
        /** Issuances by which the giver itself got money of this year, kind and source. */
        from: z.array(documentLine),
        /** Issuances by which the receiver gave it on; together, not for this one alone. */
        onward: z.array(documentLine),
        projects: z.array(projectRow),
      }),
    ),

  ofHousehold: operation({ name: 'money.of-household', roles: READERS })
    .route({ method: 'GET', path: '/money/households/{countyCode}/{id}', summary: '本户得到的资金' })
    .input(z.object({ countyCode, id: recordId }))
    .output(z.object({ rows: z.array(gainRow), totalFen: int })),

  concerns: operation({ name: 'money.concerns', roles: READERS })
    .route({ method: 'GET', path: '/money/concerns', summary: '资金提醒' })
    .input(flowInput.extend({ concern: z.enum(CONCERNS).optional() }))
    .output(
      z.object({
        asOf: z.string(),
        year: int,
        counts: z.record(z.enum(CONCERNS), int),
        rows: z.array(concernRow),
        settings: z.array(setting),
      }),
    ),

  explain: operation({ name: 'money.explain', roles: OFFICERS, writes: true })
    .route({ method: 'POST', path: '/money/concerns/explain', summary: '说明资金提醒' })
    .input(
      z.object({
        requestId,
        concern: z.enum(CONCERNS),
        subject: z.string().trim().min(1).max(200),
        regionCode,
        year: flowInput.shape.year,
        kind: flowInput.shape.kind,
        reason: reasonText.meta({ title: '原因和措施' }),
        until: day.meta({ title: '预计解决日期' }),
      }),
    )
    .output(z.object({})),

  saveSetting: operation({ name: 'money.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/money/settings', summary: '设定资金监管要求' })
    .input(
      z.object({
        requestId,
        regionCode,
        key: z.enum(MONEY_SETTINGS.map(({ key }) => key) as [string, ...string[]]).meta({ title: '要求' }),
        value: int.min(0).max(10_000).meta({ title: '数值' }),
        effectiveFrom: day.meta({ title: '生效日期' }),
        basis: z.string().trim().min(2, '请填写依据的文件').max(200).meta({ title: '依据' }),
      }),
    )
    .output(z.object({ id: int })),
};
