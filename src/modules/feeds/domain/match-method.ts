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

export const MATCHED: readonly MatchMethod[] = ['id', 'id-repaired', 'name-birth', 'name-village', 'decided'];
