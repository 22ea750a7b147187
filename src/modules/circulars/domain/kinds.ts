// Circulars by what they rank, as data: which figure, and which of its relatives tell rate, growth and forecast. Another circular is another
// entry here and a choice of the register.

export type CircularKind = {
  title: string;
  /** What is counted, in words and unit of a sentence. */
  counted: string;
  unit: string;
  /** Ids of figures: the count, its rate of a target, its growth over a year, the month in which the target is met. */
  count: string;
  rate: string;
  growth: string;
  forecast: string;
};

export const CIRCULAR_KINDS = {
  employment: {
    title: '稳岗就业工作通报',
    counted: '脱贫人口和监测对象稳岗就业',
    unit: '人',
    count: 'employment.persons',
    rate: 'employment.target_rate',
    growth: 'employment.growth',
    forecast: 'employment.target_date',
  },
} as const satisfies Record<string, CircularKind>;

export type CircularCode = keyof typeof CIRCULAR_KINDS;
export const CIRCULAR_CODES = Object.keys(CIRCULAR_KINDS) as CircularCode[];

/** Who sets targets, the highest first; each level's are kept apart. */
export const SETTERS = { nation: '国家', region: '自治区', prefecture: '盟市', county: '旗县' } as const;
export type Setter = keyof typeof SETTERS;
export const ALL_SETTERS = ['nation', 'region', 'prefecture', 'county'] as const;
/** Those by which a circular ranks. */
export const SETTER_KEYS = ['nation', 'region'] as const;
