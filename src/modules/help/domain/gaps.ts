// What is missing in the help of a household (handbook §2.3, §5.3): shown to the township while there is time to mend it.

import { addDays, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Question } from '../../cases/domain/survey.ts';
import type { Risk } from '../../cases/domain/words.ts';
import { type Calendar, lastDay, type Term } from '../../process/domain/calendar.ts';
import type { ProcessTemplate } from '../../process/domain/process-template.ts';
import {
  DEMAND_NAMES,
  type Demand,
  demandsOf,
  FITTING,
  isCovered,
  isDeveloping,
  MEASURE_CLASS_NAMES,
  type MeasureFact,
} from './measures.ts';

export const GAP_KINDS = ['none', 'risk', 'developing', 'late'] as const;
export type GapKind = (typeof GAP_KINDS)[number];
export const GAP_NAMES: Record<GapKind, string> = {
  none: '未落实任何措施',
  risk: '风险没有对应措施',
  developing: '有劳动力无开发式帮扶',
  late: '措施到期未落实',
};

export type Gap = { kind: GapKind; words: string };

export type HelpFacts = {
  risks: readonly Risk[];
  shortcomings: readonly Question[];
  /** Somebody in the household can work. */
  hasLabour: boolean;
  measures: readonly MeasureFact[];
  /** The day the county decided; before it no term runs. */
  decidedOn: PlainDate | undefined;
  today: PlainDate;
  template: Pick<ProcessTemplate, 'measureTerm' | 'developingTerm'>;
  calendar: Calendar;
};

/** The last day of a term that is over, or undefined while it runs. */
function overOn({ decidedOn, today, calendar }: HelpFacts, term: Term): PlainDate | undefined {
  if (decidedOn === undefined) return undefined;
  const last = lastDay(decidedOn, term, calendar);
  return last !== undefined && today > last ? last : undefined;
}

export function coveringWords(demand: Demand): string {
  const fitting = FITTING[demand];
  if (!fitting) return '应有针对这一风险的措施';
  const names = fitting.map((each) => MEASURE_CLASS_NAMES[each]);
  return names.length === 1 ? `应有${names.join('')}` : `应有${names.join('、')}之一`;
}

export function missingPairs(facts: HelpFacts): Gap[] {
  const standing = facts.measures.filter(({ state }) => state !== 'cancelled');
  const measureLast = overOn(facts, facts.template.measureTerm);
  const developingLast = overOn(facts, facts.template.developingTerm);
  const late = standing.filter(({ state, dueOn }) => state !== 'done' && dueOn < facts.today);
  const needsDeveloping = facts.hasLabour && !standing.some((measure) => isDeveloping(measure.class));
  return [
    ...(standing.length === 0 && measureLast !== undefined
      ? [{ kind: 'none' as const, words: `应在 ${formatDate(measureLast)} 前落实措施，至今一项也没有` }]
      : []),
    ...demandsOf(facts.risks, facts.shortcomings)
      .filter((demand) => !isCovered(demand, standing))
      .map((demand) => ({ kind: 'risk' as const, words: `${DEMAND_NAMES[demand]}：${coveringWords(demand)}` })),
    ...(needsDeveloping && developingLast !== undefined
      ? [
          {
            kind: 'developing' as const,
            words: `有劳动力，应在 ${formatDate(developingLast)} 前落实产业、就业、金融、公益岗位帮扶之一`,
          },
        ]
      : []),
    ...(late.length > 0 ? [{ kind: 'late' as const, words: `${late.length} 项措施已到期，尚未登记落实结果` }] : []),
  ];
}

/** 应帮尽帮: monitored, with every risk and every shortcoming answered by a measure. Where none was recorded, nothing is said. */
export function isFullyHelped({ risks, shortcomings, measures }: HelpFacts): boolean {
  const demands = demandsOf(risks, shortcomings);
  return demands.length > 0 && demands.every((demand) => isCovered(demand, measures));
}

/**
 * The newest first day whose term is over today: with it a database tells what is over without knowing the calendar. A term
 * that began on the day or before is over, one that began later is not.
 */
export function newestOver(today: PlainDate, term: Term, calendar: Calendar): PlainDate {
  let day = addDays(today, -1 - term.days);
  while ((lastDay(day, term, calendar) ?? today) >= today) day = addDays(day, -1);
  return day;
}
