// Rows of a register that are on the phone, to be changed; and the way to a new one.

import { allFields } from '../../../../../kernel/register/define-register.ts';
import type { Field } from '../../../../../kernel/register/field.ts';
import { KIND_RULES } from '../../../../../kernel/register/kinds.ts';
import { operationName } from '../../../../../kernel/register/register-contract.ts';
import { keyText, type PhoneRow } from '../../../../field/domain/phone-copy.ts';
import { addressOf } from '../addresses.ts';
import { usePhone, usePhoneState } from '../context.ts';
import { rowName } from '../forms/register-form.ts';
import { Nothing, RowLink, Screen } from '../parts.tsx';
import { useRemembered } from '../remembered.ts';

const MOST_SHOWN = 60;
const MOST_FACTS = 4;

export function RegisterRows({ code }: { code: string }) {
  const { registers } = usePhone();
  const { copy } = usePhoneState();
  const [text, setText] = useRemembered(`register.${code}`, '');
  const register = registers.find((each) => each.code === code);
  if (!register || !copy)
    return (
      <Screen title="台账" back={addressOf('collect')}>
        {null}
      </Screen>
    );
  const may = (verb: string) => copy.operations.includes(operationName(register, verb));
  const heads = new Map(copy.households.map(({ number, headName }) => [number, headName]));
  const listed = allFields(register)
    .filter(([name, { list, secret }]) => list && !secret && !register.key.includes(name))
    // Whose it is comes first.
    .sort(([, one], [, other]) => Number(other.kind === 'household-no') - Number(one.kind === 'household-no'));
  const shown = (row: PhoneRow) =>
    listed
      .flatMap(([name, field]) => wordsOf(row.values[name], field, heads))
      .slice(0, MOST_FACTS)
      .join(' · ');
  const rows = (copy.registers[code] ?? [])
    .map((row) => ({ row, name: rowName(register, row) ?? '', facts: shown(row) }))
    .filter(({ name, facts }) => text === '' || name.includes(text) || facts.includes(text));
  return (
    <Screen title={register.title} back={addressOf('collect')}>
      {may('add') ? (
        <a className="f-button" href={addressOf('form', 'register', code, 'new')}>
          登记{register.title}
        </a>
      ) : null}
      <label className="f-label">
        <span className="f-hidden">查找</span>
        <input
          className="f-input"
          type="search"
          placeholder="编号、户主姓名"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <p className="f-quiet" role="status">
        {rows.length} {register.unit}
        {rows.length > MOST_SHOWN ? `，列出前 ${MOST_SHOWN} ${register.unit}` : ''}
      </p>
      {rows.length === 0 ? <Nothing>没有记录。</Nothing> : null}
      <ul className="f-list">
        {rows.slice(0, MOST_SHOWN).map(({ row, name, facts }) =>
          may('change') ? (
            <RowLink
              key={keyText(row)}
              href={addressOf('form', 'register', code, keyText(row))}
              title={name}
              note={facts}
            />
          ) : (
            <li key={keyText(row)} className="f-card">
              <b>{name}</b>
              <p className="f-quiet">{facts}</p>
            </li>
          ),
        )}
      </ul>
    </Screen>
  );
}

function wordsOf(value: unknown, field: Field, heads: ReadonlyMap<string, string>): string[] {
  if (value === null || value === undefined || field.kind === 'region-code') return [];
  if (field.kind === 'household-no') return [heads.get(String(value)) ?? String(value)];
  return [`${field.title} ${KIND_RULES[field.kind].write(value, field)}`];
}
