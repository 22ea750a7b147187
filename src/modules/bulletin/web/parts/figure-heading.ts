// What a list of a figure's rows is a list of, in words.

import { type CaseFigure, readStepFigure } from '../../../caseload/domain/figure-names.ts';
import { STATE_NAMES, STATES, STEP_NAMES, WALK_NAMES } from '../../../process/domain/steps.ts';
import { FIGURES } from '../../domain/figures.ts';

const WHOLE: Partial<Record<CaseFigure, string>> = {
  confirmed: '核实属实',
  monitored: '审定纳入监测',
  helped: '监测帮扶中',
  'within-term': '在办期限内',
  'steps-done': '有应办结的环节',
  'steps-on-time': '应办结的环节全部按期',
};

export function caseFigureWords(figure: CaseFigure | undefined, state: string | undefined): string {
  if (!figure) {
    const known = STATES.find((each) => each === state);
    return known ? STATE_NAMES[known] : '个案';
  }
  const step = readStepFigure(figure);
  if (step) return `${WALK_NAMES[step.walk]}·${STEP_NAMES[step.step]}${step.isOnTime ? '按期办结' : '应办结'}`;
  return WHOLE[figure] ?? FIGURES.find(({ counts }) => counts.figure === figure)?.title ?? '个案';
}
