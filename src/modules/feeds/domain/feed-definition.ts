// A department feed as data: its columns, which must exist, what forms they take, and where each value is kept. Loading,
// quarantine, the database table, the templates and the screens all follow from this (data contract §3).

import type { NamedColumn } from '../../../kernel/match-headers.ts';
import type { ColumnName } from './column-names.ts';

/**
 * - `id`: an identity number or certificate; may be empty or damaged.
 * - `name`: may be empty.
 * - `list`: one of `values`, kept as its small number.
 * - `school-year`: `2021-2022`, kept as the first year.
 */
export type ColumnKind =
  | 'id'
  | 'name'
  | 'village'
  | 'date'
  | 'month'
  | 'year'
  | 'school-year'
  | 'amount'
  | 'list'
  | 'serial'
  | 'text';

export type FeedColumn = {
  /** Column of the department's table, in Chinese. */
  title: string;
  synonyms?: readonly string[];
  kind: ColumnKind;
  /** The column must exist; except for `id` and `name`, its cell must be filled and of its form. */
  required: boolean;
  /** Column of `feed_<dataset>`; not needed for `id`, `name` and `village`. */
  field?: string;
  /** Accepted words and the number each is kept as. */
  values?: Readonly<Record<string, number>>;
};

export type FeedDefinition = {
  /** The word used on the command line, in addresses and as the table's name. */
  code: string;
  title: string;
  department: string;
  departmentTitle: string;
  /** Whether rows speak of persons or of whole villages. */
  subject: 'person' | 'village';
  /** The ID stands in a disability certificate number of 20 or 22 digits. */
  certificate?: boolean;
  columns: readonly FeedColumn[];
  /** What the data is for, shown before a file is handed in. */
  purpose: string;
};

/** The columns as a header is searched for them; `names` are what somebody said of the file's own headings. */
export function namedColumns({ columns }: FeedDefinition, names: readonly ColumnName[] = []): NamedColumn[] {
  return columns.map((column) => {
    const given = names.filter((name) => name.column === column.title).map(({ header }) => header);
    return { ...column, synonyms: [...given, ...(column.synonyms ?? [])], money: column.kind === 'amount' };
  });
}

/** Reason codes of the quarantine, with their words (data contract §1). */
export const QUARANTINE_REASONS = {
  missing: '必填项为空',
  'bad-date': '日期不存在或格式不对',
  'bad-month': '月份不存在或格式不对',
  'bad-amount': '金额格式不对',
  'bad-number': '数字格式不对，或被 Excel 改写而丢失了末尾数字',
  'not-in-list': '不在允许的取值中',
  'bad-village': '嘎查村代码不是 12 位或不存在',
  columns: '列数与表头不一致',
} as const;

export type QuarantineReason = keyof typeof QUARANTINE_REASONS;

export const ID_SYNONYMS = [
  '身份证号',
  '身份证号码',
  '公民身份号码',
  '公民身份证号',
  '公民身份证号码',
  '居民身份证号',
  '居民身份证号码',
  '身份证件号码',
  '证件号',
] as const;
export const NAME_SYNONYMS = ['名字', '人员姓名', '成员姓名'] as const;
export const VILLAGE_SYNONYMS = [
  '村代码',
  '行政村代码',
  '嘎查代码',
  '嘎查(村)代码',
  '村级代码',
  '行政区划代码',
  '区划代码',
] as const;

/** 证件号码 as most departments call it. */
export const ID_COLUMN: FeedColumn = { title: '证件号码', synonyms: ID_SYNONYMS, kind: 'id', required: true };
export const NAME_COLUMN: FeedColumn = { title: '姓名', synonyms: NAME_SYNONYMS, kind: 'name', required: true };

export function villageColumn(required: boolean): FeedColumn {
  return { title: '嘎查村代码', synonyms: VILLAGE_SYNONYMS, kind: 'village', required };
}

/** `1`…`n` as a list of words. */
export function grades(from: number, to: number): Record<string, number> {
  const values: Record<string, number> = {};
  for (let i = from; i <= to; i++) values[String(i)] = i;
  return values;
}

/** `medical-settlement` → `feed_medical_settlement`. */
export function feedTable(definition: Pick<FeedDefinition, 'code'>): string {
  return `feed_${definition.code.replaceAll('-', '_')}`;
}
