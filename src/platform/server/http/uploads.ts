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
import { needRoom } from '../files/disk-room.ts';
import './problems.ts';
import { quotaProblem, type Sender, UploadQuotas } from './upload-quotas.ts';

const MAX_UPLOAD_BYTES = 2 * 1024 ** 3;
/** A day longer than a draft that speaks of them. */
const KEPT_MS = 8 * 24 * 3_600_000;
/** A family fills the page in within minutes; photos that no declaration took are nobody's. */
const KEPT_OF_VISITORS_MS = 3 * 3_600_000;
const SWEEP_EVERY_MS = 1_800_000;
/** How often a file that comes in is measured against quotas and the disk. */
const LOOK_EVERY_BYTES = 8 * 1024 ** 2;

const sidecar = z.object({ name: z.string(), accountId: z.number(), byteSize: z.number(), sha256: z.string() });

/** Files of visitors belong to no account. */
export const NO_ACCOUNT = 0;

export type UploadedFile = { fileId: string; name: string; byteSize: number; sha256: string };
export type TakenUpload = { path: string; name: string; byteSize: number; sha256: string };

export type Uploads = {
  /**
   * Stores a stream; nothing stays behind when it is too large or breaks off. A `fileId` that this account has sent before
   * answers what arrived then: the answer may have been lost on the way.
   */
  receive: (source: Readable, name: string, sender: Sender, fileId?: string) => Promise<UploadedFile>;
  /** The file, if this account sent it. */
  takeUpload: (fileId: string, accountId: number) => Promise<TakenUpload>;
  discard: (fileId: string) => Promise<void>;
  /** Where files wait; what lies there for eight days goes. */
  folder: string;
  /** Room for what comes in pieces; throws `uploads.quota`, `uploads.disk-full`. */
  claim: (key: string, sender: Sender, bytes: number) => Promise<void>;
  release: (key: string) => void;
};

/** Opens the folder and removes what nobody took for eight days (three hours of visitors), then and while files come in. */
export async function openUploads(dataFolder: string, maxBytes = MAX_UPLOAD_BYTES): Promise<Uploads> {
  const folder = path.join(dataFolder, 'uploads');
  await ensureFolder(folder);
  const quotas = new UploadQuotas();
  const sweep = async () => {
    for (const fileId of await removeOld(folder)) quotas.forget(fileId);
  };
  await sweep();
  await noteWaiting(folder, quotas);
  let sweptAt = Date.now();
  const find = async (fileId: string, accountId: number): Promise<UploadedFile | undefined> => {
    const about = await aboutOf(folder, fileId);
    if (about?.accountId !== accountId) return undefined;
    const { name, byteSize, sha256 } = about;
    return { fileId, name, byteSize, sha256 };
  };
  const discard = async (fileId: string) => {
    quotas.forget(fileId);
    await rm(path.join(folder, fileId), { force: true });
    await rm(path.join(folder, `${fileId}.json`), { force: true });
  };
  return {
    discard,
    folder,
    claim: async (key, sender, bytes) => {
      await needRoom(folder, bytes);
      quotas.note(key, sender, 0);
      if (quotas.left(sender) < bytes) throw quotaProblem(sender);
      quotas.note(key, sender, bytes);
    },
    release: (key) => quotas.forget(key),
    receive: async (source, givenName, sender, given) => {
      // Cut off before it is read: without a listener that would end the program. The pipeline tells of it.
      source.on('error', () => undefined);
      const name = boundedName(givenName);
      // Somebody tidying the disk may have taken it away.
      await ensureFolder(folder);
      if (Date.now() - sweptAt > SWEEP_EVERY_MS) {
        sweptAt = Date.now();
        await sweep();
      }
      const { accountId } = sender;
      const known = given === undefined ? undefined : await find(given, accountId);
      if (known) {
        source.resume();
        return known;
      }
      const fileId = given ?? randomUUID();
      // Under a name of its own until it is whole: what was cut off may still be running out.
      const coming = randomUUID();
      const part = path.join(folder, `${fileId}.${coming}`);
      const look = async (bytes: number) => {
        await needRoom(folder, 0);
        quotas.note(coming, sender, 0);
        if (quotas.left(sender) < bytes) throw quotaProblem(sender);
        quotas.note(coming, sender, bytes);
      };
      try {
        await look(1);
        const stored = await store(source, part, { maxBytes, name, look });
        // Not by renaming, which would put it in the place of what arrived meanwhile, or of another's file.
        await link(part, path.join(folder, fileId));
        const about = { name, accountId, ...stored };
        await writeFile(path.join(folder, `${fileId}.json`), JSON.stringify(about), { mode: 0o600, flag: 'wx' });
        quotas.note(fileId, sender, stored.byteSize);
        return { fileId, name, ...stored };
      } catch (error) {
        const arrived = codeOf(error) === 'EEXIST' ? await find(fileId, accountId) : undefined;
        if (arrived) return arrived;
        throw asUploadProblem(error, name);
      } finally {
        quotas.forget(coming);
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

type Storing = { maxBytes: number; name: string; look: (bytes: number) => Promise<void> };

/** `look` refuses what has come so far. */
async function store(source: Readable, target: string, { maxBytes, name, look }: Storing) {
  const hash = createHash('sha256');
  let byteSize = 0;
  let lookAt = LOOK_EVERY_BYTES;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.length;
      if (byteSize > maxBytes) {
        done(new Problem('uploads.too-large', { name, limit: Math.round((maxBytes / 1024 ** 3) * 100) / 100 }));
        return;
      }
      hash.update(chunk);
      if (byteSize < lookAt) return done(null, chunk);
      lookAt = byteSize + LOOK_EVERY_BYTES;
      look(byteSize).then(() => done(null, chunk), done);
    },
    flush(done) {
      look(byteSize).then(() => done(), done);
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

/** Answers the ids of the files removed. */
async function removeOld(folder: string): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await readdir(folder)) {
    const fileId = name.replace(/\.json$/, '');
    // Taken meanwhile by its record, it is gone.
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    if (!found) continue;
    const isVisitors = (await aboutOf(folder, fileId))?.accountId === NO_ACCOUNT;
    if (Date.now() - found.mtimeMs <= (isVisitors ? KEPT_OF_VISITORS_MS : KEPT_MS)) continue;
    for (const each of [fileId, `${fileId}.json`]) await rm(path.join(folder, each), { force: true });
    removed.push(fileId);
  }
  return removed;
}

async function aboutOf(folder: string, fileId: string) {
  const text = await readFile(path.join(folder, `${fileId}.json`), 'utf8').catch(() => '{}');
  return sidecar.safeParse(JSON.parse(text || '{}')).data;
}

/** What was waiting before the program started counts on. */
async function noteWaiting(folder: string, quotas: UploadQuotas): Promise<void> {
  for (const name of await readdir(folder)) {
    const about = name.endsWith('.json') ? await aboutOf(folder, name.slice(0, -5)) : undefined;
    if (about) quotas.note(name.slice(0, -5), about, about.byteSize);
  }
}
