// How often somebody may call. Counted inside the handler that answers, by the operation's name: a trailing slash, another
// spelling of the address or another method is the same operation. The counts are this process's own, which is the only one
// that serves; they go by the machine's uptime, so that setting its clock gives nobody more.

import type { OperationMeta, Quota } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../actor.ts';
import { addressKey } from '../turns/address-key.ts';
import './problems.ts';

export type Window = { max: number; minutes: number };

/** Room for a whole office behind one address; guessing is held back by the lock-out of each account. */
const PUBLIC_CALLS: Window = { max: 60, minutes: 1 };
/** Ten pages a second, each of two calls: nobody works so fast, programs do. */
const CALLS_OF_ACCOUNT: Window = { max: 1200, minutes: 1 };

/** What an account may do of each kind: more than the busiest day of an office, less than somebody needs who takes it all. */
const QUOTA_WINDOWS: Record<Quota, readonly Window[]> = {
  unmask: [
    { max: 20, minutes: 10 },
    { max: 200, minutes: 1440 },
  ],
  export: [{ max: 120, minutes: 60 }],
  pdf: [{ max: 60, minutes: 60 }],
  job: [{ max: 240, minutes: 60 }],
  'what-if': [{ max: 60, minutes: 1 }],
};

/** Counts that are remembered at once. A flood from more addresses than this is for the proxy to hold back. */
const REMEMBERED = 100_000;

type Count = { n: number; endsAt: number };

export type Counts = {
  /** Adds one; answers the seconds to wait when there are too many, else 0. */ add(
    key: string,
    window: Window,
  ): number;
};

/** Fixed windows in memory. When it is full, what is over goes, then the oldest. */
export function openCounts(now: () => number = () => performance.now(), remembered = REMEMBERED): Counts {
  const counts = new Map<string, Count>();
  function makeRoom(): void {
    if (counts.size < remembered) return;
    const at = now();
    for (const [key, { endsAt }] of counts) if (endsAt <= at) counts.delete(key);
    for (const key of counts.keys()) {
      if (counts.size < remembered * 0.9) return;
      counts.delete(key);
    }
  }
  return {
    add(key, { max, minutes }) {
      const at = now();
      let count = counts.get(key);
      if (!count || count.endsAt <= at) {
        makeRoom();
        count = { n: 0, endsAt: at + minutes * 60_000 };
        counts.set(key, count);
      }
      count.n += 1;
      return count.n > max ? Math.ceil((count.endsAt - at) / 1000) : 0;
    },
  };
}

export type Limits = {
  /** Counts a call of an operation; throws `http.too-many`, `http.too-many-of-account` or `http.quota`. */
  call(meta: OperationMeta, actor: Actor): void;
  /** Counts one of what an account may do only so often; throws `http.quota`. */
  spend(quota: Quota, actor: Actor): void;
  /** Counts anything of an address; throws `http.too-many`. */
  ofAddress(name: string, window: Window, ip: string): void;
};

/** `factor`: how many times as much is allowed; a benchmark is more than a person. */
export function openLimits(factor = 1, counts = openCounts()): Limits {
  const add = (key: string, { max, minutes }: Window) => counts.add(key, { max: Math.ceil(max * factor), minutes });
  const limits: Limits = {
    call(meta, actor) {
      if (meta.roles === 'public') return limits.ofAddress(meta.name, PUBLIC_CALLS, actor.ip);
      if (actor.accountId === 0) return;
      const seconds = add(`calls ${actor.accountId}`, CALLS_OF_ACCOUNT);
      if (seconds > 0) throw new Problem('http.too-many-of-account', { seconds });
    },
    spend(quota, { accountId }) {
      for (const window of QUOTA_WINDOWS[quota]) {
        const seconds = add(`${quota} ${window.minutes} ${accountId}`, window);
        if (seconds > 0) throw new Problem('http.quota', { seconds, ...window });
      }
    },
    ofAddress(name, window, ip) {
      const seconds = add(`${name} ${addressKey(ip)}`, window);
      if (seconds > 0) throw new Problem('http.too-many', { seconds });
    },
  };
  return limits;
}
