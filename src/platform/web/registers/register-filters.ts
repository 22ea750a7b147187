// Filters of a register's list, how they stand in the address, and how they are asked of the server.

import * as z from 'zod';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type Field, narrows } from '../../../kernel/register/field.ts';
import type { States } from '../../../kernel/register/states.ts';
import { addressSchema } from '../addresses.ts';
import { listSearch } from '../list/list-search.ts';
import type { ListFilter } from '../list/list-types.ts';
import { KINDS_ON_SCREEN } from './kinds.tsx';

/** In front of a field's name in the address, so that no field is taken for a word of every list. */
const BY = 'by-';
const MANY = 4;

/** The row that is open: county and id. */
export const rowAddress = addressSchema({ record: z.string().regex(/^\d{6}-\d+$/) });

export type RegisterSearch = Record<string, string | undefined> & { sort?: string; cursor?: string };

function filteredFields({ fields }: RegisterDefinition): [string, Field][] {
  return Object.entries(fields).filter(
    ([, field]) => narrows(field) && KINDS_ON_SCREEN[field.kind].filter !== undefined,
  );
}

const ofField = (name: string) => [`${BY}${name}`, `${BY}${name}-to`] as const;

export function registerSearch(register: RegisterDefinition) {
  const word = z.string().max(200);
  const own = filteredFields(register).flatMap(([name]) => ofField(name).map((key) => [key, word] as const));
  return listSearch<Record<string, z.ZodString>>({
    text: z.string().max(60),
    asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    voided: z.string().regex(/^true$/),
    state: z.string().max(40),
    ...Object.fromEntries(own),
  });
}

/** 单位代码、单位名称: what the text search looks into. */
function foundWords({ fields }: RegisterDefinition): string {
  return Object.values(fields)
    .flatMap(({ find, title }) => (find ? [title] : []))
    .join('、');
}

export function listFilters(register: RegisterDefinition): ListFilter[] {
  const words = foundWords(register);
  const counts = Object.values(register.fields).some(({ role }) => role === 'since' || role === 'until');
  const chosen = filteredFields(register).sort(([, one], [, other]) => Number(!one.filter) - Number(!other.filter));
  const own = chosen.flatMap(([name, field], i): ListFilter[] => {
    const filter = KINDS_ON_SCREEN[field.kind].filter?.(ofField(name)[0], field);
    return filter ? [{ ...filter, ...(i >= MANY || !field.filter ? { more: true } : {}) }] : [];
  });
  return [
    ...(words ? [{ kind: 'text', key: 'text', label: '查找', placeholder: words } as const] : []),
    ...(register.states ? [stateFilter(register.states)] : []),
    ...own,
    ...(counts ? [{ kind: 'day', key: 'asOf', label: '该日有效', more: true } as const] : []),
    { kind: 'tick', key: 'voided', label: '含已作废', more: own.length > 0 },
  ];
}

function stateFilter({ names }: States): ListFilter {
  return {
    ...{ kind: 'choice', key: 'state', label: '状态' },
    choices: Object.entries(names).map(([value, label]) => ({ value, label })),
  };
}

type Asked = Record<string, unknown>;

/** `{ kind: 'school', foundedOn: '2020-01-01..' }` */
function filtersOf(register: RegisterDefinition, search: Asked): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, { kind }] of filteredFields(register)) {
    const [from, to] = ofField(name).map((key) => (search[key] === undefined ? '' : String(search[key])));
    if (kind === 'day' || kind === 'month') {
      if (from || to) found[name] = `${from}..${to}`;
    } else if (from) found[name] = from;
  }
  return found;
}

function narrowed(search: Asked, area: number) {
  const { text, asOf, voided, state } = search as RegisterSearch;
  return {
    area,
    ...(text ? { text } : {}),
    ...(asOf ? { asOf } : {}),
    ...(voided ? { voided: true } : {}),
    ...(state ? { state } : {}),
  };
}

export function listInput(register: RegisterDefinition, search: Asked, area: number) {
  const { sort, cursor } = search as RegisterSearch;
  return {
    ...narrowed(search, area),
    filters: filtersOf(register, search),
    ...(sort ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** The address of a list narrowed to rows whose fields have these values. */
export function narrowedTo(values: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [ofField(name)[0], String(value)]));
}

/** The same filters for the file, which is asked for by its address. */
export function exportQuery(register: RegisterDefinition, search: Asked, area: number) {
  return { ...narrowed(search, area), filters: JSON.stringify(filtersOf(register, search)) };
}
