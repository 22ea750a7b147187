// Which figures there are about monitoring. Each is a count of cases or clues under a condition
// (server/lists/figure-conditions.ts) that the list of its rows uses too, so number and list cannot disagree. A share has a
// second figure that it is part of.

import type { CaseFigure } from '../../caseload/domain/figure-names.ts';
import type { ClueFigure } from '../../clues/domain/clue-filter.ts';
import { CHANNEL_NAMES, CHANNELS, type Channel } from '../../clues/domain/words.ts';
import { STATE_NAMES, STATES, STEP_NAMES, STEPS, WALK_NAMES, WALKS } from '../../process/domain/steps.ts';

/** They look into every plan; where regions are compared nobody asks for them. */
export const HELP_FIGURES: readonly CaseFigure[] = ['helped', 'fully-helped'];

export const FIGURE_GROUPS = ['coverage', 'clues', 'steps', 'open', 'states', 'results'] as const;
export type FigureGroup = (typeof FIGURE_GROUPS)[number];

/** Rows of one list under one condition. */
export type Counted =
  | { list: 'cases'; figure?: CaseFigure; state?: string }
  | { list: 'clues'; figure: ClueFigure; channel?: Channel };

export type FigureDefinition = {
  key: string;
  group: FigureGroup;
  title: string;
  unit: '户' | '条';
  counts: Counted;
  /** What a share is a share of. */
  of?: Counted;
  /** How it is computed, in words. */
  basis: string;
};

const cases = (figure: CaseFigure): Counted => ({ list: 'cases', figure });

const AGES: [CaseFigure, string][] = [
  ['age-7', '7 天以内'],
  ['age-15', '8 至 15 天'],
  ['age-30', '16 至 30 天'],
  ['age-over-30', '30 天以上'],
];

export const FIGURES: readonly FigureDefinition[] = [
  {
    key: 'identified',
    group: 'coverage',
    title: '应识尽识',
    unit: '条',
    counts: { list: 'clues', figure: 'handled' },
    of: { list: 'clues', figure: 'received' },
    basis: '期内收到的线索中，已立案或已核定不立案的占比',
  },
  {
    key: 'taken-in',
    group: 'coverage',
    title: '应纳尽纳',
    unit: '户',
    counts: cases('monitored'),
    of: cases('confirmed'),
    basis: '期内立案、入户核实属实且已到期（已审定、已结束或已超过认定期限）的农牧户中，已审定纳入监测的占比',
  },
  {
    key: 'within-term',
    group: 'coverage',
    title: '在办期限内',
    unit: '户',
    counts: cases('within-term'),
    basis: '期内立案、入户核实属实，还没有审定、也没有超过认定期限的农牧户，不计入应纳尽纳率',
  },
  {
    key: 'fully-helped',
    group: 'coverage',
    title: '应帮尽帮',
    unit: '户',
    counts: cases('fully-helped'),
    of: cases('helped'),
    basis: '今天监测帮扶中（已审定纳入或已启动绿色通道，风险尚未消除）的农牧户中，每项风险都有对应措施的占比',
  },
  ...CHANNELS.map(
    (channel): FigureDefinition => ({
      key: `clues.${channel}`,
      group: 'clues',
      title: CHANNEL_NAMES[channel],
      unit: '条',
      counts: { list: 'clues', figure: 'received', channel },
      basis: '期内收到的线索',
    }),
  ),
  {
    key: 'on-time',
    group: 'steps',
    title: '全部环节',
    unit: '户',
    counts: cases('steps-on-time'),
    of: cases('steps-done'),
    basis: '期内有环节办结、或今天有环节逾期未办结的个案中，这些环节全部按期的占比；逾期未办结的按未按期计算',
  },
  ...WALKS.flatMap((walk) =>
    STEPS.map(
      (step): FigureDefinition => ({
        key: `on-time.${walk}.${step}`,
        group: 'steps',
        title: `${WALK_NAMES[walk]}·${STEP_NAMES[step]}`,
        unit: '户',
        counts: cases(`on-time.${walk}.${step}`),
        of: cases(`done.${walk}.${step}`),
        basis: '期内办结该环节、或今天该环节逾期未办结的个案中，在期限当日或之前办结的占比',
      }),
    ),
  ),
  {
    key: 'open',
    group: 'open',
    title: '正在办理',
    unit: '户',
    counts: cases('open'),
    basis: '今天处在识别、风险消除、复核中的个案',
  },
  { key: 'late', group: 'open', title: '已逾期', unit: '户', counts: cases('late'), basis: '今天已超过办理期限的个案' },
  {
    key: 'escalated',
    group: 'open',
    title: '已上提',
    unit: '户',
    counts: cases('escalated'),
    basis: '逾期天数已达到上提一级的个案',
  },
  ...AGES.map(
    ([figure, title]): FigureDefinition => ({
      key: figure,
      group: 'open',
      title: `识别中 ${title}`,
      unit: '户',
      counts: cases(figure),
      basis: '今天处在识别或复核中的个案，从发现线索之日起的天数',
    }),
  ),
  ...STATES.map(
    (state): FigureDefinition => ({
      key: `state.${state}`,
      group: 'states',
      title: STATE_NAMES[state],
      unit: '户',
      counts: { list: 'cases', state },
      basis: '今天处在这一状态的个案',
    }),
  ),
  {
    key: 'cleared',
    group: 'results',
    title: '风险消除',
    unit: '户',
    counts: cases('cleared'),
    basis: '期内审定风险消除的个案',
  },
  {
    key: 'cleared-assisted',
    group: 'results',
    title: '帮扶消除',
    unit: '户',
    counts: cases('cleared-assisted'),
    basis: '期内审定、方式为帮扶消除',
  },
  {
    key: 'cleared-natural',
    group: 'results',
    title: '自然消除',
    unit: '户',
    counts: cases('cleared-natural'),
    basis: '期内审定、方式为自然消除',
  },
  {
    key: 'reversed',
    group: 'results',
    title: '风险回退',
    unit: '户',
    counts: cases('reversed'),
    basis: '期内风险消除后又回退的个案',
  },
];
