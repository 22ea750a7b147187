// What lies on the phone when it is opened, and what of it nobody needs any more.

import { type OutboxItem, recover } from '../../../../../kernel/field/outbox.ts';
import type { Vault } from '../../../../../platform/web/field/vault.ts';
import { copyOf, type PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import type { Draft, FileNote } from './state.ts';

export const COPY = 'copy';
export const TIMES = 'times';
/** Stored items and their photos stay, in case the server is restored from a copy of the days before. */
const KEEP_STORED_DAYS = 7;
const DAY_MS = 86_400_000;

type Times = {
  pulledAt?: string;
  allStoredAt?: string;
  seq: number;
  dropped?: readonly string[];
  epoch?: string;
  clockAhead?: number;
};

/** Reads all that lies on the phone but the bytes of photos. */
export async function readStore(vault: Vault) {
  const [data, items, files, drafts] = await Promise.all([
    vault.readAll('data'),
    vault.readAll('item'),
    vault.readAll('file'),
    vault.readAll('draft'),
  ]);
  const kept = data.get(COPY) as PhoneCopy | undefined;
  const times = (data.get(TIMES) ?? { seq: 0 }) as Times;
  return {
    copy: kept && copyOf(kept),
    items: recover([...items.values()] as OutboxItem[]),
    files: new Map([...files] as [string, FileNote][]),
    drafts: new Map([...drafts] as [string, Draft][]),
    times,
  };
}

/** What nobody needs any more: stored long ago, or photos of a form that is gone. */
export function outdated(
  items: readonly OutboxItem[],
  files: ReadonlyMap<string, FileNote>,
  drafts: ReadonlyMap<string, Draft>,
) {
  const before = new Date(Date.now() - KEEP_STORED_DAYS * DAY_MS).toISOString();
  const old = items.filter(({ state, receipt }) => state === 'stored' && (receipt?.at ?? '') < before);
  const kept = new Set(items.filter((item) => !old.includes(item)).flatMap((item) => item.files));
  const drafted = JSON.stringify([...drafts.values()].map(({ answers }) => answers));
  const lost = [...files.keys()].filter((id) => !kept.has(id) && !drafted.includes(id));
  return { old, lost };
}
