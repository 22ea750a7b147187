// What a check of an exported trail is given beside the file, and what it answers.

import type { FileHead } from './audit-file.ts';

export type Known = {
  /** Public keys that came by another way than the file; without any the file's own are used. */
  keys: readonly string[];
  /** A seal noted down before, `number:hash`, which the chain must still hold. */
  head?: { number: number; hash: string } | undefined;
};

export type Verdict = {
  /** What is wrong, in words, each with its line; empty when the trail is whole. */
  faults: string[];
  /** What is not wrong, but to be known. */
  notes: string[];
  file: Omit<FileHead, 'keys'> | undefined;
  seals: number;
  entries: number;
  archived: number;
  unsealed: number;
  last: { number: number; hash: string } | undefined;
  /** Ids of the keys that signed. */
  keys: string[];
};
