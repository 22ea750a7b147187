// Files sent by users, kept under `<data folder>/uploads/<uuid>` until a slice takes them. Beside each stands a small JSON
// with its name and owner; it is written last, so that a half-received file is never taken.

import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;
const KEPT_MS = 2 * 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

const sidecar = z.object({ name: z.string(), accountId: z.number(), byteSize: z.number(), sha256: z.string() });

export type UploadedFile = { fileId: string; name: string; byteSize: number; sha256: string };
export type TakenUpload = { path: string; name: string; byteSize: number; sha256: string };

export type Uploads = {
  /** Stores a stream; nothing stays behind when it is too large or breaks off. */
  receive: (source: Readable, name: string, accountId: number) => Promise<UploadedFile>;
  /** The file, if this account sent it. */
  takeUpload: (fileId: string, accountId: number) => Promise<TakenUpload>;
  discard: (fileId: string) => Promise<void>;
};

/** Opens the folder and removes what nobody took for two days, then and while files come in. */
export async function openUploads(dataFolder: string, maxBytes = MAX_UPLOAD_BYTES): Promise<Uploads> {
  const folder = path.join(dataFolder, 'uploads');
  await ensureFolder(folder);
  await removeOld(folder);
  let sweptAt = Date.now();
  const discard = async (fileId: string) => {
    await rm(path.join(folder, fileId), { force: true });
    await rm(path.join(folder, `${fileId}.json`), { force: true });
  };
  return {
    discard,
    receive: async (source, givenName, accountId) => {
      const name = boundedName(givenName);
      // Somebody tidying the disk may have taken it away.
      await ensureFolder(folder);
      if (Date.now() - sweptAt > SWEEP_EVERY_MS) {
        sweptAt = Date.now();
        await removeOld(folder);
      }
      const fileId = randomUUID();
      try {
        const stored = await store(source, path.join(folder, fileId), maxBytes, name);
        const about = { name, accountId, ...stored };
        await writeFile(path.join(folder, `${fileId}.json`), JSON.stringify(about), { mode: 0o600 });
        return { fileId, name, ...stored };
      } catch (error) {
        await discard(fileId);
        throw asUploadProblem(error, name);
      }
    },
    takeUpload: async (fileId, accountId) => {
      if (!z.uuid().safeParse(fileId).success) throw new Problem('uploads.not-found');
      const text = await readFile(path.join(folder, `${fileId}.json`), 'utf8').catch(() => '{}');
      const about = sidecar.safeParse(JSON.parse(text));
      if (!about.success || about.data.accountId !== accountId) throw new Problem('uploads.not-found');
      const { name, byteSize, sha256 } = about.data;
      return { path: path.join(folder, fileId), name, byteSize, sha256 };
    },
  };
}

async function ensureFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

/** As long as a file system would let it be; the ending, which says what it is, stays. */
const LONGEST_NAME = 120;

/** A name is shown, recorded and put into other names: without paths and control characters, and cut to a bound. */
export function boundedName(given: string): string {
  const name =
    given
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .replace(/^.*[\\/]/u, '')
      .trim() || '未命名';
  if ([...name].length <= LONGEST_NAME) return name;
  const ending = /\.\w{1,8}$/.exec(name)?.[0] ?? '';
  return [...name].slice(0, LONGEST_NAME - ending.length).join('') + ending;
}

async function store(source: Readable, target: string, maxBytes: number, name: string) {
  const hash = createHash('sha256');
  let byteSize = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) {
        done(new Problem('uploads.too-large', { name, limit: Math.round((maxBytes / 1024 ** 3) * 100) / 100 }));
        return;
      }
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(source, measure, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  return { byteSize, sha256: hash.digest('hex') };
}

function asUploadProblem(error: unknown, name: string): unknown {
  if (error instanceof Problem) return error;
  const { code } = error as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Problem('uploads.disk-full', { name });
  if (code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET') return new Problem('uploads.aborted', { name });
  return error;
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    // Taken meanwhile by its record, it is gone.
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEPT_MS) await rm(file, { force: true });
  }
}
