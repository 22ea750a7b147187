// What somebody opened from the search box last, on this device. Names of people are among it: it lies sealed with the account's key,
// as drafts do, so that the next who signs in reads nothing.

import * as z from 'zod';

const MOST = 8;
const PREFIX = 'shouwang.recent.';

const recentHit = z.object({
  title: z.string(),
  note: z.string().optional(),
  path: z.string(),
  search: z.record(z.string(), z.string()).optional(),
});
export type RecentHit = z.output<typeof recentHit>;

const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

const loadSeal = () => import('../../form/drafts/draft-seal.ts');

/** `key`: 32 bytes as base64. Nothing is no fault: without a key, or with another one, there is none. */
export async function readRecent(account: number, key: string): Promise<RecentHit[]> {
  const stored = localStorage.getItem(`${PREFIX}${account}`);
  if (!stored) return [];
  try {
    const { openDraft } = await loadSeal();
    const text = openDraft(bytesOf(key), bytesOf(stored));
    return text === undefined ? [] : z.array(recentHit).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** The newest first, each once. */
export function withRecent(hits: readonly RecentHit[], hit: RecentHit): RecentHit[] {
  return [hit, ...hits.filter(({ path, title }) => path !== hit.path || title !== hit.title)].slice(0, MOST);
}

export async function keepRecent(account: number, key: string, hits: readonly RecentHit[]): Promise<void> {
  const { sealDraft } = await loadSeal();
  try {
    localStorage.setItem(`${PREFIX}${account}`, textOf(sealDraft(bytesOf(key), JSON.stringify(hits))));
  } catch {
    // A full or closed storage keeps nothing.
  }
}
