// All that a kind of field means on screen, one entry a kind: its control in a form, its value in lists, its filter.

import { Input, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { ReactElement, ReactNode } from 'react';
import type { Field, Kind } from '../../../kernel/register/field.ts';
import { DayInput, MoneyInput, moneyRules, NumberInput, type NumberLimits, numberRules } from '../form/index.ts';
import type { ListFilter } from '../list/list-types.ts';
import { formatCount, formatMoney, moneyTitle, UNKNOWN } from '../numbers.ts';
import { MonthInput, ReferenceInput, RegionInput, RegionsInput, WanInput, YearInput, YesNoInput } from './controls.tsx';
import { RegionName, RegionNames } from './region-name.tsx';
import { FEN_OF_WAN, REGISTER_MONEY, readWan } from './written-wan.ts';

export type KindOnScreen = {
  /** Stands in a `Form.Item`. Values as rows have them: fen, ISO days, codes. */
  control: (field: Field) => ReactElement;
  /** What is wrong beside being missing. */
  rules?: (field: Field) => Rule[];
  /** A value that is there. */
  show: (value: unknown, field: Field) => ReactNode;
  /** Left out where the server takes no filter of it. */
  filter?: (key: string, field: Field) => ListFilter;
  width: number;
  align?: 'right';
  /** Takes the whole width of form and facts. */
  wide?: true;
};

const choicesOf = ({ values = {} }: Field) => Object.entries(values).map(([value, label]) => ({ value, label }));
const wordOf = ({ values = {} }: Field, code: unknown) => values[String(code)] ?? String(code);
const textFilter = (key: string, { title }: Field): ListFilter => ({ kind: 'text', key, label: title });
const choiceFilter = (key: string, field: Field): ListFilter => ({
  ...{ kind: 'choice', key, label: field.title },
  choices: choicesOf(field),
});
const daysFilter = (key: string, { title }: Field): ListFilter => ({
  ...{ kind: 'days', key, label: title },
  endKey: `${key}-to`,
});

const TEXT: KindOnScreen = {
  control: () => <Input maxLength={200} autoComplete="off" />,
  show: String,
  filter: textFilter,
  width: 160,
};

/** The end of `int` columns. */
const MOST_INTEGER = 2_147_483_647;

function numberKind(limits: NumberLimits): KindOnScreen {
  const given = ({ least }: Field): NumberLimits => ({ least: least ?? -MOST_INTEGER, most: MOST_INTEGER, ...limits });
  return {
    control: ({ unit }) => <NumberInput {...(unit ? { unit } : {})} />,
    rules: (field) => numberRules(undefined, given(field)),
    show: (value) => formatCount(Number(value)),
    width: 110,
    align: 'right',
  };
}

const money = { width: 130, align: 'right' } as const;

function readableWan(_rule: unknown, value: unknown): Promise<void> {
  if (typeof value !== 'string' || value === '' || readWan(value) !== undefined) return Promise.resolve();
  return Promise.reject(new Error(`“${value.trim()}”不是金额。请填写数字，单位万元，例如 4.2。`));
}

export const KINDS_ON_SCREEN: Readonly<Record<Kind, KindOnScreen>> = {
  text: TEXT,
  link: { ...TEXT, width: 200 },
  name: { ...TEXT, width: 90 },
  'id-number': { ...TEXT, width: 170 },
  'household-no': TEXT,
  reference: { ...TEXT, control: (field) => <ReferenceInput field={field} /> },
  'long-text': {
    control: () => <Input.TextArea maxLength={4000} autoSize={{ minRows: 2, maxRows: 8 }} />,
    show: (value) => <span className="sw-register-text">{String(value)}</span>,
    width: 260,
    wide: true,
  },
  integer: { ...numberKind({ isWhole: true }), filter: textFilter },
  decimal: numberKind({ isWhole: false }),
  share: numberKind({ isWhole: false, least: 0, most: 100, unit: '%' }),
  'money-yuan': {
    ...money,
    control: () => <MoneyInput {...REGISTER_MONEY} />,
    rules: () => moneyRules(undefined, REGISTER_MONEY),
    show: (value) => formatMoney(Number(value)),
  },
  'money-wan': {
    ...money,
    control: () => <WanInput />,
    rules: () => [{ validator: readableWan }],
    show: (value) => <span title={moneyTitle(Number(value))}>{formatCount(Number(value) / FEN_OF_WAN)}</span>,
  },
  day: { control: () => <DayInput />, show: (value) => String(value).slice(0, 10), filter: daysFilter, width: 110 },
  month: { control: () => <MonthInput />, show: (value) => String(value).slice(0, 7), filter: daysFilter, width: 90 },
  year: {
    control: () => <YearInput />,
    rules: () => numberRules(undefined, { least: 1900, most: 2099 }),
    show: String,
    filter: textFilter,
    width: 80,
  },
  choice: {
    control: (field) => <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={choicesOf(field)} />,
    show: (value, field) => wordOf(field, value),
    filter: choiceFilter,
    width: 120,
  },
  choices: {
    control: (field) => (
      <Select mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} options={choicesOf(field)} />
    ),
    show: (value, field) => (value as readonly unknown[]).map((code) => wordOf(field, code)).join('、'),
    filter: choiceFilter,
    width: 180,
  },
  'yes-no': {
    control: () => <YesNoInput />,
    show: (value) => (value ? '是' : '否'),
    filter: (key, { title }) => ({
      ...{ kind: 'choice', key, label: title },
      choices: [
        { value: 'true', label: '是' },
        { value: 'false', label: '否' },
      ],
    }),
    width: 80,
  },
  'region-code': {
    control: ({ title, several, level }) =>
      several ? <RegionsInput label={title} lowest={level} /> : <RegionInput label={title} lowest={level} />,
    show: (value) =>
      Array.isArray(value) ? <RegionNames codes={value as number[]} /> : <RegionName code={Number(value)} />,
    filter: (key, { title }) => ({ kind: 'region', key, label: title }),
    width: 150,
  },
};

/** A value of a row as people read it; `—` where there is none. */
export function shown(value: unknown, field: Field): ReactNode {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return UNKNOWN;
  // Masked on the server: `张*`, `*`.
  return field.secret ? String(value) : KINDS_ON_SCREEN[field.kind].show(value, field);
}

/** With its unit; a region is shown by its name, whatever the header of a file says. */
export function titleOf({ title, unit, kind }: Field): string {
  if (kind === 'region-code') return title.replace(/代码$/, '');
  return unit ? `${title}（${unit}）` : title;
}
