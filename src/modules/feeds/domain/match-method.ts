// How a row found its person, or why it did not (data contract §4). The numbers are what the database keeps.

export const METHODS = [
  'id',
  'id-repaired',
  'name-birth',
  'name-village',
  'decided',
  'not-in-registry',
  'bad-id',
  'ambiguous',
] as const;

export type MatchMethod = (typeof METHODS)[number];

export const METHOD_NAMES: Record<MatchMethod, string> = {
  id: '证件号码一致',
  'id-repaired': '证件号码差一位且同名',
  'name-birth': '同旗县同名同生日同性别',
  'name-village': '同村同名',
  decided: '人工确认',
  'not-in-registry': '登记册中没有此人',
  'bad-id': '证件号码无法识别',
  ambiguous: '有多个可能的人',
};

const MATCHED: readonly MatchMethod[] = ['id', 'id-repaired', 'name-birth', 'name-village', 'decided'];

/** Rows that found their person, of rows by method. */
export function sumMatched(methods: Readonly<Record<string, number>>): number {
  return MATCHED.reduce((sum, method) => sum + (methods[method] ?? 0), 0);
}

/** Rows that speak of somebody the registry holds, be it one of several: nobody has decided which one yet. */
export function sumKnown(methods: Readonly<Record<string, number>>): number {
  return sumMatched(methods) + (methods.ambiguous ?? 0);
}
