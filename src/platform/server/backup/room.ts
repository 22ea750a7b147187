import { statfs } from 'node:fs/promises';
import { Problem } from '../../../kernel/problem.ts';
import { reserveBytes } from '../files/disk-room.ts';
import './problems.ts';

const inGb = (bytes: number) => Math.round((bytes / 1024 ** 3) * 10) / 10;

/** Throws `backup.no-room` where so many bytes more would go below the reserve. */
export async function needRoomFor(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const reserve = reserveBytes();
  if (free - bytes >= reserve) return;
  throw new Problem('backup.no-room', { folder, need: inGb(bytes), free: inGb(free), reserve: inGb(reserve) });
}
