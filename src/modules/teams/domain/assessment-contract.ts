// Operations on the yearly assessment: ballots by anonymous slips, the four dimensions, proposed grades.

import * as z from 'zod';
import { keysOf, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS, requestId } from '../../../kernel/operation.ts';
import { cadreNumber } from './attendance-contract.ts';
import { COUNTY, DIMENSIONS, GRADES, MARKS, POSTS, TOWNSHIP } from './words.ts';

const int = z.number().int();
const year = z.coerce.number<number>().int().min(2000).max(2099).meta({ title: '年度' });
const number = z.string().trim().min(1).max(200).meta({ title: '测评编号' });
const mark = z.enum(keysOf(MARKS));

export const slipsAsked = z.object({ number, format: z.enum(['html', 'pdf', 'docx', 'xlsx']).default('html') });
export const SLIP_ROLES = TOWNSHIP;

export const assessmentContract = {
  assessment: operation({ name: 'teams.assessment', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/teams/assessment', summary: '驻村考核四维得分' })
    .input(z.object({ area: regionCode.optional(), year }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        year: int,
        asOf: z.string(),
        weights: z.record(z.enum(keysOf(DIMENSIONS)), int),
        /** Percent of those assessed that may be excellent. */
        share: int,
        lines: z.array(
          z.object({
            cadreNumber: z.string(),
            name: z.string(),
            villageCode: int,
            villageName: z.string(),
            post: z.enum(keysOf(POSTS)),
            scores: z.partialRecord(z.enum(keysOf(DIMENSIONS)), z.number()),
            deducted: z.number(),
            score: z.number().optional(),
            absentDays: int,
            grade: z.enum(keysOf(GRADES)).optional(),
            /** Grade in the register, where it was proposed or decided. */
            settled: z.enum(keysOf(GRADES)).optional(),
          }),
        ),
      }),
    ),

  proposeGrades: operation({ name: 'teams.propose-grades', roles: COUNTY, writes: true })
    .route({ method: 'POST', path: '/teams/assessment/propose', summary: '拟定驻村考核等次' })
    .input(z.object({ requestId, area: regionCode, year }))
    .output(z.object({ proposed: int, incomplete: int })),

  ballot: operation({ name: 'teams.ballot', roles: OFFICERS })
    .route({ method: 'GET', path: '/teams/ballots/{number}', summary: '一次群众测评' })
    .input(z.object({ number }))
    .output(
      z.object({
        number: z.string(),
        villageCode: int,
        villageName: z.string(),
        year: int,
        state: z.enum(['planned', 'open', 'closed']),
        slips: int,
        used: int,
        least: int,
        /** Marks only once there are enough slips. */
        members: z.array(
          z.object({
            cadreNumber: z.string(),
            name: z.string(),
            post: z.enum(keysOf(POSTS)),
            marks: z.partialRecord(mark, int).optional(),
          }),
        ),
      }),
    ),

  castSlip: operation({ name: 'teams.cast-slip', roles: TOWNSHIP, writes: true })
    .route({ method: 'POST', path: '/teams/ballots/{number}/slips', summary: '录入测评票' })
    .input(
      z.object({
        requestId,
        number,
        code: z.string().trim().min(8, '请填写票上的八位票码').max(12).meta({ title: '票码' }),
        marks: z.array(z.object({ cadreNumber, mark })).min(1).max(20).meta({ title: '评价' }),
      }),
    )
    .output(z.object({ used: int })),
};
