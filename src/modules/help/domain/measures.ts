// Measures of help: the fourteen classes of the national form, and which of them answer which risk (handbook §5.1, §5.3).

import { QUESTIONS, type Question } from '../../cases/domain/survey.ts';
import { RISK_NAMES, RISKS, type Risk } from '../../cases/domain/words.ts';

export const MEASURE_CLASSES = [
  'industry',
  'employment',
  'finance',
  'public-post',
  'health',
  'compulsory-education',
  'other-education',
  'housing',
  'water',
  'comprehensive',
  'social',
  'relocation',
  'living-conditions',
  'infrastructure',
] as const;
export type MeasureClass = (typeof MEASURE_CLASSES)[number];

export const MEASURE_CLASS_NAMES: Record<MeasureClass, string> = {
  industry: '产业帮扶',
  employment: '就业帮扶',
  finance: '金融帮扶',
  'public-post': '公益岗位帮扶',
  health: '健康帮扶',
  'compulsory-education': '义务教育保障',
  'other-education': '其他教育帮扶',
  housing: '住房安全保障',
  water: '饮水安全保障',
  comprehensive: '综合保障',
  social: '社会帮扶',
  relocation: '搬迁',
  'living-conditions': '生产生活条件改善',
  infrastructure: '基础设施建设',
};

/** 开发式帮扶: help by which a household earns for itself. One of them is due where somebody can work. */
export const DEVELOPING: readonly MeasureClass[] = ['industry', 'employment', 'finance', 'public-post'];

export function isDeveloping(measureClass: MeasureClass): boolean {
  return DEVELOPING.includes(measureClass);
}

export const MEASURE_STATES = ['planned', 'implementing', 'done', 'cancelled'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];
export const MEASURE_STATE_NAMES: Record<MeasureState, string> = {
  planned: '计划',
  implementing: '实施中',
  done: '已落实',
  cancelled: '已取消',
};

/** What help has to answer: risks of the household, and questions of 三保障 and water that were answered with yes. */
export const DEMANDS = [...RISKS, ...QUESTIONS] as const;
export type Demand = Risk | Question;

const SHORT_QUESTIONS: Record<Question, string> = {
  housingUnsafe: '住房不安全',
  outOfSchool: '失学辍学',
  waterUnsafe: '饮水不安全',
  uninsured: '未参加医保',
};

export const DEMAND_NAMES: Record<Demand, string> = { ...RISK_NAMES, ...SHORT_QUESTIONS };

/**
 * Of these at least one is needed (handbook §5.3). For the other risks no regulation says which: there any measure counts
 * that was planned against the risk.
 */
export const FITTING: Partial<Record<Demand, readonly MeasureClass[]>> = {
  schooling: ['compulsory-education', 'other-education', 'social'],
  illness: ['health', 'comprehensive', 'social'],
  disability: ['comprehensive'],
  housing: ['housing', 'relocation'],
  water: ['water'],
  housingUnsafe: ['housing', 'relocation'],
  waterUnsafe: ['water'],
  uninsured: ['health', 'social'],
  outOfSchool: ['compulsory-education'],
};

/** Risks and shortcomings that are the same trouble are asked once. */
const SAME: Partial<Record<Question, Risk>> = { housingUnsafe: 'housing', waterUnsafe: 'water' };

export function demandsOf(risks: readonly Risk[], shortcomings: readonly Question[]): Demand[] {
  const own = shortcomings.filter((question) => !risks.some((risk) => risk === SAME[question]));
  return [...risks, ...own];
}

export type MeasureFact = {
  class: MeasureClass;
  answers?: Demand | undefined;
  state: MeasureState;
  /** Last day planned, yyyymmdd. */
  dueOn: number;
};

/** Whether a measure that stands answers a demand. */
export function isCovered(demand: Demand, measures: readonly MeasureFact[]): boolean {
  const fitting = FITTING[demand];
  return measures
    .filter(({ state }) => state !== 'cancelled')
    .some((measure) => (fitting ? fitting.includes(measure.class) : measure.answers === demand));
}
