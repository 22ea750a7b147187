// What can be said of a household when it is asked whom a clause, or a plan, is for. Each word is one fact of the day; how it is told stands in
// `server/facts-sql.ts` under the same name.

export const HOUSEHOLD_FACTS = {
  lifted: '脱贫户',
  monitored: '监测对象（风险未消除）',
  cleared: '监测对象（风险已消除）',
  general: '一般农牧户',
  able: '有劳动力',
  working: '有人务工',
  'zero-job': '有劳动力而无人务工',
  student: '有在校学生',
  disabled: '有残疾人',
  ill: '有大病或慢性病人',
  elderly: '有 60 岁以上老人',
  'elderly-alone': '全是 60 岁以上老人',
  infant: '有 6 岁以下儿童',
  dibao: '有低保对象',
  relocated: '易地搬迁户',
} as const;
export type HouseholdFact = keyof typeof HOUSEHOLD_FACTS;

const FACT_NAMES = Object.keys(HOUSEHOLD_FACTS) as HouseholdFact[];

/** Whom a rule means: all of the first, one of the second, none of the third; `MATCH` of the server tells it. Left empty a part asks for nothing. */
export type FactRule = {
  allFacts?: readonly string[] | null;
  anyFacts?: readonly string[] | null;
  noFacts?: readonly string[] | null;
  /** Only whose income a head is known and below. */
  perHeadBelowFen?: number | null;
};

const has = (facts: readonly string[]) => (fact: string) => facts.includes(fact);

const words = (facts: readonly string[], between: string) =>
  FACT_NAMES.filter(has(facts))
    .map((fact) => HOUSEHOLD_FACTS[fact])
    .join(between);

/** The rule in words: 脱贫户，有在校学生；不含有低保对象. */
export function ruleWords({ allFacts, anyFacts, noFacts, perHeadBelowFen }: FactRule): string {
  const parts = [
    ...(allFacts?.length ? [words(allFacts, '、')] : []),
    ...(anyFacts?.length ? [`${words(anyFacts, '或')}`] : []),
    ...(perHeadBelowFen === null || perHeadBelowFen === undefined
      ? []
      : [`人均纯收入低于 ${perHeadBelowFen / 100} 元`]),
    ...(noFacts?.length ? [`不含${words(noFacts, '、')}`] : []),
  ];
  return parts.length > 0 ? parts.join('；') : '全部农牧户';
}
