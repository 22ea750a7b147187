// The drafts of whoever is signed in, for every form inside the frame.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Draft, DraftStore } from './draft-store.ts';

type Drafts = {
  /** Undefined where nothing can be kept: no storage, or the key could not be fetched. Tried again by the next who asks. */
  open: () => Promise<DraftStore | undefined>;
  /** Without the key, and without loading what opens drafts. */
  isEmpty: () => Promise<boolean>;
  subscribe: (onChange: () => void) => () => void;
};

const NONE: Drafts = { open: async () => undefined, isEmpty: async () => true, subscribe: () => () => undefined };
const DraftsContext = createContext(NONE);

/** The key of this account's drafts, from the server: 32 bytes as base64. */
type LoadKey = () => Promise<string>;

const loadShelf = () => import('./draft-shelf.ts').then(({ openShelf }) => openShelf());

async function openStore(account: number, loadKey: LoadKey, onChange: () => void): Promise<DraftStore> {
  const [shelf, text, { draftStore }] = await Promise.all([loadShelf(), loadKey(), import('./draft-store.ts')]);
  const key = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return draftStore({ shelf, account, key, onChange });
}

function draftsOf(account: number, loadKey: LoadKey): Drafts {
  const listeners = new Set<() => void>();
  let opening: Promise<DraftStore | undefined> | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    open: () => {
      opening ??= openStore(account, loadKey, tell).catch(() => {
        opening = undefined;
        return undefined;
      });
      return opening;
    },
    isEmpty: () =>
      loadShelf()
        .then((shelf) => shelf.of(account))
        .then((all) => all.length === 0)
        .catch(() => true),
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

type DraftsProviderProps = { accountId: number; loadKey: LoadKey; children: ReactNode };

export function DraftsProvider({ accountId, loadKey, children }: DraftsProviderProps) {
  const drafts = useMemo(() => draftsOf(accountId, loadKey), [accountId, loadKey]);
  return <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>;
}

export function useDrafts(): Drafts['open'] {
  return useContext(DraftsContext).open;
}

/** All drafts, kept up to date; undefined while they are read. */
export function useDraftList(): Draft[] | undefined {
  const { open, isEmpty, subscribe } = useContext(DraftsContext);
  const [list, setList] = useState<Draft[]>();
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = (await isEmpty()) ? [] : await open().then((store) => store?.list());
      if (!isGone) setList(found ?? []);
    };
    void read();
    const stop = subscribe(() => void read());
    return () => {
      isGone = true;
      stop();
    };
  }, [open, isEmpty, subscribe]);
  return list;
}
