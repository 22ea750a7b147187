// Conditions by which cases are counted, by name (server/figure-conditions.ts). A list takes the same name, so that
// it holds exactly the rows of a number.

import * as z from 'zod';
import { day } from '../../../kernel/input.ts';
import { STEPS, type Step, WALKS, type Walk } from '../../process/domain/steps.ts';

const PLAIN = [
  'confirmed',
  'within-term',
  'monitored',
  'cleared',
  'cleared-assisted',
  'cleared-natural',
  'reversed',
  'open',
  'late',
  'escalated',
  'age-7',
  'age-15',
  'age-30',
  'age-over-30',
  'steps-done',
  'steps-on-time',
  'helped',
  'fully-helped',
] as const;

export type StepFigure = `${'done' | 'on-time'}.${Walk}.${Step}`;
export type CaseFigure = (typeof PLAIN)[number] | StepFigure;

const STEP_FIGURES: StepFigure[] = WALKS.flatMap((walk) =>
  STEPS.flatMap((step): StepFigure[] => [`done.${walk}.${step}`, `on-time.${walk}.${step}`]),
);
export const CASE_FIGURES: readonly CaseFigure[] = [...PLAIN, ...STEP_FIGURES];

export function readStepFigure(figure: CaseFigure): { isOnTime: boolean; walk: Walk; step: Step } | undefined {
  const [what, walk, step] = figure.split('.') as [string, Walk, Step | undefined];
  return step ? { isOnTime: what === 'on-time', walk, step } : undefined;
}

/** What a list takes to hold exactly the rows of a figure. */
export const caseFigureFilter = {
  figure: z.enum(CASE_FIGURES as readonly [CaseFigure, ...CaseFigure[]]).optional(),
  /** Period of the figure; today's figures do not ask for it. */
  from: day.optional(),
  to: day.optional(),
};
