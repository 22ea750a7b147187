// A file that comes in pieces over a line that breaks: what has arrived waits beside the other uploads, under their quotas and their
// sweep, and becomes one of them once it is whole and is what its sender said it is.

import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import type { Sender } from '../http/upload-quotas.ts';
import { boundedName, type Uploads } from '../http/uploads.ts';

defineProblems({
  'uploads.not-as-said': {
    kind: 'invalid',
    sentence: (d) => `“${d.name}”传到后与原文件不一致，已经丢弃。请重新上传。`,
  },
  'uploads.wrong-offset': { kind: 'conflict', sentence: () => '续传的位置不对，没有保存。请从已收到的位置继续上传。' },
});

/** As a phone makes them, several times over. */
export const MOST_PHOTO_BYTES = 20 * 1024 ** 2;

const about = z.object({ name: z.string(), accountId: z.number(), byteSize: z.number(), sha256: z.string() });
type About = z.output<typeof about>;

/** How far it has come; `offset` is `byteSize` once it is whole. */
export type Arrival = { offset: number; byteSize: number };

export type Resumable = {
  /** Begins, or answers how far the same file has come. */
  begin: (fileId: string, given: Omit<About, 'accountId'>, sender: Sender) => Promise<Arrival>;
  /** Throws `uploads.not-found`, also for a file of somebody else. */
  find: (fileId: string, sender: Sender) => Promise<Arrival>;
  /** Adds what comes until it ends or breaks off. Throws `uploads.wrong-offset`, `uploads.not-as-said`. */
  append: (fileId: string, offset: number, source: Readable, sender: Sender) => Promise<Arrival>;
  drop: (fileId: string, sender: Sender) => Promise<void>;
};

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** Over the folder of uploads: `<id>.part`, with what is known of it beside. */
export function openResumable(uploads: Uploads): Resumable {
  const partOf = (fileId: string) => path.join(uploads.folder, `${fileId}.part`);
  const busy = new Set<string>();
  const sizeOf = async (fileId: string) => (await stat(partOf(fileId)).catch(() => undefined))?.size ?? 0;
  const whole = async (fileId: string, { accountId }: Sender): Promise<Arrival | undefined> => {
    const found = await uploads.takeUpload(fileId, accountId).catch(() => undefined);
    return found && { offset: found.byteSize, byteSize: found.byteSize };
  };
  const read = async (fileId: string, { accountId }: Sender): Promise<About> => {
    const text = await readFile(`${partOf(fileId)}.json`, 'utf8').catch(() => '{}');
    const found = about.safeParse(JSON.parse(text || '{}')).data;
    if (found?.accountId !== accountId) throw new Problem('uploads.not-found');
    return found;
  };
  const remove = async (fileId: string) => {
    uploads.release(`${fileId}.part`);
    for (const file of [partOf(fileId), `${partOf(fileId)}.json`]) await rm(file, { force: true });
  };
  /** Whole: it becomes an upload like others, which counts against the quota in its place. */
  const finish = async (fileId: string, { name, byteSize, sha256 }: About, sender: Sender): Promise<Arrival> => {
    const isAsSaid = (await hashOf(partOf(fileId))) === sha256;
    if (!isAsSaid) {
      await remove(fileId);
      throw new Problem('uploads.not-as-said', { name });
    }
    uploads.release(`${fileId}.part`);
    await uploads.receive(createReadStream(partOf(fileId)), name, sender, fileId);
    await remove(fileId);
    return { offset: byteSize, byteSize };
  };
  const arrivalOf = async (fileId: string, sender: Sender): Promise<Arrival> => {
    const known = await read(fileId, sender);
    const offset = await sizeOf(fileId);
    return offset >= known.byteSize ? finish(fileId, known, sender) : { offset, byteSize: known.byteSize };
  };
  /** One request at a time writes a file: the next finds it as that one left it. */
  const alone = async <T>(fileId: string, work: () => Promise<T>): Promise<T> => {
    if (busy.has(fileId)) throw new Problem('uploads.wrong-offset');
    busy.add(fileId);
    try {
      return await work();
    } finally {
      busy.delete(fileId);
    }
  };
  const find = async (fileId: string, sender: Sender) =>
    (await whole(fileId, sender)) ?? (await alone(fileId, () => arrivalOf(fileId, sender)));
  return {
    find,
    begin: async (fileId, given, sender) => {
      const begun = await find(fileId, sender).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'uploads.not-found') return undefined;
        throw error;
      });
      if (begun) return begun;
      await uploads.claim(`${fileId}.part`, sender, given.byteSize);
      const kept: About = { ...given, name: boundedName(given.name), accountId: sender.accountId };
      await writeFile(`${partOf(fileId)}.json`, JSON.stringify(kept), { mode: 0o600, flag: 'wx' });
      return { offset: 0, byteSize: given.byteSize };
    },
    append: (fileId, offset, source, sender) =>
      alone(fileId, async () => {
        const known = await read(fileId, sender);
        if (offset !== (await sizeOf(fileId))) throw new Problem('uploads.wrong-offset');
        const left = known.byteSize - offset;
        await uploads.claim(`${fileId}.part`, sender, known.byteSize);
        // What came before the line broke stays.
        await pipeline(source, limited(left), createWriteStream(partOf(fileId), { flags: 'a', mode: 0o600 })).catch(
          (error: unknown) => {
            if (error instanceof Problem) throw error;
          },
        );
        return arrivalOf(fileId, sender);
      }),
    drop: (fileId, sender) =>
      alone(fileId, async () => {
        if (await whole(fileId, sender)) return uploads.discard(fileId);
        await read(fileId, sender);
        await remove(fileId);
      }),
  };
}

/** Nothing beyond what was said. */
function limited(bytes: number) {
  return async function* (source: AsyncIterable<Buffer>) {
    let left = bytes;
    for await (const chunk of source) {
      if (chunk.length > left) throw new Problem('uploads.wrong-offset');
      left -= chunk.length;
      yield chunk;
    }
  };
}
