// What two people find at the family: the four questions of 三保障 and drinking water, incomes and costs of twelve months,
// how far it can cope (handbook §1.2, §4.5, §4.6). One survey at the beginning, one before the risk is cleared.

import * as z from 'zod';
import { day } from '../../../kernel/input.ts';
import { COPING, MOST_RISKS, RISKS } from './words.ts';

const fen = z.number().int().min(-1_000_000_000_00).max(1_000_000_000_00);
const amount = fen.min(0);

export const QUESTIONS = ['housingUnsafe', 'outOfSchool', 'waterUnsafe', 'uninsured'] as const;
export type Question = (typeof QUESTIONS)[number];
/** What was found, where a question is answered with yes. */
export const TROUBLE_NAMES: Record<Question, string> = {
  housingUnsafe: '住房存在安全问题',
  outOfSchool: '义务教育阶段有失学辍学',
  waterUnsafe: '饮水存在安全问题',
  uninsured: '有成员未参加医保',
};

export const QUESTION_NAMES: Record<Question, string> = {
  housingUnsafe: '住房是否出现安全问题',
  outOfSchool: '义务教育阶段是否有失学辍学',
  waterUnsafe: '饮水是否出现安全问题',
  uninsured: '是否有成员未参加医保',
};

export const INCOME_FIELDS = ['wageFen', 'businessFen', 'propertyFen', 'transferFen'] as const;
export const INCOME_NAMES: Record<(typeof INCOME_FIELDS)[number], string> = {
  wageFen: '工资性收入',
  businessFen: '生产经营性收入',
  propertyFen: '财产性收入',
  transferFen: '转移性收入',
};

export const survey = z
  .object({
    housingUnsafe: z.boolean(),
    outOfSchool: z.boolean(),
    waterUnsafe: z.boolean(),
    uninsured: z.boolean(),
    /** The twelve months the incomes speak of (handbook §1.4). */
    from: day.meta({ title: '收支期间开始' }),
    until: day.meta({ title: '收支期间结束' }),
    memberCount: z.number().int().min(1).max(50).meta({ title: '家庭人口' }),
    wageFen: amount.meta({ title: '工资性收入' }),
    businessFen: amount.meta({ title: '生产经营性收入' }),
    propertyFen: amount.meta({ title: '财产性收入' }),
    transferFen: amount.meta({ title: '转移性收入' }),
    businessCostFen: amount.meta({ title: '生产经营性支出' }),
    claimFen: amount.meta({ title: '理赔收入' }),
    selfPaidFen: amount.meta({ title: '合规自付支出' }),
    coping: z.enum(COPING).meta({ title: '自主应对能力' }),
    /** Nobody in the household can work: it is kept in monitoring when its risk is solved (handbook §2.4). */
    noLabour: z.boolean(),
    /** The trouble in words. */
    hardship: z.string().trim().max(1000).meta({ title: '突出困难' }),
    risks: z.array(z.enum(RISKS)).max(MOST_RISKS).meta({ title: '风险类型' }),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: '收支期间的结束须晚于开始' });

export type Survey = z.output<typeof survey>;

/** Four incomes less business costs (data contract §2), in fen. */
export function netFen(of: Survey): number {
  return of.wageFen + of.businessFen + of.propertyFen + of.transferFen - of.businessCostFen;
}

/** Whole fen per member, towards zero; a household always has one. */
export function perCapitaFen(of: Survey): number {
  return Math.trunc(netFen(of) / of.memberCount);
}

/**
 * Net income with insurance received and without compliant self-paid costs, per member: the measure for sudden hardship.
 * The relation of the three is inferred (handbook §4.6, U).
 */
export function referencePerCapitaFen(of: Survey): number {
  return Math.trunc((netFen(of) + of.claimFen - of.selfPaidFen) / of.memberCount);
}

/** Which of the four questions are answered with yes. */
export function shortcomings(of: Survey): Question[] {
  return QUESTIONS.filter((question) => of[question]);
}
