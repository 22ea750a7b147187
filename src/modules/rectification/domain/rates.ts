// How rectification goes, as parts of counted rows: none is stored (registers §18).

export type Counts = {
  all: number;
  open: number;
  closed: number;
  /** Whose term is over on the day. */
  due: number;
  dueClosed: number;
  dueOnTime: number;
  handedIn: number;
  returned: number;
  everClosed: number;
  reopened: number;
  late: number;
  looked: number;
  found: number;
};

export const COUNT_KEYS = [
  ...['all', 'open', 'closed', 'due', 'dueClosed', 'dueOnTime', 'handedIn', 'returned', 'everClosed'],
  ...['reopened', 'late', 'looked', 'found'],
] as (keyof Counts)[];

export const RATES = {
  closing: { title: '整改率', short: '整改率', part: 'dueClosed', whole: 'due', about: '到期问题中已销号的' },
  onTime: { title: '按期率', short: '按期率', part: 'dueOnTime', whole: 'due', about: '到期问题中按时限完成整改的' },
  returning: {
    title: '退回率',
    short: '退回率',
    part: 'returned',
    whole: 'handedIn',
    about: '报过验收的问题中被退回过的',
  },
  recurring: {
    title: '复发率',
    short: '复发率',
    part: 'reopened',
    whole: 'everClosed',
    about: '销过号的问题中重新启动的',
  },
  spread: { title: '举一反三发现率', short: '发现率', part: 'found', whole: 'looked', about: '举一反三排查数中发现的' },
} as const satisfies Record<
  string,
  { title: string; short: string; part: keyof Counts; whole: keyof Counts; about: string }
>;

/** `37.5%（3/8）`; nothing to divide by says so instead of 0. */
export function rateText(counts: Counts, rate: keyof typeof RATES): string {
  const { part, whole } = RATES[rate];
  if (counts[whole] === 0) return '—';
  const share = Math.round((counts[part] / counts[whole]) * 1000) / 10;
  return `${share}%（${counts[part]}/${counts[whole]}）`;
}

export function sumCounts(lines: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => lines.reduce((all, line) => all + line[key], 0);
  return Object.fromEntries(COUNT_KEYS.map((key) => [key, sum(key)])) as Counts;
}
