// What commands share: who works, what comes out, and a line of progress where somebody looks on.

import { systemActor } from '../../platform/server/actor.ts';

/** Who did it, in the audit trail. */
export const COMMAND_LINE = systemActor('命令行');

/** What a command prints; `failed` where a part of it was refused. */
export type Outcome = { result: unknown; failed: boolean };

export function done(result: unknown): Outcome {
  return { result, failed: false };
}

export function progressLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

export type Options = {
  remembered?: boolean | undefined;
  'as-of'?: string | undefined;
  dataset?: string | undefined;
  out?: string | undefined;
  scale?: string | undefined;
  seed?: string | undefined;
  counties?: string | undefined;
  /** The demonstration at its full size, of which this share. */
  focus?: boolean | undefined;
  share?: string | undefined;
  refused?: string | undefined;
  area?: string | undefined;
  to?: string | undefined;
  from?: string | undefined;
  id?: string | undefined;
  keep?: string | undefined;
};
