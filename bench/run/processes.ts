// What processes cost, read from /proc (Linux): CPU seconds and memory of PostgreSQL with everything it started.

import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const MB = 1024 * 1024;

type Stat = { parent: number; own: number; ended: number };

/** CPU ticks of a process, and of those children it has seen end. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (i: number) => fields[i] ?? 0;
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined;
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && statOf(pid)?.parent === parent);
}

/** The postmaster that a backend belongs to; 0 where it runs on another machine. */
export function postmasterOf(backendPid: number): number {
  return statOf(backendPid)?.parent ?? 0;
}

/** CPU seconds of the postmaster, its running children and those that have ended. */
export function postgresCpu(postmaster: number): number {
  const own = statOf(postmaster);
  if (!own) return 0;
  const running = childrenOf(postmaster).reduce((sum, pid) => sum + (statOf(pid)?.own ?? 0), 0);
  return (own.own + own.ended + running) / TICKS_PER_SECOND;
}

function statusKilobytes(pid: number, field: string): number {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Bytes that PostgreSQL holds now: what each process has for itself, and the shared buffers counted once. */
export function postgresMemory(postmaster: number): number {
  const pids = [postmaster, ...childrenOf(postmaster)];
  const own = pids.reduce((sum, pid) => sum + statusKilobytes(pid, 'RssAnon'), 0);
  const shared = Math.max(...pids.map((pid) => statusKilobytes(pid, 'RssShmem')));
  return (own + shared) * 1024;
}

/** Highest resident memory of a process so far, in MB. */
export function peakMegabytes(pid: number): number {
  return Math.round((statusKilobytes(pid, 'VmHWM') * 1024) / MB);
}
