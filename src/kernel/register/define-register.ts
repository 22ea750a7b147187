// A register (台账) is defined once, in the `domain/` of its slice, and the definition is all of it: table, form, list, files, checks
// and words follow. Pure data; what cannot be said as data stands in the slice's server.

import type { Role } from '../operation.ts';
import type { RegionLevel } from '../region-code.ts';
import type { Check } from './checks.ts';
import { fieldsOf } from './conditions.ts';
import { type Field, link, longText, text, yesNo } from './field.ts';
import { type Notice, refuseUnknownNotices } from './notices/notice.ts';
import { refuseUnknownStates, type States } from './states.ts';

export type Fields = Readonly<Record<string, Field>>;

export type RegisterRoles = {
  read: readonly Role[];
  write: readonly Role[];
  import: readonly Role[];
  export: readonly Role[];
};

/** Columns by which a row finds its person; the village is the place of somebody who is not in the registry. */
export type PersonFields = { number: string; idNumber: string; name: string; household: string; village?: string };

export type RegisterDefinition<F extends Fields = Fields> = {
  /** The code of the data contract: name of its files and sheets, word of the command line. */
  code: string;
  title: string;
  /** One row of it, in the names of operations: `list-<record>`. */
  record: string;
  /** The slice it belongs to, whose operations it adds to. */
  slice: string;
  table: string;
  /** Counted as: 项, 个, 人. */
  unit: string;
  /** What a row is of: 层级 of the contract. */
  place: 'region' | RegionLevel | 'household' | 'person';
  key: readonly (keyof F & string)[];
  fields: F;
  checks?: readonly Check[];
  /** Rows speak of a person, whom they keep once found: columns `person_id` and `outsider_key` beside the register's own. */
  person?: PersonFields;
  states?: States;
  /** What of it hangs in public. */
  notices?: readonly Notice<F>[];
  /** Its rows come of work done elsewhere: a sentence that says where, for who looks for a button to add one. */
  comesFrom?: string;
  roles: RegisterRoles;
  /** Everybody reads all rows, whatever the area: lists that others refer to. */
  shared?: true;
  /** Operations that may wait in a phone. */
  offline?: readonly ('add' | 'change')[];
};

type Filled<F> = F extends { readonly value?: infer V } ? V : never;

/** A row as it is read: English names, fen, ISO days, codes; null where a field is empty. */
export type RowOf<D> = D extends { fields: infer F } ? { [K in keyof F]: Exclude<Filled<F[K]>, undefined> } : never;

/** What every register takes beside its own columns. */
export const COMMON_FIELDS = {
  voided: yesNo('作废', { hint: '填“是”作废这一行，填“否”恢复，不填则不变' }),
  voidReason: text('作废原因'),
  remark: longText('备注'),
  attachment: link('附件'),
};

/** Columns that a header means beside its own name (data contract §1), for all registers. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  旗县代码: ['县代码', '旗县编码'],
  嘎查村代码: ['村代码', '村编码', '嘎查村编码'],
  地区代码: ['地区编码', '行政区划代码'],
  户编号: ['户号', '户编码'],
  人编号: ['人员编号', '人编码'],
  姓名: ['人员姓名'],
  证件号码: ['身份证号', '身份证号码', '公民身份号码', '身份证件号码', '公民身份证号码', '居民身份证号'],
  单位代码: ['信用代码', '统一社会信用代码'],
  联系电话: ['联系方式', '电话'],
};

/** 项目编码 for 项目编号, and so on. */
export function synonymsOf({ title, synonyms = [] }: Field): string[] {
  const coded = title.endsWith('编号') ? [title.replace(/编号$/, '编码')] : [];
  return [...(SYNONYMS[title] ?? []), ...coded, ...synonyms];
}

/** What is read of a row beside its fields. */
const ROW_NAMES = ['countyCode', 'id', 'placeCode', 'isVoided', 'version'];

function refuseUnknown(definition: RegisterDefinition): void {
  const { code, fields, key } = definition;
  const asked = [
    ...key,
    ...Object.values(definition.person ?? {}),
    ...Object.values(fields).flatMap(({ required }) =>
      required === undefined || required === true ? [] : [fieldsOf(required)],
    ),
  ];
  for (const name of asked) if (!(name in fields)) throw new Error(`${code}: there is no field ${name}`);
  for (const name of Object.keys(COMMON_FIELDS))
    if (name in fields) throw new Error(`${code}: every register has ${name}`);
  for (const name of ROW_NAMES) if (name in fields) throw new Error(`${code}: ${name} is told of every row`);
  if (definition.states) refuseUnknownStates(code, definition.states, fields);
  refuseUnknownNotices(definition);
}

/** Defines a register; a name that no field has is an error at once. */
export function defineRegister<const F extends Fields>(definition: RegisterDefinition<F>): RegisterDefinition<F> {
  refuseUnknown(definition as unknown as RegisterDefinition);
  return definition;
}

/** Own fields and common ones, in the order of the file. */
export function allFields(definition: Pick<RegisterDefinition, 'fields'>): [string, Field][] {
  return [...Object.entries(definition.fields), ...Object.entries(COMMON_FIELDS)];
}

/** English name of the field with this role, if there is one. */
export function roleField({ fields }: Pick<RegisterDefinition, 'fields'>, role: Field['role']): string | undefined {
  return Object.entries(fields).find(([, field]) => field.role === role)?.[0];
}

/** The field that has this header. */
export function fieldTitled({ fields }: Pick<RegisterDefinition, 'fields'>, title: string): string | undefined {
  return Object.entries(fields).find(([, field]) => field.title === title)?.[0];
}

/** `startedOn` → `started_on`: the name of a field's column. */
export function columnName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
