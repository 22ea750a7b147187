// A backup folder holds parts, named by a keyed hash of their content: what stands there already, from an earlier backup or one
// that broke off, is not written again. Each part is compressed and sealed by itself, its name bound to it; which parts, and in what
// order, is said by the manifest, which is sealed as a whole.

import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { Problem } from '../../../kernel/problem.ts';
import type { BackupKey } from './backup-key.ts';
import './problems.ts';

const zstd = promisify(zstdCompress);
/** The quickest: a third of the time of the usual level, for a tenth more bytes. */
const compress = (bytes: Buffer) => zstd(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
const decompress = promisify(zstdDecompress);

/** As much goes into one part at most. */
export const PART_BYTES = 16 * 1024 ** 2;

const PLAIN = 0;
const ZSTD = 1;
const NONCE = 12;
const TAG = 16;
/** Photos and sealed values do not get smaller: a look at the beginning tells. */
const SAMPLE = 64 * 1024;
const WORTH_IT = 0.9;

/** Method, nonce, ciphertext, tag. `about` is what the bytes are, and belongs to what is authenticated. */
async function sealBytes(key: Buffer, about: string, plain: Buffer): Promise<Buffer> {
  const sample = plain.subarray(0, SAMPLE);
  const shrinks = (await compress(sample)).length < sample.length * WORTH_IT;
  const method = shrinks ? ZSTD : PLAIN;
  const body = shrinks ? await compress(plain) : plain;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${about} ${method}`));
  const sealed = cipher.update(body);
  cipher.final();
  return Buffer.concat([Buffer.of(method), nonce, sealed, cipher.getAuthTag()]);
}

/** The plain bytes; throws where a byte was changed, or the bytes are something else. */
async function openBytes(key: Buffer, about: string, sealed: Buffer): Promise<Buffer> {
  if (sealed.length < 1 + NONCE + TAG) throw new Error('too short');
  const method = sealed[0];
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE))
    .setAAD(Buffer.from(`${about} ${method}`))
    .setAuthTag(sealed.subarray(sealed.length - TAG));
  const body = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG));
  decipher.final();
  return method === ZSTD ? decompress(body) : body;
}

/** In place whole or not at all, also after a power cut. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const coming = `${file}.coming`;
  const handle = await open(coming, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(coming, file);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

export type Written = { name: string; bytes: number; isNew: boolean };

export type Parts = {
  /** Keeps the bytes, unless they are there. `bytes` of the answer is what was written now. */
  keep: (plain: Buffer) => Promise<Written>;
  /** Whether all of these are there. */
  haveAll: (names: readonly string[]) => Promise<boolean>;
  /** The bytes of a part; throws `backup.damaged`. */
  read: (name: string) => Promise<Buffer>;
  /** Seals and opens what stands beside the parts. */
  seal: (about: string, plain: Buffer) => Promise<Buffer>;
  open: (about: string, sealed: Buffer) => Promise<Buffer>;
  /** Takes away what is not among these; answers how many parts. */
  removeOthers: (names: ReadonlySet<string>) => Promise<number>;
  /** Puts a part that was found damaged aside, so that the next backup writes it anew. */
  putAside: (name: string) => Promise<void>;
};

export function openParts(folder: string, key: BackupKey): Parts {
  const root = path.join(folder, 'parts');
  const fileOf = (name: string) => path.join(root, name.slice(0, 2), name);
  const nameOf = (plain: Buffer) => createHmac('sha256', key.name).update(plain).digest('hex');
  /** Two workers may hold the same bytes at the same time. */
  const coming = new Map<string, Promise<Written>>();

  const write = async (name: string, plain: Buffer): Promise<Written> => {
    const file = fileOf(name);
    if (await isThere(file)) return { name, bytes: 0, isNew: false };
    const sealed = await sealBytes(key.seal, `part ${name}`, plain);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeWhole(file, sealed);
    return { name, bytes: sealed.length, isNew: true };
  };

  return {
    keep: (plain) => {
      const name = nameOf(plain);
      const written = coming.get(name) ?? write(name, plain).finally(() => coming.delete(name));
      coming.set(name, written);
      return written;
    },
    haveAll: async (names) => (await Promise.all(names.map((name) => isThere(fileOf(name))))).every(Boolean),
    read: async (name) => {
      const sealed = await readFile(fileOf(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT')
          throw new Problem('backup.damaged', { what: `缺少 parts/${name.slice(0, 2)}/${name}` });
        throw error;
      });
      const plain = await openBytes(key.seal, `part ${name}`, sealed).catch(() => undefined);
      if (!plain || nameOf(plain) !== name)
        throw new Problem('backup.damaged', { what: `parts/${name.slice(0, 2)}/${name} 的内容被改动过` });
      return plain;
    },
    seal: (about, plain) => sealBytes(key.seal, about, plain),
    open: (about, sealed) => openBytes(key.seal, about, sealed),
    removeOthers: async (names) => {
      let removed = 0;
      for (const group of await readdir(root).catch(() => []))
        for (const name of await readdir(path.join(root, group)))
          if (!names.has(name)) {
            await rm(path.join(root, group, name), { force: true });
            removed++;
          }
      return removed;
    },
    putAside: async (name) => {
      await rename(fileOf(name), `${fileOf(name)}.damaged`).catch(() => undefined);
    },
  };
}
