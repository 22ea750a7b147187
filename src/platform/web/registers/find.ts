// What is asked of all registers at once: rows by key or name for the search box of the frame, and what refers to a row.

import { registerFindContract } from '../../../kernel/register/find-contract.ts';
import { createApi } from '../api.ts';

const { client } = createApi(registerFindContract);

export async function findRecords(text: string, signal: AbortSignal) {
  const found = await client.find({ text }, { signal });
  return found.map(({ code, title, countyCode, id, key, name, placeName }) => ({
    key: `${code} ${countyCode}-${id}`,
    title: name ?? key,
    note: [title, name === undefined ? '' : key, placeName].filter(Boolean).join(' · '),
    path: `/registers/${code}`,
    search: { record: `${countyCode}-${id}` },
  }));
}

export function findRelated(row: { code: string; countyCode: number; id: number }, signal: AbortSignal) {
  return client.related(row, { signal });
}
