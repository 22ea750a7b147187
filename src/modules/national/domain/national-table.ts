// The export of the national system as far as it is compared: its columns, and how a row is read.

import { hasLostDigits, normalizeCell } from '../../../kernel/cell.ts';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { classifyId, maskId, normalizeId } from '../../../kernel/id-number.ts';
import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { parseMonth } from '../../../kernel/plain-date.ts';
import { readYesNo } from '../../../kernel/yes-no.ts';
import { CATEGORY_NAMES, CLEARING_MODE_NAMES } from '../../cases/domain/words.ts';
import { monthText, NATIONAL_FIELD_NAMES, type NationalField } from './national-changes.ts';

/** Fields that can be compared, by what the export calls them. */
export const COMPARED = [
  'category',
  'cleared',
  'identified',
  'cleared-month',
  'clearing-mode',
  'responsible',
] as const satisfies readonly NationalField[];
export type ComparedField = (typeof COMPARED)[number];

const SYNONYMS: Record<ComparedField, string[]> = {
  category: ['监测对象类型', '监测类别'],
  cleared: ['风险是否消除', '是否消除风险'],
  identified: ['识别时间', '纳入监测时间'],
  'cleared-month': ['风险消除时间', '消除时间'],
  'clearing-mode': ['风险消除方式'],
  responsible: ['帮扶责任人姓名', '帮扶干部', '帮扶人姓名'],
};

export const NATIONAL_COLUMNS: readonly NamedColumn[] = [
  { title: '户编号', synonyms: ['户编码', '家庭编号'], required: true },
  ...COMPARED.map((field) => ({
    title: NATIONAL_FIELD_NAMES[field],
    synonyms: SYNONYMS[field],
    required: field === 'category' || field === 'cleared',
  })),
];

/** `shown`: the number as it may be told when the row is refused later. */
export type NationalRow = {
  number: string;
  shown: string;
  line: number;
  values: Partial<Record<ComparedField, string>>;
};
export type BadRow = { line: number; column: string; value: string; reason: string };

const LONGEST_NUMBER = 64;
const LOST = '被 Excel 改写成数字，末尾几位已丢失；请把这一列设为“文本”格式，重新导出';
const LONGEST_NAME = 100;
const MOST_SHOWN = 40;

/** Somebody may have put ID numbers, damaged ones too, or phones into the column: they are told only in part. */
export function maskedNumber(text: string): string {
  const id = normalizeId(text);
  const kind = classifyId(id);
  if (kind === 'sound' || kind === 'readable' || id.length === 17) return maskId(id);
  return (/^\d{12,}$/.test(text) ? text : hideNumbers(text)).slice(0, MOST_SHOWN);
}

function oneOf(words: readonly string[]) {
  return (text: string): string | undefined => (text === '' || words.includes(text) ? text : undefined);
}

/** 是, √, 1… → 是. */
function yesNo(text: string): string | undefined {
  if (text === '') return '';
  const answer = readYesNo(text);
  return answer === undefined ? undefined : answer ? '是' : '否';
}

/** 202206, 2022-06, 2022/6/1 → 202206. */
function month(text: string): string | undefined {
  if (text === '') return '';
  const day = parseMonth(text);
  return day === 0 ? undefined : monthText(day);
}

const READERS: Record<ComparedField, { read: (text: string) => string | undefined; reason: string }> = {
  category: {
    read: (text) => oneOf(Object.values(CATEGORY_NAMES))(text === '无' ? '' : text),
    reason: `须为${Object.values(CATEGORY_NAMES).join('、')}之一`,
  },
  cleared: { read: yesNo, reason: '须为“是”或“否”' },
  identified: { read: month, reason: '须为 6 位年月，如 202206' },
  'cleared-month': { read: month, reason: '须为 6 位年月，如 202206' },
  'clearing-mode': {
    read: oneOf(Object.values(CLEARING_MODE_NAMES)),
    reason: `须为${Object.values(CLEARING_MODE_NAMES).join('、')}之一`,
  },
  responsible: {
    read: (text) => (text.length > LONGEST_NAME ? undefined : text),
    reason: `不能超过 ${LONGEST_NAME} 个字`,
  },
};

/** Reads the cells of a row; `positions` as `matchHeaders` gives them for NATIONAL_COLUMNS. */
export function readNationalRow(
  cells: readonly string[],
  positions: readonly number[],
  line: number,
): NationalRow | BadRow {
  const cell = (column: number) => normalizeCell(cells[positions[column] ?? -1] ?? '');
  const number = cell(0);
  const shown = maskedNumber(number);
  if (number === '') return { line, column: '户编号', value: '', reason: '没有填写' };
  if (hasLostDigits(number)) return { line, column: '户编号', value: shown, reason: LOST };
  if (number.length > LONGEST_NUMBER)
    return { line, column: '户编号', value: shown, reason: `不能超过 ${LONGEST_NUMBER} 个字` };
  const values: NationalRow['values'] = {};
  for (const [i, field] of COMPARED.entries()) {
    if (positions[i + 1] === -1) continue;
    const text = cell(i + 1);
    const value = READERS[field].read(text);
    if (value === undefined) {
      const given = hideNumbers(text).slice(0, MOST_SHOWN);
      return { line, column: NATIONAL_FIELD_NAMES[field], value: given, reason: READERS[field].reason };
    }
    values[field] = value;
  }
  return { number, shown, line, values };
}
