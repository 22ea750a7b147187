// The filter bar: the filters that are used, the others behind 更多; all of them kept in the address. On a phone all of them
// are folded away behind 筛选, so that the first rows are seen.

import { DownOutlined, FilterOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useState } from 'react';
import { RegionPicker } from '../regions/region-picker.tsx';
import type { ListFilter } from './list-types.ts';

type Values = Record<string, unknown>;
type Change = (patch: Values) => void;
type FilterBarProps = { filters: ListFilter[]; values: Values; onChange: Change };

export function keysOf(filter: ListFilter): string[] {
  return filter.kind === 'days' ? [filter.key, filter.endKey] : [filter.key];
}

function isSet(filter: ListFilter, values: Values): boolean {
  return keysOf(filter).some((key) => values[key] !== undefined);
}

export function FilterBar({ filters, values, onChange }: FilterBarProps) {
  const hidden = filters.filter((filter) => filter.more);
  const [open, setOpen] = useState(() => hidden.some((filter) => isSet(filter, values)));
  const shown = filters.filter((filter) => open || !filter.more);
  const setCount = filters.filter((filter) => isSet(filter, values)).length;
  const [unfolded, setUnfolded] = useState(false);

  function clear() {
    onChange(Object.fromEntries(filters.flatMap(keysOf).map((key) => [key, undefined])));
  }

  if (filters.length === 0) return null;
  return (
    <search className={unfolded ? 'sw-filters sw-filters-unfolded' : 'sw-filters'}>
      <Button
        className="sw-filters-fold"
        icon={<FilterOutlined />}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? '收起筛选' : setCount > 0 ? `筛选（${setCount}）` : '筛选'}
      </Button>
      {shown.map((filter) => (
        <div key={filter.key} className="sw-filter">
          {filter.kind === 'tick' ? null : <span className="sw-filter-label">{filter.label}</span>}
          <FilterField filter={filter} values={values} onChange={onChange} />
        </div>
      ))}
      {hidden.length > 0 ? (
        <Button
          type="text"
          size="small"
          icon={open ? <UpOutlined /> : <DownOutlined />}
          iconPlacement="end"
          onClick={() => setOpen(!open)}
          aria-expanded={open}
        >
          {open ? '收起' : `更多（${hidden.length}）`}
        </Button>
      ) : null}
      {setCount > 0 ? (
        <Button type="link" size="small" onClick={clear}>
          清除条件
        </Button>
      ) : null}
    </search>
  );
}

type FieldProps = { filter: ListFilter; values: Values; onChange: Change };

function text(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

function FilterField({ filter, values, onChange }: FieldProps) {
  const { key, label } = filter;
  const value = values[key];
  switch (filter.kind) {
    case 'text':
      return (
        <TextField
          label={label}
          placeholder={filter.placeholder}
          value={text(value) ?? ''}
          onCommit={(next) => onChange({ [key]: next || undefined })}
        />
      );
    case 'choice':
      return (
        <Select
          aria-label={label}
          className="sw-filter-field"
          allowClear
          placeholder="全部"
          value={text(value) ?? null}
          options={[...filter.choices]}
          showSearch={filter.choices.length > 8 ? { optionFilterProp: 'label' } : false}
          onChange={(next: string | null | undefined) => onChange({ [key]: next ?? undefined })}
        />
      );
    case 'choices':
      return (
        <Select
          aria-label={label}
          className="sw-filter-field"
          mode="multiple"
          maxTagCount="responsive"
          allowClear
          placeholder="全部"
          value={Array.isArray(value) ? value.map(String) : []}
          options={[...filter.choices]}
          onChange={(next: string[]) => onChange({ [key]: next.length > 0 ? next : undefined })}
        />
      );
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          value={value ? dayjs(text(value)) : null}
          onChange={(next) => onChange({ [key]: next?.format('YYYY-MM-DD') })}
        />
      );
    case 'days':
      return <DaysField filter={filter} values={values} onChange={onChange} />;
    case 'region':
      return (
        <RegionPicker
          label={label}
          value={value === undefined ? undefined : Number(value)}
          onChange={(code) => onChange({ [key]: code === undefined ? undefined : String(code) })}
        />
      );
    case 'tick':
      return (
        <Checkbox
          checked={value === true || value === 'true'}
          onChange={(event) => onChange({ [key]: event.target.checked || undefined })}
        >
          {label}
        </Checkbox>
      );
  }
}

type DaysFieldProps = { filter: Extract<ListFilter, { kind: 'days' }>; values: Values; onChange: Change };

function DaysField({ filter, values, onChange }: DaysFieldProps) {
  const from = text(values[filter.key]);
  const to = text(values[filter.endKey]);
  return (
    <DatePicker.RangePicker
      aria-label={filter.label}
      className="sw-filter-days"
      allowEmpty={[true, true]}
      placeholder={['起', '止']}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      onChange={(next) =>
        onChange({
          [filter.key]: next?.[0]?.format('YYYY-MM-DD'),
          [filter.endKey]: next?.[1]?.format('YYYY-MM-DD'),
        })
      }
    />
  );
}

type TextFieldProps = {
  label: string;
  placeholder?: string | undefined;
  value: string;
  onCommit: (value: string) => void;
};

/** Text goes into the address on Enter or on leaving the field, not with every letter. */
function TextField({ label, placeholder, value, onCommit }: TextFieldProps) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);

  function commit(next: string) {
    if (next.trim() !== value) onCommit(next.trim());
  }

  return (
    <Input
      aria-label={label}
      className="sw-filter-field"
      allowClear
      placeholder={placeholder}
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value);
        if (event.target.value === '') commit('');
      }}
      onPressEnter={() => commit(draft)}
      onBlur={() => commit(draft)}
    />
  );
}
