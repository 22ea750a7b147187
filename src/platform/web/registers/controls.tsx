// Form controls that only registers need: 万元, months, years, yes or no, several regions, rows of another register.

import { useQuery } from '@tanstack/react-query';
import { AutoComplete, DatePicker, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { useDeferredValue, useState } from 'react';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { readNumber } from '../../../kernel/written-number.ts';
import { type Given, WrittenInput } from '../form/index.ts';
import { formatCount } from '../numbers.ts';
import { RegionPicker } from '../regions/region-picker.tsx';
import { RegionName } from './region-name.tsx';
import { registerKey, useMayDo, useRegisters } from './registers.tsx';
import { FEN_OF_WAN, readWan } from './written-wan.ts';

/** Written in 万元, kept in fen. */
export function WanInput(props: Given<number | string>) {
  return <WrittenInput {...props} suffix="万元" read={readWan} write={(fen) => formatCount(fen / FEN_OF_WAN)} />;
}

/** Without thousands: 2022. */
export function YearInput(props: Given<number | string>) {
  return <WrittenInput {...props} suffix="年" read={(text) => readNumber(text, '年')} write={String} />;
}

/** A month whose value is its first day. */
export function MonthInput({ id, value, onChange }: Given<string>) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      className="sw-wide"
      picker="month"
      value={value ? dayjs(value) : null}
      onChange={(date) => onChange?.(date ? date.format('YYYY-MM-01') : undefined)}
    />
  );
}

const YES_NO = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];

export function YesNoInput({ id, value, onChange }: Given<boolean>) {
  return (
    <Select
      {...(id ? { id } : {})}
      allowClear
      value={value ?? null}
      options={YES_NO}
      onChange={(next: boolean | null | undefined) => onChange?.(next ?? undefined)}
    />
  );
}

type RegionInputProps = { label: string; lowest?: RegionLevel | undefined };

export function RegionInput({ label, lowest = 'village', ...given }: Given<number> & RegionInputProps) {
  return <RegionPicker {...given} label={label} lowest={lowest} className="sw-wide" placeholder="请选择" />;
}

/** Several regions: chosen one after the other. */
export function RegionsInput({
  id,
  value = [],
  onChange,
  label,
  lowest = 'village',
}: Given<number[]> & RegionInputProps) {
  const put = (next: number[]) => onChange?.(next.length > 0 ? next : undefined);
  return (
    <>
      <RegionPicker
        {...(id ? { id } : {})}
        key={value.join()}
        label={label}
        lowest={lowest}
        className="sw-wide"
        placeholder="选择后加入"
        onChange={(code) => code !== undefined && !value.includes(code) && put([...value, code])}
      />
      {value.map((code) => (
        <Tag key={code} closable onClose={() => put(value.filter((one) => one !== code))}>
          <RegionName code={code} />
        </Tag>
      ))}
    </>
  );
}

/** The key of a row of another register: typed, or found by what its rows are called. */
export function ReferenceInput({ id, value, onChange, field }: Given<string> & { field: Field }) {
  const { catalogue, client } = useRegisters();
  const may = useMayDo();
  const target = catalogue.find(field.target ?? '');
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: [...registerKey(field.target ?? ''), 'find', asked],
    queryFn: ({ signal }) => client.registers[field.target ?? '']?.list({ text: asked, limit: 20 }, { signal }),
    enabled: asked !== '' && target !== undefined && may(target, 'list'),
    staleTime: 30_000,
  });
  const key = target?.key.at(-1) ?? '';
  const names = Object.entries(target?.fields ?? {}).flatMap(([name, { find }]) =>
    find && name !== key ? [name] : [],
  );
  const options = (found.data?.items ?? []).flatMap(({ id: row, countyCode, values }) => {
    const code = values[key];
    if (typeof code !== 'string') return [];
    const words = names.map((name) => values[name]).filter((word) => typeof word === 'string');
    return [{ key: `${countyCode}-${row}`, value: code, label: [code, ...words].join(' ') }];
  });
  return (
    <AutoComplete
      {...(id ? { id } : {})}
      allowClear
      value={value ?? ''}
      options={options}
      placeholder={target ? `输入编号，或按名称查找${target.title}` : ''}
      showSearch={{ onSearch: setText, filterOption: false }}
      onChange={(next: string) => onChange?.(next === '' ? undefined : next)}
    />
  );
}
