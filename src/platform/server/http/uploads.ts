// Files sent by users, kept under `<data folder>/uploads/<uuid>` until a slice takes them. Beside each stands a small JSON
// with its name and owner; it is written last, so that a half-received file is never taken.

import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;
/** A day longer than a draft that speaks of them. */
const KEPT_MS = 8 * 24 * 3_600_000;
const SWEEP_EVERY_MS = 3_600_000;

const sidecar = z.object({ name: z.string(), accountId: z.number(), byteSize: z.number(), sha256: z.string() });

export type UploadedFile = { fileId: string; name: string; byteSize: number; sha256: string };
export type TakenUpload = { path: string; name: string; byteSize: number; sha256: string };

export type Uploads = {
  /**
   * Stores a stream; nothing stays behind when it is too large or breaks off. A `fileId` that this account has sent before
   * answers what arrived then: the answer may have been lost on the way.
   */
  receive: (source: Readable, name: string, accountId: number, fileId?: string) => Promise<UploadedFile>;
  /** The file, if this account sent it. */
  takeUpload: (fileId: string, accountId: number) => Promise<TakenUpload>;
  discard: (fileId: string) => Promise<void>;
};

/** Opens the folder and removes what nobody took for eight days, then and while files come in. */
export async function openUploads(dataFolder: string, maxBytes = MAX_UPLOAD_BYTES): Promise<Uploads> {
  const folder = path.join(dataFolder, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOld(folder);
  let sweptAt = Date.now();
  const find = async (fileId: string, accountId: number): Promise<UploadedFile | undefined> => {
    const text = await readFile(path.join(folder, `${fileId}.json`), 'utf8').catch(() => '{}');
    const about = sidecar.safeParse(JSON.parse(text));
    if (!about.success || about.data.accountId !== accountId) return undefined;
    const { name, byteSize, sha256 } = about.data;
    return { fileId, name, byteSize, sha256 };
  };
  const discard = async (fileId: string) => {
    await rm(path.join(folder, fileId), { force: true });
    await rm(path.join(folder, `${fileId}.json`), { force: true });
  };
  return {
    discard,
    receive: async (source, name, accountId, given) => {
      // Cut off before it is read: without a listener that would end the program. The pipeline tells of it.
      source.on('error', () => undefined);
      if (Date.now() - sweptAt > SWEEP_EVERY_MS) {
        sweptAt = Date.now();
        await removeOld(folder);
      }
      const known = given === undefined ? undefined : await find(given, accountId);
      if (known) {
        source.resume();
        return known;
      }
      const fileId = given ?? randomUUID();
      // Under a name of its own until it is whole: what was cut off may still be running out.
      const part = path.join(folder, `${fileId}.${randomUUID()}`);
      try {
        const stored = await store(source, part, maxBytes, name);
        // Not by renaming, which would put it in the place of what arrived meanwhile, or of another's file.
        await link(part, path.join(folder, fileId));
        const about = { name, accountId, ...stored };
        await writeFile(path.join(folder, `${fileId}.json`), JSON.stringify(about), { mode: 0o600, flag: 'wx' });
        return { fileId, name, ...stored };
      } catch (error) {
        const arrived = codeOf(error) === 'EEXIST' ? await find(fileId, accountId) : undefined;
        if (arrived) return arrived;
        throw asUploadProblem(error, name);
      } finally {
        await rm(part, { force: true });
      }
    },
    takeUpload: async (fileId, accountId) => {
      if (!z.uuid().safeParse(fileId).success) throw new Problem('uploads.not-found');
      const found = await find(fileId, accountId);
      if (!found) throw new Problem('uploads.not-found');
      const { name, byteSize, sha256 } = found;
      return { path: path.join(folder, fileId), name, byteSize, sha256 };
    },
  };
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

const codeOf = (error: unknown) => (error as { code?: string }).code;

function asUploadProblem(error: unknown, name: string): unknown {
  if (error instanceof Problem) return error;
  const code = codeOf(error);
  // The id of somebody else's file.
  if (code === 'EEXIST') return new Problem('uploads.aborted', { name });
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
