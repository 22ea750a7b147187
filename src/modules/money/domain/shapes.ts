// What the operations on the way of the money ask and tell.

import * as z from 'zod';
import { settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, keysOf, regionCode } from '../../../kernel/input.ts';
import { FUND_KINDS, SOURCE_LEVELS } from '../../funds/domain/fund-words.ts';
import { PROGRAMMES, PROJECT_KINDS } from '../../projects/domain/project-words.ts';
import { CONCERNS } from './concerns.ts';

export const int = z.number().int();
export const year = z.coerce.number<number>().int().min(1900).max(2099);

/** What is looked at: whose money, of which budget year and kind, as of which day. */
export const flowInput = z.object({
  area: regionCode.optional(),
  year: year.optional().meta({ title: '预算年度' }),
  kind: z.enum(keysOf(FUND_KINDS)).default('transition').meta({ title: '资金种类' }),
  source: z.enum(keysOf(SOURCE_LEVELS)).optional().meta({ title: '来源层级' }),
  asOf: day.optional().meta({ title: '截至日期' }),
});

/** Regions right below, or all counties: where most lies first. */
export const FLOW_BY = ['children', 'counties'] as const;

/** Which planned projects are looked at. */
export const plannedInput = z.object({
  area: regionCode.optional(),
  year: year.optional().meta({ title: '计划年度' }),
  asOf: day.optional().meta({ title: '截至日期' }),
  projectKind: z.enum(keysOf(PROJECT_KINDS)).optional().meta({ title: '项目类别' }),
  programme: z.enum(keysOf(PROGRAMMES)).optional().meta({ title: '所属专项' }),
});
/** 0 for projects of which no village is registered. */
export const villageAsked = z.coerce.number<number>().int().min(0).max(159_999_999_999);

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

export const region = z.object({ code: int, name: z.string(), level: z.string() });
export const documentLine = z.object({
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

export const paymentLine = z.object({
  number: z.string(),
  paidOn: z.string(),
  amountFen: int,
  payee: z.string(),
  paymentKind: z.string(),
});
export const spent = z.object({
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

/** Year 0: rows that name none. */
export const gainYear = z.object({ year: int, amountFen: int, rows: int });

export const foundMoney = z.object({
  what: z.enum(['document', 'allocation', 'payment']),
  number: z.string(),
  title: z.string(),
  on: z.string(),
  amountFen: int,
  projectNumber: z.string().optional(),
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

export const setting = settingShown.extend({ unit: z.enum(['%', '天', '万元']), value: int });

export const timelineShown = z.object({
  year: int,
  asOf: z.string(),
  total: int,
  late: int,
  villageName: z.string().optional(),
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
});

const placeCount = z.object({ projects: int, late: int, finished: int, plannedFen: int });

export const projectMapShown = z.object({
  year: int,
  asOf: z.string(),
  area: region,
  by: z.enum(['county', 'village']),
  /** Each project once. */
  total: placeCount,
  /** Projects of which no village is registered. */
  unplaced: int,
  /** A project of ten villages is told at each. Grouped by the region above. */
  places: z.array(placeCount.extend({ code: int, name: z.string(), groupCode: int, groupName: z.string() })),
});

export const projectShown = projectRow.extend({
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
  villages: z.array(z.object({ code: int, name: z.string(), isSite: z.boolean(), households: int, personTimes: int })),
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
});

export const documentShown = documentLine.extend({
  allocatedFen: int,
  paidFen: int,
  takenBackFen: int,
  /** Issuances by which the giver itself got money of this year, kind and source. */
  from: z.array(documentLine),
  /** Issuances by which the receiver gave it on; together, not for this one alone. */
  onward: z.array(documentLine),
  projects: z.array(projectRow),
});
