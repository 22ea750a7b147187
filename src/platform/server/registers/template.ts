// The workbook people fill in: the header with `*` on what must be filled, lists to choose from, codes as text, an example row, and a
// sheet that explains every column.

import { type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { conditionWords } from '../../../kernel/register/conditions.ts';
import { COMMON_FIELDS, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { KIND_RULES } from '../../../kernel/register/kinds.ts';

/** Rows the lists and formats reach. */
const ROWS = 5000;
/** Excel takes no longer list inside a cell's rule. */
const LONGEST_LIST = 255;

const ABOUT = '填表说明';

function titleOf({ title, required, unit, kind }: Field): string {
  const money = kind.startsWith('money') ? `(${unit})` : '';
  return `${title}${money}${required === true ? '*' : ''}`;
}

/** `A`, …, `Z`, `AA`. */
function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : letterOf(Math.floor(at / 26) - 1) + letterOf(at % 26);
}

function listOf({ kind, values = {} }: Field): string[] | undefined {
  if (kind === 'yes-no') return ['是', '否'];
  return kind === 'choice' ? Object.values(values) : undefined;
}

function requiredWords({ required }: Field, register: RegisterDefinition): string {
  if (required === undefined) return '';
  return required === true ? '必填' : conditionWords(required, register.fields);
}

/** A value of the column's form, invented. */
function exampleOf(field: Field): string {
  const { kind, values = {}, level, secret } = field;
  if (kind === 'choice' || kind === 'choices') return Object.values(values)[0] ?? '';
  if (kind === 'region-code')
    return level === 'village' ? '150923101200' : level === 'county' ? '150923000000' : '150000000000';
  if (kind === 'id-number' || secret === 'sealed') return '';
  const examples: Partial<Record<Field['kind'], string>> = {
    day: '2022-05-31',
    month: '2022-05',
    year: '2022',
    integer: '1',
    decimal: '1',
    share: '50',
    'money-yuan': '1234.50',
    'money-wan': '12.5',
    'yes-no': '否',
  };
  return examples[kind] ?? (field.required === true ? '示例' : '');
}

function filledSheet(register: RegisterDefinition, fields: Field[]): WriteSheet {
  const validations = fields.flatMap((field, at): DataValidation[] => {
    const values = listOf(field);
    if (!values || values.join(',').length > LONGEST_LIST || values.some((value) => value.includes(','))) return [];
    const letter = letterOf(at);
    return [
      {
        type: 'list',
        values,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: field.title,
        errorMessage: '请从下拉列表中选择',
        range: `${letter}2:${letter}${ROWS}`,
      },
    ];
  });
  return {
    name: register.code,
    rows: [fields.map(titleOf)],
    columns: fields.map(({ kind }) => ({
      width: 18,
      style: { numFmt: KIND_RULES[kind].sheet === 'number' ? 'General' : '@' },
    })),
    cells: new Map(
      fields.map((field, i) => [`0,${i}`, { value: titleOf(field), style: { numFmt: '@', font: { bold: true } } }]),
    ),
    freezePane: { rows: 1 },
    ...(validations.length > 0 ? { dataValidations: validations } : {}),
  };
}

function aboutSheet(register: RegisterDefinition, fields: Field[]): WriteSheet {
  const header = ['列', '是否必填', '写法', '单位', '说明', '示例'];
  const rows = fields.map((field) => [
    field.title,
    requiredWords(field, register),
    KIND_RULES[field.kind].words(field),
    field.unit ?? '',
    [field.secret === 'sealed' ? '加密保存' : '', field.hint ?? ''].filter(Boolean).join('。'),
    exampleOf(field),
  ]);
  const key = register.key.map((name) => register.fields[name]?.title ?? name).join('、');
  return {
    name: ABOUT,
    rows: [
      [`${register.title}填表说明`],
      [
        `在“${register.code}”表中从第二行起填写，一行一${register.unit}。带 * 的列必填。相同的“${key}”为同一条记录，再次导入时更新它。`,
      ],
      header,
      ...rows,
    ],
    columns: [24, 30, 60, 8, 48, 20].map((width) => ({ width, style: { numFmt: '@' } })),
  };
}

/** The register's template, as a workbook. */
export async function templateWorkbook(register: RegisterDefinition): Promise<Buffer> {
  const fields = [...Object.values(register.fields), ...Object.values(COMMON_FIELDS)] as Field[];
  return Buffer.from(await writeXlsx({ sheets: [filledSheet(register, fields), aboutSheet(register, fields)] }));
}
