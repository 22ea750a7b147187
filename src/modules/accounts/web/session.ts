// Who is signed in, and signing out.

import { ROLE_NAMES } from '../../../kernel/operation.ts';
import { unpackNames } from '../../../kernel/packed/operation-names.ts';
import { newRequestId } from '../../../platform/web/request-id.ts';
import type { Viewer } from '../../../platform/web/viewer.tsx';
import { accounts } from './api.ts';

export async function loadViewer(): Promise<Viewer> {
  const { operations, ...me } = await accounts.client.me();
  return { ...me, roleName: ROLE_NAMES[me.role], operations: new Set(unpackNames(operations)) };
}

/** Signs in without leaving the page. */
export async function signIn(username: string, password: string, code?: string): Promise<void> {
  await accounts.client.signIn({ username, password, ...(code ? { code } : {}) });
}

/** Tells the server that somebody is at work. */
export async function keepAlive(): Promise<void> {
  await accounts.client.keepAlive();
}

export async function saveList(list: { name: string; path: string; search: string }): Promise<void> {
  await accounts.client.saveList({ requestId: newRequestId(), ...list });
}

export async function loadDraftKey(): Promise<string> {
  const { key } = await accounts.client.draftKey();
  return key;
}

/** The page is loaded anew: everything on it was of the other area. */
export async function switchArea(code: number): Promise<void> {
  await accounts.client.switchArea({ requestId: newRequestId(), code });
  window.location.assign('/');
}

/** Ends this session, or all sessions of the account; the page is loaded anew so that nothing stays in memory. */
export async function signOut(everywhere: boolean): Promise<void> {
  await (everywhere ? accounts.client.signOutEverywhere() : accounts.client.signOut());
  window.location.assign('/sign-in');
}
