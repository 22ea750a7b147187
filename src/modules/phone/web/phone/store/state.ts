// What the screens of an unlocked phone read. One object that is replaced, never changed, so that each screen sees one moment.

import { isOpen, type OutboxItem } from '../../../../../kernel/field/outbox.ts';
import type { PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import type { Answers } from '../../../../field/domain/questions.ts';

/** A photo or a signature; its bytes lie beside it, sealed. */
export type FileNote = {
  id: string;
  name: string;
  type: string;
  byteSize: number;
  sha256: string;
  capturedAt: string;
  /** The item it belongs to, once that was confirmed. */
  item?: string | undefined;
  sent: boolean;
  /** The server will not have it: the sentence why. */
  problem?: string | undefined;
};

/** A form that was begun; kept with each answer. */
export type Draft = { key: string; title: string; address: string; answers: Answers; at: number; keptAt: string };

export type SyncState = {
  isRunning: boolean;
  sending?: { done: number; of: number } | undefined;
  isUnreachable: boolean;
  signedOut: boolean;
  /** When the last pull was answered, and when the server last confirmed that nothing is left. */
  pulledAt?: string | undefined;
  allStoredAt?: string | undefined;
  /** What was wrong with the last attempt, where it is no matter of the network. */
  problem?: string | undefined;
  /** The office asks that the phone is emptied. */
  wipeOrdered: boolean;
};

export type PhoneState = {
  copy?: PhoneCopy | undefined;
  items: readonly OutboxItem[];
  files: ReadonlyMap<string, FileNote>;
  drafts: ReadonlyMap<string, Draft>;
  online: boolean;
  sync: SyncState;
};

/** Files of items that have not arrived. */
export function filesLeft({ files }: Pick<PhoneState, 'files'>): FileNote[] {
  return [...files.values()].filter(({ item, sent, problem }) => item !== undefined && !sent && !problem);
}

/** Shown before anything is wiped; titles alone, for whoever has no PIN. */
export function unsentOf({ items }: Pick<PhoneState, 'items'>): { title: string; at: string }[] {
  return items.filter(isOpen).map(({ title, madeAt }) => ({ title, at: madeAt }));
}
