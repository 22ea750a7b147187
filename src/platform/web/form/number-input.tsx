// Money and numbers as they are written. What cannot be read stays as it was typed and is refused with a sentence; it is never
// turned into nothing, 0 or a smaller number.

import { Form, type FormItemProps, Input } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ReactNode, useState } from 'react';
import { type Fen, formatYuan } from '../../../kernel/money.ts';
import { type MoneyLimits, readMoney, readNumber } from '../../../kernel/written-number.ts';
import { formatCount, formatMoney } from '../numbers.ts';

/** What Form.Item gives to the input inside it. */
export type Given<Value> = { id?: string; value?: Value | undefined; onChange?: (value: Value | undefined) => void };

/** The number that was read, or the text that could not be. */
type Written = number | string;

type WrittenInputProps = Given<Written> & {
  label?: string;
  suffix?: string;
  placeholder?: string;
  disabled?: boolean;
  read: (text: string) => number | undefined;
  write: (value: number) => string;
};

function WrittenInput({ id, value, onChange, label, suffix, read, write, ...rest }: WrittenInputProps) {
  const [typed, setTyped] = useState<{ text: string; value: Written | undefined }>();
  const text = typed && typed.value === value ? typed.text : typeof value === 'number' ? write(value) : (value ?? '');
  return (
    <Input
      {...rest}
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(suffix ? { suffix } : {})}
      className="sw-wide"
      inputMode="text"
      autoComplete="off"
      maxLength={40}
      value={text}
      onChange={({ target }) => {
        const next = target.value.trim() === '' ? undefined : (read(target.value) ?? target.value);
        setTyped({ text: target.value, value: next });
        onChange?.(next);
      }}
      // How it was read is seen at once: 4.2万 becomes 42,000.00.
      onBlur={() => setTyped(undefined)}
    />
  );
}

type MoneyInputProps = Given<Fen | string> & MoneyLimits & { label?: string; placeholder?: string; disabled?: boolean };

/** Written in yuan, kept in whole fen. Use it with `moneyRules`, or take `MoneyItem`, which has both. */
export function MoneyInput({ mayBeNegative, most, ...props }: MoneyInputProps) {
  return (
    <WrittenInput
      suffix="元"
      {...props}
      read={(text) => readMoney(text, { ...limits(mayBeNegative, most) }).fen}
      write={formatMoney}
    />
  );
}

function limits(mayBeNegative: boolean | undefined, most: Fen | undefined): MoneyLimits {
  return { ...(mayBeNegative === undefined ? {} : { mayBeNegative }), ...(most === undefined ? {} : { most }) };
}

const isMissing = (value: Written | undefined | null) => value === undefined || value === null || value === '';

function ruleOf(missing: string | undefined, faultOf: (value: Written) => string | undefined): Rule[] {
  const validator = async (_rule: unknown, value: Written | undefined | null) => {
    const fault = isMissing(value) ? missing : faultOf(value as Written);
    if (fault) throw new Error(fault);
  };
  return [{ required: missing !== undefined, validator }];
}

/** `missing`: the sentence where nothing was written; left out where that is allowed. */
export function moneyRules(missing: string | undefined, given: MoneyLimits = {}): Rule[] {
  return ruleOf(missing, (value) => readMoney(typeof value === 'number' ? formatYuan(value) : value, given).fault);
}

type ItemProps = Pick<FormItemProps, 'name' | 'extra' | 'noStyle' | 'className'> & {
  label: string;
  required?: boolean;
  placeholder?: string;
};

export function MoneyItem({ label, required, placeholder, mayBeNegative, most, ...item }: ItemProps & MoneyLimits) {
  const given = limits(mayBeNegative, most);
  return (
    <Form.Item {...item} label={label} rules={moneyRules(required ? `请填写${label}` : undefined, given)}>
      <MoneyInput {...given} {...(placeholder ? { placeholder } : {})} />
    </Form.Item>
  );
}

export type NumberLimits = { unit?: string; least?: number; most?: number; isWhole?: boolean };

/** What is wrong with a number; undefined where nothing is. */
export function numberFault(
  value: Written,
  { unit = '', least = 0, most = 1e9, isWhole = true }: NumberLimits,
): string | undefined {
  const number = typeof value === 'number' ? value : readNumber(value, unit);
  if (number === undefined) return `“${String(value).trim()}”不是数字。请填写数字，例如 3。`;
  if (isWhole && !Number.isInteger(number)) return '请填写整数，不带小数。';
  if (number < least) return least === 0 ? '不能是负数。' : `不能小于 ${formatCount(least)}。`;
  if (number > most) return `不能大于 ${formatCount(most)}。`;
  return undefined;
}

export function numberRules(missing: string | undefined, given: NumberLimits): Rule[] {
  return ruleOf(missing, (value) => numberFault(value, given));
}

type NumberInputProps = Given<number | string> & { unit?: string; label?: string; disabled?: boolean };

export function NumberInput({ unit, ...props }: NumberInputProps) {
  return (
    <WrittenInput
      {...props}
      {...(unit ? { suffix: unit } : {})}
      read={(text) => readNumber(text, unit)}
      write={formatCount}
    />
  );
}

export function NumberItem({ label, required, extra, ...rest }: ItemProps & NumberLimits & { extra?: ReactNode }) {
  const { unit, least, most, isWhole, placeholder: _placeholder, ...item } = rest;
  const given: NumberLimits = {
    ...(unit ? { unit } : {}),
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    ...(isWhole === undefined ? {} : { isWhole }),
  };
  return (
    <Form.Item
      {...item}
      extra={extra}
      label={label}
      rules={numberRules(required ? `请填写${label}` : undefined, given)}
    >
      <NumberInput {...(unit ? { unit } : {})} />
    </Form.Item>
  );
}
