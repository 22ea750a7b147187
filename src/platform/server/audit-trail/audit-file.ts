// The lines of an exported audit trail. Each is written one way only, so that a changed byte cannot hide in how a line is spelled.

import type { Seal } from './seal.ts';

/** What the file says of itself; `from`, `to` are days, `low`, `high` six-digit areas, all included. */
export type FileHead = {
  version: 1;
  low: number;
  high: number;
  from: string;
  to: string;
  madeAt: string;
  madeBy: string;
  /** Public keys by their ids. */
  keys: Record<string, string>;
};

/** `archived`: its entries were moved out at that time, as the rule of retention has it. */
export type SealLine = { seal: Seal; signature: string; archived?: string };
/** A seal of another area or day. */
export type OtherLine = { other: { number: number; hash: string } };
/** How many entries of the area and the days are not sealed yet; and the last seal there is. */
export type StateLine = { unsealed: number; last: { number: number; hash: string } };
export type EndLine = { end: { lines: number; sha256: string; key: string }; signature: string };

export const NO_ENTRY = '-';

export function headLine(head: FileHead): string {
  return JSON.stringify({ file: head });
}

export function sealLine({ seal, signature, archived }: SealLine): string {
  const { number, area, day, entries, root, previous, sealedAt, key } = seal;
  const inOrder = { number, area, day, entries, root, previous, sealedAt, key };
  return JSON.stringify({ seal: inOrder, signature, ...(archived === undefined ? {} : { archived }) });
}

export function otherLine({ other: { number, hash } }: OtherLine): string {
  return JSON.stringify({ other: { number, hash } });
}

export function stateLine({ unsealed, last: { number, hash } }: StateLine): string {
  return JSON.stringify({ unsealed, last: { number, hash } });
}

export function endLine({ end: { lines, sha256, key }, signature }: EndLine): string {
  return JSON.stringify({ end: { lines, sha256, key }, signature });
}

export function endText({ lines, sha256, key }: EndLine['end']): string {
  return ['shouwang audit file 1', lines, sha256, key].join('\n');
}

/** An entry and the fingerprint that was taken when it was sealed; `text` is undefined where the entry is gone. */
export function entryLine(leaf: string, text: string | undefined): string {
  return `${leaf} ${text ?? NO_ENTRY}`;
}

const ENTRY = /^([0-9a-f]{64}) (.*)$/s;

export function readEntryLine(line: string): { leaf: string; text: string | undefined } | undefined {
  const [, leaf, text] = ENTRY.exec(line) ?? [];
  if (leaf === undefined || text === undefined) return undefined;
  return { leaf, text: text === NO_ENTRY ? undefined : text };
}
