// What the composition gives to the frame: menu, home cards and searches come from the slices as data.

import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '../../../kernel/operation.ts';
import type { Viewer } from '../viewer.tsx';
import type { MenuTree } from './menu.ts';

/** Where the account that looks is kept in the cache. */
export const VIEWER_KEY = ['viewer'];

/** A part of the home page; slices export them, the composition says who sees which, in what order. */
export type HomeCard = { key: string; operation?: string; render: () => ReactNode };

export type SearchHit = {
  key: string;
  title: string;
  note?: string;
  path: string;
  search?: Record<string, string>;
  /** Where it leads instead, where something of it is under way; asked when it is chosen. */
  instead?: () => Promise<string | undefined>;
};

/** One kind of thing the search box finds. */
export type SearchSource = {
  label: string;
  operation?: string;
  find: (text: string, viewer: Viewer, signal: AbortSignal) => Promise<SearchHit[]>;
};

export type Shell = {
  /** Comes with the frame, not with the sign-in page. */
  loadMenu: () => Promise<MenuTree>;
  homeCards: HomeCard[];
  /** Keys of the cards each role begins its day with, in their order. */
  homes: Record<Role, readonly string[]>;
  searches: SearchSource[];
  /** Words on pages beside their names, by path; loaded with the first search. */
  loadPageWords: () => Promise<ReadonlyMap<string, readonly string[]>>;
  /** Keeps a list with its filters under a name. */
  saveList: (list: { name: string; path: string; search: string }) => Promise<void>;
  /** Stands in the top bar: messages. */
  bell?: () => ReactNode;
  loadViewer: () => Promise<Viewer>;
  /** Signs in without leaving the page, where the session has ended over a form. */
  signIn: (username: string, password: string, code?: string) => Promise<void>;
  /** Tells the server that somebody is at work. */
  keepAlive: () => Promise<unknown>;
  /** The key of this account's drafts on the device: 32 bytes as base64. */
  loadDraftKey: () => Promise<string>;
  /** Goes on in another of the account's areas. */
  switchArea: (code: number) => Promise<void>;
  signOut: (everywhere: boolean) => Promise<void>;
};

const ShellContext = createContext<Shell | undefined>(undefined);

export function ShellProvider({ shell, children }: { shell: Shell; children: ReactNode }) {
  return <ShellContext.Provider value={shell}>{children}</ShellContext.Provider>;
}

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('useShell is used outside ShellProvider');
  return shell;
}

export type WithOperation = { operation?: string };

/** What this account may see of a list of things that ask for an operation. */
export function allowedTo<Thing extends WithOperation>(viewer: Viewer, things: Thing[]): Thing[] {
  return things.filter(({ operation }) => operation === undefined || viewer.operations.has(operation));
}
