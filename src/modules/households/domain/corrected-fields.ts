// Fields of a member that an issue may set right, with what may stand in them (handbook §4.4). Who somebody is (name, ID number) is corrected by an import alone.

import { RELATIONS } from './registry-columns.ts';
import { EDUCATION, SCHOOLING } from './school-words.ts';

const YES_NO = ['是', '否'];

export const CORRECTED_FIELDS = {
  sex: { title: '性别', values: ['男', '女'] },
  relation: { title: '与户主关系', values: RELATIONS },
  education: { title: '文化程度', values: ['', ...EDUCATION] },
  schooling: { title: '在校生状况', values: ['', ...SCHOOLING] },
  health: { title: '健康状况', values: ['健康', '长期慢性病', '患有大病', '残疾'] },
  labour: { title: '劳动技能', values: ['普通劳动力', '技能劳动力', '弱劳动力或半劳动力', '丧失劳动力', '无劳动力'] },
  working: { title: '是否务工', values: YES_NO },
  dibao: { title: '是否低保', values: YES_NO },
} as const satisfies Record<string, { title: string; values: readonly string[] }>;

export type CorrectedField = keyof typeof CORRECTED_FIELDS;

export const isCorrectedField = (field: string): field is CorrectedField => field in CORRECTED_FIELDS;
export const mayStandIn = (field: CorrectedField, value: string): boolean =>
  (CORRECTED_FIELDS[field].values as readonly string[]).includes(value);
