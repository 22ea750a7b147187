// Operations on who is where: the board of posts, a team, a member's month, the month's sheet, punches.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, keysOf, reasonText, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, type Role, requestId } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { TEAM_SETTINGS } from './settings.ts';
import { ATTEND_KINDS, EVIDENCE, GAPS, POSTS, PUNCH_CONCERNS, PUNCH_KINDS, TOWNSHIP, VILLAGE } from './words.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
/** The first of a month. */
const month = day.refine((text) => text.endsWith('-01'), '请选择月份').meta({ title: '月份' });
export const cadreNumber = z.string().trim().min(1).max(200).meta({ title: '干部编号' });
const kind = z.enum(keysOf(ATTEND_KINDS));
const counts = z.record(kind, int);

const postCounts = {
  villages: int,
  members: int,
  /** Villages with a team, and those with a first secretary. */
  teams: int,
  secretaries: int,
  /** Of today. */
  inPost: int,
  onLeave: int,
  /** Days in post of the month so far, and what they would be by its days. */
  monthDays: int,
  monthRequired: int,
  absentDays: int,
};

const member = {
  cadreNumber: z.string(),
  name: z.string(),
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  post: z.enum(keysOf(POSTS)),
  sendingUnit: z.string().optional(),
  appointedOn: z.string(),
  leftOn: z.string().optional(),
};

const line = z.object({
  ...member,
  cells: z.array(kind.nullable()),
  counts,
  inPost: int,
  required: int,
  /** Days absent or with a concern that nobody has explained. */
  open: int,
});

const gap = z.object({
  gap: z.enum(keysOf(GAPS)),
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  cadreNumber: z.string().optional(),
  name: z.string().optional(),
  since: z.string().optional(),
});

export const punchGiven = z.object({
  kind: z.enum(keysOf(PUNCH_KINDS)).meta({ title: '在哪里' }),
  /** By the clock of the phone. */
  at: z.iso.datetime({ offset: true }).meta({ title: '打卡时间' }),
  note: z.string().trim().max(300).default('').meta({ title: '事由' }),
  device: z.string().trim().max(100).default('').meta({ title: '手机标识' }),
  longitude: z.number().min(73).max(136).optional(),
  latitude: z.number().min(3).max(54).optional(),
});
export type PunchGiven = z.output<typeof punchGiven>;

export const sheetAsked = z.object({ area: regionCode.optional(), month });
export const sheetPaper = sheetAsked.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('xlsx') });

const taskState = z.object({
  no: int,
  aspect: z.string(),
  content: z.string(),
  frequency: z.string().optional(),
  state: z.enum(['done', 'under-way', 'open']),
  proof: z.array(z.object({ evidence: z.enum(keysOf(EVIDENCE)), records: int })),
  least: int.optional(),
  told: int,
});

export const attendanceContract = {
  board: operation({ name: 'teams.board', roles: READERS })
    .route({ method: 'GET', path: '/teams/board', summary: '驻村到岗情况' })
    .input(z.object({ area: regionCode.optional() }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        month: z.string(),
        total: z.object(postCounts),
        areas: z.array(z.object({ code: int, name: z.string(), ...postCounts })),
        gaps: z.array(gap),
        /** All of them; `gaps` holds the first. */
        gapCounts: z.partialRecord(z.enum(keysOf(GAPS)), int),
        waiting: z.object({ leaves: int, fixes: int, camps: int, cautions: int }),
        settings: z.array(settingShown),
      }),
    ),

  team: operation({ name: 'teams.team', roles: READERS })
    .route({ method: 'GET', path: '/teams/villages/{village}', summary: '一个驻村工作队' })
    .input(z.object({ village: regionCode }))
    .output(
      z.object({
        village: z.object({ code: int, name: z.string(), townshipName: z.string() }),
        asOf: z.string(),
        year: int,
        members: z.array(line),
        days: z.array(z.object({ day: z.string(), isWorking: z.boolean() })),
        camps: z.array(
          z.object({
            name: z.string(),
            kind: z.string(),
            months: z.string(),
            radiusKm: z.number(),
            filed: z.boolean(),
          }),
        ),
        gaps: z.array(gap),
        tasks: z.array(taskState),
        diaries: z.array(
          z.object({
            cadreNumber: z.string(),
            name: z.string(),
            day: z.string(),
            items: z.string(),
            late: z.boolean(),
            repeats: z.string().optional(),
          }),
        ),
        confirmed: z.array(z.object({ month: z.string(), on: z.string() })),
      }),
    ),

  member: operation({ name: 'teams.member', roles: READERS })
    .route({ method: 'GET', path: '/teams/members/{cadreNumber}', summary: '驻村干部的一个月' })
    .input(z.object({ cadreNumber, month: month.optional() }))
    .output(
      line.extend({
        month: z.string(),
        asOf: z.string(),
        /** Of the year so far. */
        yearDays: int,
        yearRequired: int,
        absentDays: int,
        days: z.array(
          z.object({
            day: z.string(),
            isWorking: z.boolean(),
            kind: kind.optional(),
            punches: z.array(
              z.object({
                at: z.string(),
                arrivedAt: z.string(),
                kind: z.enum(keysOf(PUNCH_KINDS)),
                camp: z.string().optional(),
                placed: z.boolean(),
                note: z.string(),
                concerns: z.array(z.enum(keysOf(PUNCH_CONCERNS))),
              }),
            ),
            diary: z
              .object({
                items: z.string(),
                issues: z.string().optional(),
                late: z.boolean(),
                repeats: z.string().optional(),
              })
              .optional(),
            visited: z.array(z.object({ household: z.string(), what: z.array(z.enum(keysOf(EVIDENCE))) })),
          }),
        ),
      }),
    ),

  sheet: operation({ name: 'teams.sheet', roles: READERS })
    .route({ method: 'GET', path: '/teams/sheet', summary: '驻村考勤月报' })
    .input(sheetAsked)
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        month: z.string(),
        asOf: z.string(),
        days: z.array(z.object({ day: z.string(), isWorking: z.boolean() })),
        lines: z.array(line),
        /** Villages of the area with a team in the month, those confirmed, and townships that missed it. */
        villages: int,
        confirmed: int,
        missed: z.array(z.object({ code: int, name: z.string(), villages: int })),
      }),
    ),

  confirmMonth: operation({ name: 'teams.confirm-month', roles: TOWNSHIP, writes: true })
    .route({ method: 'POST', path: '/teams/sheet/confirm', summary: '确认考勤月报' })
    .input(z.object({ requestId, area: regionCode, month }))
    .output(z.object({ confirmed: int })),

  punch: operation({ name: 'teams.punch', roles: VILLAGE, writes: true, offline: true })
    .route({ method: 'POST', path: '/teams/punches', summary: '驻村打卡' })
    .input(punchGiven.extend({ requestId }))
    .output(
      z.object({
        day: z.string(),
        kind: z.enum(keysOf(PUNCH_KINDS)),
        camp: z.string().optional(),
        concerns: z.array(z.enum(keysOf(PUNCH_CONCERNS))),
      }),
    ),

  explainPunch: operation({ name: 'teams.explain-punch', roles: VILLAGE, writes: true, offline: true })
    .route({ method: 'POST', path: '/teams/punches/explain', summary: '补写打卡事由' })
    .input(
      z.object({
        requestId,
        day: day.meta({ title: '日期' }),
        note: z.string().trim().min(2).max(300).meta({ title: '事由' }),
      }),
    )
    .output(z.object({ explained: int })),

  positions: operation({ name: 'teams.positions', roles: ['township-officer'], writes: true })
    .route({ method: 'POST', path: '/teams/members/{cadreNumber}/positions', summary: '查看打卡位置' })
    .input(z.object({ requestId, cadreNumber, month, reason: reasonText.meta({ title: '查看原因' }) }))
    .output(
      z.object({ positions: z.array(z.object({ at: z.string(), longitude: z.number(), latitude: z.number() })) }),
    ),

  saveSetting: operation({ name: 'teams.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/teams/settings', summary: '设定驻村要求' })
    .input(
      settingGiven(
        z.enum(TEAM_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};
