import { describe, expect, test } from 'vitest';
import { DRAFT_DAYS } from './draft-name.ts';
import type { Sealed, Shelf } from './draft-shelf.ts';
import { draftStore } from './draft-store.ts';

function memoryShelf(): Shelf & { all: Map<string, Sealed> } {
  const all = new Map<string, Sealed>();
  return {
    all,
    put: async (sealed) => void all.set(sealed.id, sealed),
    get: async (id) => all.get(id),
    remove: async (id) => void all.delete(id),
    of: async (account) => [...all.values()].filter((each) => each.account === account),
  };
}

const keyOf = (byte: number) => new Uint8Array(32).fill(byte);
const KEY = { form: 'case-action', record: '150923-1/verify' };
const DRAFT = {
  ...KEY,
  title: '入户核实：白音户',
  address: '/monitoring/cases/150923-1',
  requestId: 'a',
  values: { finding: '因病住院' },
};

describe('drafts on the device', () => {
  test('come back as they were kept, newest first, and are gone once they were sent', async () => {
    let now = 1000;
    const store = draftStore({ shelf: memoryShelf(), account: 1, key: keyOf(1), now: () => now });
    await store.keep(DRAFT);
    now = 2000;
    await store.keep({ ...DRAFT, record: '150923-2/verify' });
    expect(await store.find(KEY)).toEqual({ ...DRAFT, keptAt: 1000 });
    expect((await store.list()).map(({ record }) => record)).toEqual(['150923-2/verify', '150923-1/verify']);
    await store.drop(KEY);
    expect(await store.find(KEY)).toBeUndefined();
    expect(await store.list()).toHaveLength(1);
  });

  test('are not told to the next account of the device, and not read with its key', async () => {
    const shelf = memoryShelf();
    await draftStore({ shelf, account: 1, key: keyOf(1) }).keep(DRAFT);
    const other = draftStore({ shelf, account: 2, key: keyOf(2) });
    expect(await other.find(KEY)).toBeUndefined();
    expect(await other.list()).toEqual([]);
    // The same account number with another key: another server, or a changed key file.
    const stranger = draftStore({ shelf, account: 1, key: keyOf(2) });
    expect(await stranger.find(KEY)).toBeUndefined();
    expect(await stranger.list()).toEqual([]);
  });

  test('nothing that was typed lies in clear', async () => {
    const shelf = memoryShelf();
    await draftStore({ shelf, account: 1, key: keyOf(1) }).keep(DRAFT);
    const lying = [...shelf.all.values()].map(({ id, body }) => id + new TextDecoder().decode(body)).join();
    for (const word of ['因病', '白音', 'finding', '/monitoring/cases']) expect(lying).not.toContain(word);
  });

  test('are removed when the server no longer has their files', async () => {
    const shelf = memoryShelf();
    let now = 0;
    const store = draftStore({ shelf, account: 1, key: keyOf(1), now: () => now });
    await store.keep(DRAFT);
    now = DRAFT_DAYS * 24 * 3_600_000;
    expect(await store.find(KEY)).toBeUndefined();
    expect(await store.list()).toEqual([]);
    expect(shelf.all.size).toBe(0);
  });

  test('a changed byte is no draft', async () => {
    const shelf = memoryShelf();
    const store = draftStore({ shelf, account: 1, key: keyOf(1) });
    await store.keep(DRAFT);
    for (const sealed of shelf.all.values()) sealed.body[20] = (sealed.body[20] ?? 0) ^ 1;
    expect(await store.find(KEY)).toBeUndefined();
  });

  test('whoever shows the list is told of changes', async () => {
    let told = 0;
    const onChange = () => {
      told += 1;
    };
    const store = draftStore({ shelf: memoryShelf(), account: 1, key: keyOf(1), onChange });
    await store.keep(DRAFT);
    await store.find(KEY);
    await store.drop(KEY);
    expect(told).toBe(2);
  });
});
