// A full disk stops PostgreSQL, and with it everybody: what users send, and what is made of it, leaves a reserve alone.

import { statfs } from 'node:fs/promises';
import { defineProblems, Problem } from '../../../kernel/problem.ts';

defineProblems({
  'disk.reserve': {
    kind: 'unavailable',
    sentence: (d) =>
      `服务器磁盘剩余空间不足（须保留 ${d.reserve} GB），暂不接收文件，已有的数据不受影响。请联系管理员清理磁盘后重试。`,
  },
});

const MB = 1024 ** 2;
const DEFAULT_MEGABYTES = 2048;

/** What stays free, in bytes: the setting `SHOUWANG_DISK_RESERVE`, in megabytes. */
export function reserveBytes(setting = process.env.SHOUWANG_DISK_RESERVE): number {
  const megabytes = Number(setting ?? DEFAULT_MEGABYTES);
  return (Number.isFinite(megabytes) && megabytes >= 0 ? megabytes : DEFAULT_MEGABYTES) * MB;
}

/** Throws `disk.reserve` where writing so many bytes into the folder would go below the reserve. */
export async function needRoom(folder: string, bytes: number, reserve = reserveBytes()): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes >= reserve) return;
  throw new Problem('disk.reserve', { reserve: Math.round((reserve / 1024 ** 3) * 10) / 10 });
}
