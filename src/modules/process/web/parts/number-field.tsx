// A labelled number or term with its fault under it, as the editor of templates uses many of them.

import { InputNumber, Select, Space } from 'antd';
import { type ReactNode, useId } from 'react';
import { DAY_KINDS, type Term } from '../../domain/calendar.ts';
import { DAY_KIND_NAMES } from './term-words.ts';

type FieldProps = { label: string; note?: string; fault: string | undefined; children: (id: string) => ReactNode };

export function Field({ label, note, fault, children }: FieldProps) {
  const id = useId();
  return (
    <div className="sw-setting">
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {note ? <div className="sw-quiet">{note}</div> : null}
        {fault ? (
          <div className="sw-tone-red" role="alert">
            {fault}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** An emptied field is a fault that the checks name; it is not turned into 0. */
const EMPTY = Number.NaN;

type NumberFieldProps = {
  label: string;
  unit: string;
  note?: string;
  value: number;
  fault: string | undefined;
  disabled: boolean;
  onChange: (value: number) => void;
};

export function NumberField({ label, unit, note, value, fault, disabled, onChange }: NumberFieldProps) {
  return (
    <Field label={label} fault={fault} {...(note ? { note } : {})}>
      {(id) => (
        <Space>
          <InputNumber
            id={id}
            value={Number.isNaN(value) ? null : value}
            disabled={disabled}
            status={fault ? 'error' : ''}
            onChange={(next) => onChange(next ?? EMPTY)}
          />
          {unit}
        </Space>
      )}
    </Field>
  );
}

type TermInputProps = {
  id?: string;
  label: string;
  value: Term;
  fault: string | undefined;
  disabled: boolean;
  onChange: (value: Term) => void;
};

export function TermInput({ id, label, value, fault, disabled, onChange }: TermInputProps) {
  return (
    <Space.Compact>
      <InputNumber
        {...(id ? { id } : {})}
        aria-label={`${label}天数`}
        className="sw-days"
        value={Number.isNaN(value.days) ? null : value.days}
        disabled={disabled}
        status={fault ? 'error' : ''}
        onChange={(days) => onChange({ ...value, days: days ?? EMPTY })}
      />
      <Select
        aria-label={`${label}按自然日或工作日`}
        className="sw-day-kind"
        value={value.kind}
        disabled={disabled}
        options={DAY_KINDS.map((kind) => ({ value: kind, label: DAY_KIND_NAMES[kind] }))}
        onChange={(kind) => onChange({ ...value, kind })}
      />
    </Space.Compact>
  );
}

export function TermField({ note, ...props }: Omit<TermInputProps, 'id'> & { note?: string }) {
  return (
    <Field label={props.label} fault={props.fault} {...(note ? { note } : {})}>
      {(id) => <TermInput id={id} {...props} />}
    </Field>
  );
}
