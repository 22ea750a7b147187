// Names of officials, found by name or pinyin; another name may be written, and is marked as none of the roster.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AutoComplete, Select } from 'antd';
import { type KeyboardEvent, useDeferredValue, useState } from 'react';
import type { Given } from '../../../../platform/web/form/index.ts';
import { organisations } from '../api.ts';

const SEPARATORS = ['、', ',', '，', ' ', ';', '；'];

function usePeople(text: string) {
  const asked = useDeferredValue(text.trim());
  const input = asked ? { text: asked } : {};
  const { data = [] } = useQuery({
    ...organisations.query.people.queryOptions({ input }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return data;
}

type Found = ReturnType<typeof usePeople>;

/** One line for each name: who bears it stands beside. */
function optionsOf(people: Found) {
  return [...Map.groupBy(people, ({ name }) => name)].map(([value, own]) => ({
    value,
    label: (
      <span className="sw-hit">
        {value} <span className="sw-quiet">{own.map(({ note }) => note).join('；')}</span>
      </span>
    ),
  }));
}

export function PersonInput({ id, value = '', onChange, most = 40 }: Given<string> & { most?: number }) {
  const people = usePeople(value);
  const isKnown = value.trim() === '' || people.some(({ name }) => name === value.trim());
  return (
    <>
      <AutoComplete
        {...(id ? { id } : {})}
        value={value}
        onChange={(text: string) => onChange?.(text.slice(0, most))}
        options={optionsOf(people)}
        placeholder="姓名或拼音"
      />
      {isKnown ? null : <span className="sw-quiet">名册中没有此人，将按手工填写的姓名记录。</span>}
    </>
  );
}

export function PeopleInput({ id, value = [], onChange }: Given<string[]>) {
  const [text, setText] = useState('');
  const [isChoosing, setChoosing] = useState(false);
  const people = usePeople(text);

  function take(names: string[]) {
    setText('');
    onChange?.(names);
  }

  /** Enter takes the name as it is written; pinyin, and whom the arrows led to, are the list's to answer. */
  function onKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return setChoosing(true);
    const name = text.trim();
    if (event.key !== 'Enter' || isChoosing || !/\p{Script=Han}/u.test(name)) return setChoosing(false);
    event.preventDefault();
    event.stopPropagation();
    take([...new Set([...value, name])]);
  }

  return (
    <Select
      {...(id ? { id } : {})}
      mode="tags"
      value={value}
      // Only while somebody types: an open list would lie over the next field.
      open={text !== ''}
      onChange={take}
      onInputKeyDown={onKey}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      options={optionsOf(people.filter(({ name }) => !value.includes(name)))}
      optionLabelProp="value"
      tokenSeparators={SEPARATORS}
      suffixIcon={null}
      placeholder="姓名或拼音，手工填写后按回车"
    />
  );
}

/** Somebody with an account. */
export function AccountInput({ id, value, onChange, label }: Given<number> & { label: string }) {
  const [text, setText] = useState('');
  const people = usePeople(text);
  return (
    <Select
      {...(id ? { id } : {})}
      className="sw-wide"
      aria-label={label}
      value={value ?? null}
      onChange={(chosen: number) => onChange?.(chosen)}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={people.flatMap(({ accountId, name, note }) =>
        accountId === undefined ? [] : [{ value: accountId, label: `${name}（${note}）` }],
      )}
      placeholder="姓名或拼音"
      notFoundContent="没有找到"
    />
  );
}
