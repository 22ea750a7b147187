// Faults of the machine around the program that a person can do something about, said in a sentence instead of a stack.

import { defineProblems, Problem } from '../../kernel/problem.ts';

defineProblems({
  'machine.disk-full': {
    kind: 'unavailable',
    sentence: () => '磁盘空间不足，此项操作没有完成，已有的数据不受影响。请腾出磁盘空间后重试。',
  },
  'machine.database-lost': {
    kind: 'unavailable',
    sentence: () => '与数据库的连接中断，此项操作没有完成，已有的数据不受影响。请稍后重试。',
  },
});

/** Of Node and of PostgreSQL. */
const DISK_FULL = /^(ENOSPC|EDQUOT|53100)$/;
const CONNECTION_LOST = /^(ECONNREFUSED|ECONNRESET|EPIPE|08\d{3}|57P0\d)$/;
const KEPT = 'SWKPT';
const LOST_WORDS = /^Connection terminated|^Client has encountered a connection error/;

/** The problem that an error of the machine stands for; undefined where it is a fault of ours. */
export function machineProblem(error: unknown): Problem | undefined {
  const { code = '' } = (error ?? {}) as { code?: string };
  if (DISK_FULL.test(code)) return new Problem('machine.disk-full');
  // A rule of the database itself that keeps a row as it is names what is to be said.
  if (code === KEPT) return new Problem((error as Error).message);
  return isDatabaseLost(error) ? new Problem('machine.database-lost') : undefined;
}

/** Whether the connection to the database broke, or none can be had: it crashed, stops or starts. */
export function isDatabaseLost(error: unknown): boolean {
  const { code = '', syscall, message = '' } = (error ?? {}) as { code?: string; syscall?: string; message?: string };
  // A missing file is a fault; a missing socket is a database that is gone.
  return CONNECTION_LOST.test(code) || (code === 'ENOENT' && syscall === 'connect') || LOST_WORDS.test(message);
}
