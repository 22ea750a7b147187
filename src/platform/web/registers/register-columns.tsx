// Columns of a register's list.

import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../kernel/register/register-contract.ts';
import { StateTag } from '../detail-page.tsx';
import type { ListColumn } from '../list/list-types.ts';
import { KINDS_ON_SCREEN, shown, titleOf } from './kinds.tsx';

/** As many as stand beside each other without scrolling; the rest is chosen. */
const SHOWN_AT_FIRST = 9;

export function listColumns(register: RegisterDefinition): ListColumn<RegisterRow>[] {
  const { key, fields } = register;
  const listed = Object.entries(fields).filter(([, { list }]) => list);
  const own = listed.map(([name, field], i): ListColumn<RegisterRow> => {
    const { width, align } = KINDS_ON_SCREEN[field.kind];
    const isSortable = !field.secret && !field.several && field.kind !== 'choices';
    return {
      key: name,
      title: titleOf(field),
      width,
      ...(align ? { align } : {}),
      ...(isSortable ? { sortable: true } : {}),
      ...(key.includes(name) ? { always: true } : {}),
      ...(i >= SHOWN_AT_FIRST ? { spare: true } : {}),
      render: ({ values, placeCode, placeName }) =>
        // The name of the row's own place came with it.
        field.kind === 'region-code' && values[name] === placeCode ? placeName : shown(values[name], field),
    };
  });
  const place: ListColumn<RegisterRow>[] = listed.some(([, { role }]) => role === 'place')
    ? []
    : [{ key: 'place', title: '所在地区', width: 140, render: ({ placeName }) => placeName }];
  const state: ListColumn<RegisterRow> = {
    ...{ key: 'voided', title: '状态', width: 90 },
    render: ({ voided, state }) =>
      voided ? <StateTag>已作废</StateTag> : (register.states?.names[state ?? ''] ?? '有效'),
  };
  // Where a row stands on its road is what the list is read for.
  if (register.states) return [...own.slice(0, key.length), state, ...own.slice(key.length), ...place];
  return [...own, ...place, state];
}
