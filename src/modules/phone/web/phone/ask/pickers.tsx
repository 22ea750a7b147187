// Choosing a household by its name, or a row of a register that is on the phone.

import { useState } from 'react';
import { findHouseholds, keyText } from '../../../../field/domain/phone-copy.ts';
import type { Question } from '../../../../field/domain/questions.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { rowName } from '../forms/register-form.ts';
import type { ControlProps } from './controls.tsx';

const MOST_FOUND = 8;

type Found = { value: string; title: string; note: string };

type PickerProps = {
  id: string;
  value: unknown;
  shown: string | undefined;
  placeholder: string;
  find: (text: string) => Found[];
  onChange: (value: unknown) => void;
};

function Picker({ id, value, shown, placeholder, find, onChange }: PickerProps) {
  const [text, setText] = useState('');
  if (value !== undefined)
    return (
      <p className="f-line f-card">
        <b>{shown ?? String(value)}</b>
        <button type="button" className="f-link" onClick={() => onChange(undefined)}>
          换一个
        </button>
      </p>
    );
  return (
    <>
      <input
        id={id}
        aria-labelledby={`${id}-title`}
        className="f-input"
        type="search"
        autoComplete="off"
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className="f-options">
        {(text.trim() === '' ? [] : find(text)).slice(0, MOST_FOUND).map((each) => (
          <button key={each.value} type="button" className="f-option" onClick={() => onChange(each.value)}>
            {each.title} <span className="f-quiet">{each.note}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/** Answered with 户编号. */
export function HouseholdInput({ value, onChange, id }: ControlProps) {
  const { copy } = usePhoneState();
  const chosen = copy?.households.find(({ number }) => number === value);
  return (
    <Picker
      {...{ id, value, onChange }}
      shown={chosen?.headName}
      placeholder="姓名、拼音首字母"
      find={(text) =>
        copy
          ? findHouseholds(copy, { text, group: 'all' }).map(({ number, headName }) => ({
              ...{ value: number, title: headName, note: number },
            }))
          : []
      }
    />
  );
}

/** Answered with the last part of the row's key, as references are. */
export function RowInput({ question, value, onChange, id }: ControlProps<Extract<Question, { kind: 'row' }>>) {
  const { registers } = usePhone();
  const { copy } = usePhoneState();
  const register = registers.find(({ code }) => code === question.register);
  const rows = copy?.registers[question.register] ?? [];
  const keyName = register?.key.at(-1) ?? 'number';
  const titleOf = (row: (typeof rows)[number]) => {
    const name = Object.entries(row.values).find(
      ([field, held]) => /name|title/i.test(field) && typeof held === 'string',
    );
    return String(name?.[1] ?? (register && rowName(register, row)) ?? keyText(row));
  };
  const found = rows.map((row) => ({
    value: String(row.values[keyName] ?? ''),
    title: titleOf(row),
    note: String(row.values[keyName] ?? ''),
  }));
  return (
    <Picker
      {...{ id, value, onChange }}
      shown={found.find((each) => each.value === value)?.title}
      placeholder="编号或名称"
      find={(text) => found.filter(({ title, note }) => title.includes(text) || note.includes(text))}
    />
  );
}
