// Operations on rounds as a whole: which there are, how far they are by area, what is drawn, confirmed and done again.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, keysOf, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { SWEEP_SETTINGS } from './settings.ts';
import { ownQuestions } from './survey.ts';
import { LIST_CODES, RECHECK_LEVELS, SWEEP_KINDS } from './words.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
export const CHECKING = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];
const CONFIRMING = ['township-officer', 'county-officer'] as const satisfies readonly Role[];

/** What names a round. */
export const roundNumber = z.string().trim().min(1).max(200);

export const sweepLine = z.object({
  id: int,
  number: z.string(),
  name: z.string(),
  kind: z.enum(keysOf(SWEEP_KINDS)),
  year: int,
  quarter: z.string(),
  regionCode: int,
  regionName: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  state: z.string(),
  /** The day for which the lists were last made; absent until they are. */
  listedFor: z.string().optional(),
});

const counts = {
  items: int,
  done: int,
  away: int,
  notMet: int,
  inPerson: int,
  late: int,
  clues: int,
  deptIssues: int,
  dataIssues: int,
  unassigned: int,
  rechecked: int,
  inconsistent: int,
};

const boardLine = z.object({
  code: int,
  name: z.string(),
  ...counts,
  /** Villages below that are to be done again. */
  unreliable: int,
  /** Townships, and those that have confirmed. */
  townships: int,
  confirmed: int,
});

export const boardContract = {
  rounds: operation({ name: 'sweeps.rounds', roles: READERS })
    .route({ method: 'GET', path: '/sweeps', summary: '集中监测和摸排轮次' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        /** With the counts of the area that was asked for. */
        rounds: z.array(sweepLine.extend(counts)),
        settings: z.array(settingShown),
        survey: z.object({
          id: int,
          regionName: z.string().optional(),
          effectiveFrom: z.string().optional(),
          questions: ownQuestions,
        }),
      }),
    ),

  board: operation({ name: 'sweeps.board', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/{number}/board', summary: '覆盖情况' })
    .input(z.object({ number: roundNumber, area: regionCode.optional() }))
    .output(
      z.object({
        round: sweepLine.extend({
          issuedOn: z.string().optional(),
          closedOn: z.string().optional(),
          documentNo: z.string().optional(),
        }),
        asOf: z.string(),
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        total: boardLine,
        areas: z.array(boardLine),
        lists: z.array(z.object({ list: z.enum(LIST_CODES), items: int, done: int })),
        /** What the one who asks could confirm, of a township. */
        confirmation: z.object({ by: z.string(), on: z.string() }).optional(),
        draws: z.array(
          z.object({
            level: z.enum(keysOf(RECHECK_LEVELS)),
            areaName: z.string(),
            seed: int,
            percent: int,
            drawn: int,
            on: z.string(),
            by: z.string(),
          }),
        ),
        /** Which answers differed how often. */
        fields: z.array(z.object({ field: z.string(), title: z.string(), differing: int })),
      }),
    ),

  days: operation({ name: 'sweeps.days', roles: READERS })
    .route({ method: 'GET', path: '/sweeps/{number}/days', summary: '逐日核查进度' })
    .input(z.object({ number: roundNumber, area: regionCode.optional() }))
    .output(
      z.object({
        /** Households to be seen, without those that are away all year. */
        due: int,
        /** Every day from the first to the last of the round, to today or to the last visit; none before it begins. */
        days: z.array(z.object({ day: z.string(), done: int, inPerson: int, total: int })),
      }),
    ),

  confirm: operation({ name: 'sweeps.confirm', roles: CONFIRMING, writes: true })
    .route({ method: 'POST', path: '/sweeps/{number}/confirm', summary: '确认覆盖情况' })
    .input(z.object({ requestId, number: roundNumber, township: regionCode.meta({ title: '苏木乡镇' }) }))
    .output(z.object({})),

  draw: operation({ name: 'sweeps.draw', roles: CHECKING, writes: true })
    .route({ method: 'POST', path: '/sweeps/{number}/draw', summary: '抽取复核户' })
    .input(
      z.object({
        requestId,
        number: roundNumber,
        /** Left out, the program takes one; it is kept either way. */
        seed: int.min(1).max(2_147_483_647).optional().meta({ title: '随机数' }),
      }),
    )
    .output(z.object({ drawn: int, seed: int })),

  redo: operation({ name: 'sweeps.redo', roles: CHECKING, writes: true })
    .route({ method: 'POST', path: '/sweeps/{number}/redo', summary: '退回嘎查村重做' })
    .input(
      z.object({
        requestId,
        number: roundNumber,
        village: regionCode.meta({ title: '嘎查村' }),
        reason: z.string().trim().min(4, '请写明原因，至少 4 个字').max(300).meta({ title: '原因' }),
      }),
    )
    .output(z.object({ households: int })),

  saveSetting: operation({ name: 'sweeps.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/sweeps/settings', summary: '设定集中监测期限' })
    .input(
      settingGiven(
        z.enum(SWEEP_SETTINGS.map(({ key }) => key)).meta({ title: '期限或比例' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),

  saveSurvey: operation({ name: 'sweeps.save-survey', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/sweeps/surveys', summary: '设定核查问卷' })
    .input(
      z.object({
        requestId,
        regionCode,
        effectiveFrom: day.meta({ title: '生效日期' }),
        basis: z.string().trim().min(2, '请填写依据的文件').max(200).meta({ title: '依据' }),
        questions: ownQuestions.meta({ title: '问题' }),
      }),
    )
    .output(z.object({ id: int })),
};
