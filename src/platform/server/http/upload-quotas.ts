// How much may wait in the folder of uploads: of one account, of one visitor's address, and of all visitors. Held in memory
// beside the files; after a restart visitors' addresses are forgotten, their sum is not.

import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

const MB = 1024 ** 2;

export const UPLOAD_QUOTAS = {
  /** Whoever hands in departments' tables and the registry: two quarters of the largest. */
  tables: 6144 * MB,
  /** Everybody else sends photos: some twenty visits of a day without network. */
  photos: 600 * MB,
  /** Sixty photos of an hour, as phones make them. */
  address: 200 * MB,
  visitors: 2048 * MB,
} as const;

/** Who sends: an account and what it may have waiting, or a visitor's address. */
export type Sender = { accountId: number; quota: number; address?: string };

type Waiting = { bytes: number; keys: string[] };

export function quotaProblem({ quota, address }: Sender): Problem {
  const bytes = address === undefined ? quota : UPLOAD_QUOTAS.address;
  return new Problem('uploads.quota', { megabytes: Math.round(bytes / MB) });
}

export class UploadQuotas {
  readonly #sums = new Map<string, number>();
  readonly #files = new Map<string, Waiting>();

  /** Bytes that may still come from the sender. */
  left({ accountId, quota, address }: Sender): number {
    const limits = address === undefined ? [[`account ${accountId}`, quota] as const] : this.#visitorLimits(address);
    const left = Math.min(...limits.map(([key, limit]) => limit - (this.#sums.get(key) ?? 0)));
    return left;
  }

  #visitorLimits(address: string) {
    return [
      [`address ${address}`, UPLOAD_QUOTAS.address],
      ['account 0', UPLOAD_QUOTAS.visitors],
    ] as const;
  }

  /** Notes what a file takes; said again, the new size counts. Also while it comes in. */
  note(fileId: string, { accountId, address }: Pick<Sender, 'accountId' | 'address'>, bytes: number): void {
    this.forget(fileId);
    const keys = [`account ${accountId}`, ...(address === undefined ? [] : [`address ${address}`])];
    this.#files.set(fileId, { bytes, keys });
    for (const key of keys) this.#sums.set(key, (this.#sums.get(key) ?? 0) + bytes);
  }

  forget(fileId: string): void {
    const found = this.#files.get(fileId);
    this.#files.delete(fileId);
    for (const key of found?.keys ?? []) {
      const left = (this.#sums.get(key) ?? 0) - (found?.bytes ?? 0);
      if (left > 0) this.#sums.set(key, left);
      else this.#sums.delete(key);
    }
  }
}
