// The part of the address after `?`: plain words that can be read, typed and sent. Every value is text; the schema of a
// page turns it into what the page needs, and what does not fit the schema is left out instead of breaking the page.

import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import * as z from 'zod';

export function parseAddress(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    params.set(key, String(value));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

type Shape = Record<string, z.ZodType>;
export type SearchOf<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> | undefined };
export type AddressSchema<Search> = (raw: Record<string, unknown>) => Search;

/** What a page keeps in the address: `addressSchema({ status: z.enum(['open', 'done']), year: z.coerce.number() })`. */
export function addressSchema<S extends Shape>(shape: S): AddressSchema<SearchOf<S>> {
  return (raw) => {
    const search: SearchOf<S> = {};
    for (const key of Object.keys(shape) as (keyof S & string)[]) {
      const parsed = raw[key] === undefined ? undefined : shape[key]?.safeParse(raw[key]);
      if (parsed?.success) search[key] = parsed.data as z.output<S[typeof key]>;
    }
    return search;
  };
}

/** Several values of one list in one word of the address: `level=red,orange`. */
export function wordsOf<Word extends string>(words: readonly [Word, ...Word[]]) {
  return z.preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.enum(words)));
}

/** Reads the page's part of the address and changes it; `undefined` takes a word out. */
export function useAddress<Search extends object>(schema: AddressSchema<Search>) {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => schema(raw), [schema, raw]);
  const change = useCallback(
    (patch: Partial<Search>, history: 'push' | 'replace' = 'push') =>
      void navigate({
        to: '.',
        search: (old: object) => ({ ...old, ...patch }),
        replace: history === 'replace',
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, change };
}
