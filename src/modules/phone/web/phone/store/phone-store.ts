// The store of an unlocked phone: every change is sealed on the disk before the screens see it, so that nothing they have shown as kept
// can be lost.

import { adopt, builtOn, drop, type OutboxItem, resend } from '../../../../../kernel/field/outbox.ts';
import type { Vault, VaultChange } from '../../../../../platform/web/field/vault.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import type { PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { clockAhead, setClockAhead } from '../words.ts';
import { COPY, outdated, readStore, TIMES } from './read-store.ts';
import { type Draft, type FileNote, type PhoneState, type SyncState, unsentOf } from './state.ts';

export type NewItem = Pick<
  OutboxItem,
  'group' | 'target' | 'operation' | 'input' | 'title' | 'about' | 'files' | 'form'
>;

export type PhoneStore = {
  vault: Vault;
  state: () => PhoneState;
  subscribe: (listener: () => void) => () => void;
  /**
   * Confirmed: on the disk when it answers, all or none; the second and later build on the first. The draft they were typed into goes
   * with them. Answers the id of the first.
   */
  add: (items: readonly NewItem[], draft?: string) => Promise<string>;
  /** Unsettled items of this account that the office told of. */
  adopt: (items: readonly OutboxItem[]) => Promise<void>;
  /** What sync learned of items; written before it is shown. */
  setItems: (change: (items: readonly OutboxItem[]) => OutboxItem[]) => Promise<void>;
  /** Edited and sent again, in its old place. */
  sendAgain: (
    id: string,
    change: Pick<OutboxItem, 'input'> & Partial<Pick<OutboxItem, 'files' | 'form'>>,
    draft?: string,
  ) => Promise<void>;
  giveUp: (id: string) => Promise<void>;
  /** Given up here; the office is to forget them, too. */
  dropped: () => readonly string[];
  forgetDropped: (id: string) => Promise<void>;
  keepFile: (note: FileNote, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  noteFile: (id: string, change: Partial<FileNote>) => Promise<void>;
  dropFile: (id: string) => Promise<void>;
  keepDraft: (draft: Draft) => Promise<void>;
  dropDraft: (key: string) => Promise<void>;
  setCopy: (copy: PhoneCopy | undefined) => Promise<void>;
  /** Of the office that confirmed what is stored. */
  epoch: () => string | undefined;
  setEpoch: (epoch: string) => Promise<void>;
  setClockAhead: (ms: number) => Promise<void>;
  setSync: (change: Partial<SyncState>) => void;
  setOnline: (online: boolean) => void;
};

/** A clock that is wrong by less is not worth a write. */
const CLOCK_MATTERS_MS = 60_000;

export async function openPhoneStore(vault: Vault): Promise<PhoneStore> {
  const read = await readStore(vault);
  let { seq, dropped = [], epoch = read.copy?.epoch } = read.times;
  setClockAhead(read.times.clockAhead ?? 0);
  const { pulledAt, allStoredAt } = read.times;
  let state: PhoneState = {
    copy: read.copy,
    items: read.items,
    files: read.files,
    drafts: read.drafts,
    online: navigator.onLine,
    sync: { isRunning: false, isUnreachable: false, signedOut: false, wipeOrdered: false, pulledAt, allStoredAt },
  };
  const listeners = new Set<() => void>();
  const set = (change: Partial<PhoneState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  // One after the other: two changes at once would each write from the state before the other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next;
    return next;
  };

  async function writeItems(next: OutboxItem[], more: readonly VaultChange[] = [], change: Partial<PhoneState> = {}) {
    const before = new Map(state.items.map((item) => [item.id, item]));
    const now = new Set(next.map(({ id }) => id));
    const puts: VaultChange[] = next
      .filter((item) => before.get(item.id) !== item)
      .map((item) => ({ put: ['item', item.id], value: item }));
    const drops: VaultChange[] = state.items.filter(({ id }) => !now.has(id)).map(({ id }) => ({ drop: ['item', id] }));
    if (puts.length + drops.length + more.length > 0)
      await vault.write([...puts, ...drops, ...more], { unsent: unsentOf({ items: next }) });
    set({ items: next, ...change });
  }

  const times = (): VaultChange => ({
    put: ['data', TIMES],
    value: {
      seq,
      dropped,
      epoch,
      clockAhead: clockAhead(),
      pulledAt: state.sync.pulledAt,
      allStoredAt: state.sync.allStoredAt,
    },
  });
  /** The files of an item know it, so that sync sends them. */
  function filesOfItems(made: readonly Pick<OutboxItem, 'id' | 'files'>[]) {
    const files = new Map(state.files);
    const changes: VaultChange[] = [];
    for (const { id: item, files: ids } of made)
      for (const id of ids) {
        const note = files.get(id);
        if (!note) continue;
        files.set(id, { ...note, item });
        changes.push({ put: ['file', id], value: { ...note, item } });
      }
    return { files, changes };
  }
  function withoutDraft(key: string | undefined) {
    const drafts = new Map(state.drafts);
    if (key !== undefined) drafts.delete(key);
    const changes: VaultChange[] = key === undefined ? [] : [{ drop: ['draft', key] }];
    return { drafts, changes };
  }

  const store: PhoneStore = {
    vault,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (given, draft) =>
      inTurn(async () => {
        const first = newRequestId();
        const made = given.map((item, i): OutboxItem => {
          seq += 1;
          const id = i === 0 ? first : newRequestId();
          const after = i === 0 ? builtOn(state.items, item.target) : first;
          return { ...item, id, after, seq, madeAt: new Date().toISOString(), state: 'queued', tries: 0 };
        });
        const drafts = withoutDraft(draft);
        const files = filesOfItems(made);
        const more = [...files.changes, ...drafts.changes, times()];
        await writeItems([...state.items, ...made], more, { files: files.files, drafts: drafts.drafts });
        return first;
      }),
    adopt: (others) =>
      inTurn(() => {
        const gone = new Set(dropped);
        const numbered = others.filter(({ id }) => !gone.has(id)).map((item) => ({ ...item, seq: ++seq }));
        return writeItems(adopt(state.items, numbered), [times()]);
      }),
    setItems: (change) => inTurn(() => writeItems(change(state.items))),
    sendAgain: (id, change, draft) =>
      inTurn(async () => {
        const newId = newRequestId();
        const next = resend(state.items, id, { ...change, id: newId });
        const files = filesOfItems(next.filter((item) => item.id === newId));
        const drafts = withoutDraft(draft);
        await writeItems(next, [...files.changes, ...drafts.changes], { files: files.files, drafts: drafts.drafts });
      }),
    giveUp: (id) =>
      inTurn(async () => {
        const item = state.items.find((each) => each.id === id);
        if (item?.problem || item?.clash || item?.state === 'waiting') dropped = [...dropped, id];
        await writeItems(drop(state.items, id), [times()]);
      }),
    dropped: () => dropped,
    forgetDropped: (id) =>
      inTurn(() => {
        dropped = dropped.filter((each) => each !== id);
        return vault.write([times()]);
      }),
    keepFile: (note, bytes) =>
      inTurn(async () => {
        await vault.write([
          { put: ['file', note.id], value: note },
          { bytes: ['blob', note.id], value: bytes },
        ]);
        set({ files: new Map(state.files).set(note.id, note) });
      }),
    noteFile: (id, change) =>
      inTurn(async () => {
        const note = state.files.get(id);
        if (!note) return;
        const next = { ...note, ...change };
        await vault.write([{ put: ['file', id], value: next }]);
        set({ files: new Map(state.files).set(id, next) });
      }),
    dropFile: (id) =>
      inTurn(async () => {
        await vault.write([{ drop: ['file', id] }, { drop: ['blob', id] }]);
        const files = new Map(state.files);
        files.delete(id);
        set({ files });
      }),
    keepDraft: (draft) =>
      inTurn(async () => {
        await vault.write([{ put: ['draft', draft.key], value: draft }]);
        set({ drafts: new Map(state.drafts).set(draft.key, draft) });
      }),
    dropDraft: (key) =>
      inTurn(async () => {
        const { drafts, changes } = withoutDraft(key);
        await vault.write(changes);
        set({ drafts });
      }),
    setCopy: (copy) =>
      inTurn(async () => {
        const lock = copy && {
          name: copy.account.name,
          contactAt: Date.now(),
          keepDays: copy.settings.daysWithoutContact,
          lockMinutes: copy.settings.lockMinutes,
        };
        const change: VaultChange = copy ? { put: ['data', COPY], value: copy } : { drop: ['data', COPY] };
        await vault.write([change, times()], lock);
        set({ copy });
      }),
    epoch: () => epoch,
    setEpoch: (next) =>
      inTurn(async () => {
        epoch = next;
        await vault.write([times()]);
      }),
    setClockAhead: (ms) =>
      inTurn(async () => {
        const before = clockAhead();
        setClockAhead(ms);
        // The network takes some of it; nobody needs to know it to the second.
        if (Math.abs(before - ms) < CLOCK_MATTERS_MS) return;
        await vault.write([times()]);
        set({});
      }),
    setSync: (change) => {
      set({ sync: { ...state.sync, ...change } });
      if ('allStoredAt' in change || 'pulledAt' in change)
        void inTurn(() => vault.write([times()])).catch(() => undefined);
    },
    setOnline: (online) => set({ online }),
  };

  const { old, lost } = outdated(state.items, state.files, state.drafts);
  if (old.length > 0) await store.setItems((items) => items.filter((item) => !old.includes(item)));
  for (const id of lost) await store.dropFile(id);
  return store;
}
