// Where a case stands: what the fold answers and everything else reads.

import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Pause } from '../../process/domain/calendar.ts';
import type { ProcessTemplate } from '../../process/domain/process-template.ts';
import type { State, Step, Turn, Walk } from '../../process/domain/steps.ts';
import type { Danger, NoticeLevel } from '../../process/domain/words.ts';
import type { DetailOf } from './actions.ts';
import type { LastAction } from './recall.ts';
import type { Survey } from './survey.ts';
import type { Category, ClearingMode, Risk } from './words.ts';

/** A step that was entered: the record of who kept the days, and who did not. */
export type StepEntry = {
  walk: Walk;
  step: Step;
  enteredOn: PlainDate;
  /** Last day; absent while the clock stands still. */
  dueOn?: PlainDate | undefined;
  doneOn?: PlainDate;
};

export type Notice = { level: NoticeLevel; from: PlainDate; endsOn: PlainDate };

export type Objection = { content: string; by: string; on: PlainDate; result?: string };

export type Comparison = {
  requested: string[];
  replies: DetailOf<'reply-comparison'>[];
};

export type Standing = {
  state: State;
  /** How many actions it was folded from; an action that was decided on another number is refused. */
  version: number;
  turn: Turn | undefined;
  /** T0: the day the clock of the whole way began. */
  openedOn: PlainDate;
  /** The day the state was entered. */
  since: PlainDate;
  /** The day from which the days to the decision run: the clue, an appeal that was upheld, the beginning of clearing. */
  walkSince: PlainDate;
  /** Last day of what has to be done next; absent where nothing has, or while the clock stands still. */
  dueOn: PlainDate | undefined;
  /** Last day of the whole way to the decision, while there is none. */
  totalDueOn: PlainDate | undefined;
  /** The first day on which anybody can do what is next, where that is not at once: a notice that hangs. */
  readyOn: PlainDate | undefined;
  pauses: Pause[];
  isPaused: boolean;
  isEmergency: boolean;
  steps: StepEntry[];
  /** Of the step of notice that is under way. */
  notices: Notice[];
  objections: Objection[];
  comparison: Comparison;
  surveys: Partial<Record<Walk, Survey>>;
  /** Why and from which step the case was sent back. */
  returned: { from: Step; reason: string } | undefined;
  category: Category | undefined;
  lineFen: number | undefined;
  danger: Danger | undefined;
  risks: Risk[];
  responsible: string | undefined;
  /** The account of that person; absent for somebody who is not in the roster. */
  responsibleAccount: number | undefined;
  /** The day the county decided. */
  decidedOn: PlainDate | undefined;
  plannedOn: PlainDate | undefined;
  clearedOn: PlainDate | undefined;
  clearingMode: ClearingMode | undefined;
  lookBacks: { on: PlainDate; stable: boolean }[];
  nextLookBackOn: PlainDate | undefined;
  /** After a rejection: the day the household was told, and until when it may appeal. */
  notifiedOn: PlainDate | undefined;
  appealUntil: PlainDate | undefined;
  /** An appeal was decided against it: there is no second. */
  appealOver: boolean;
  clueIds: number[];
  /** The newest action in force: what may be taken back. */
  last: LastAction | undefined;
  template: ProcessTemplate;
  clearingTemplate: ProcessTemplate;
};

/** The template of the way the case is on. */
export function templateNow({ state, template, clearingTemplate }: Standing): ProcessTemplate {
  return state.startsWith('clearing.') || state === 'cleared' ? clearingTemplate : template;
}
