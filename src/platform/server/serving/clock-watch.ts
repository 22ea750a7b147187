// Whether the machine's clock runs on evenly. Deadlines, locks and what is kept for so many days all ask it: one that jumps has
// to be told, and nothing is thrown away because of days that did not pass.

import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Tx } from '../db.ts';
import { keepSetting, readSetting } from '../settings.ts';

/** Less is what a time service corrects. */
const JUMP_MS = 120_000;
/** Longer than a program stands still unnoticed. */
const LONG_PAUSE_MS = 30 * 86_400_000;
/** After a leap forward nothing old is removed before somebody had a working day to set the clock right. */
const WAITS_MS = 24 * 3_600_000;
const SEEN = 'clock.seen';

export type ClockFault = {
  /** `apart`: not that of the database. */
  kind: 'forward' | 'back' | 'apart';
  seconds: number;
  /** ISO moments of the clock before and now; of `apart`, the database's and the own. */
  before: string;
  now: string;
};

export type ClockWatch = {
  /** Looks at it; to be called every minute. Each fault is answered once. */
  look: (tx: Tx) => Promise<ClockFault | undefined>;
  /** Whether what is old may be removed. */
  mayForget: () => boolean;
};

/** `steady` counts milliseconds evenly, whatever the clock is set to. */
export function openClockWatch(clock: Clock, steady: () => number = () => performance.now()): ClockWatch {
  let last: { wall: number; steady: number } | undefined;
  let waitsUntil = Number.NEGATIVE_INFINITY;
  let isApart = false;

  const faultOf = (kind: ClockFault['kind'], before: number, now: number): ClockFault => ({
    kind,
    seconds: Math.round(Math.abs(now - before) / 1000),
    before: new Date(before).toISOString(),
    now: new Date(now).toISOString(),
  });

  /** What the clock should show now, as far as that is known. */
  async function expected(tx: Tx): Promise<{ moment: number; atMost: number } | undefined> {
    if (last) {
      const moment = last.wall + steady() - last.steady;
      return { moment, atMost: moment + JUMP_MS };
    }
    const seen = await readSetting<string>(tx, SEEN);
    return seen === undefined ? undefined : { moment: Date.parse(seen), atMost: Date.parse(seen) + LONG_PAUSE_MS };
  }

  return {
    mayForget: () => steady() >= waitsUntil,
    async look(tx) {
      const should = await expected(tx);
      const wall = clock().getTime();
      last = { wall, steady: steady() };
      await keepSetting(tx, SEEN, new Date(wall).toISOString());
      if (should && wall > should.atMost) {
        waitsUntil = steady() + WAITS_MS;
        return faultOf('forward', should.moment, wall);
      }
      if (should && wall < should.moment - JUMP_MS) return faultOf('back', should.moment, wall);
      const row = await tx.first<{ now: string }>(sql`select clock_timestamp() as now`);
      const theirs = row ? new Date(row.now).getTime() : wall;
      const wasApart = isApart;
      isApart = Math.abs(theirs - wall) > JUMP_MS;
      return isApart && !wasApart ? faultOf('apart', theirs, wall) : undefined;
    },
  };
}
