// One deed for many households. A transaction for each: an action is its own record and its own audit entry, a household that
// is refused holds no other back, and no lock is held longer than one case takes. The request's id makes each case's own, so
// that a repeat (a slow link, a fault in the middle) goes on where it stopped and does nothing twice.

import { createHash } from 'node:crypto';
import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { dropUploads, type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import type { CaseKey } from '../domain/addresses.ts';
import type { BulkInput } from '../domain/bulk-act.ts';
import '../domain/problems.ts';
import { act, filesOf, type GivenDetail } from './act.ts';
import type { CasesHooks } from './hooks.ts';
import { caseName } from './load-case.ts';
import type { Now } from './open-case.ts';

/** A uuid that is always the same for this case of this request. */
function idOf(requestId: string, key: CaseKey): string {
  const hex = createHash('sha256')
    .update(`${requestId}:${caseName(key)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const NOT_FOUND = 'cases.not-found';

type Doing = { now: Now; hooks: Pick<CasesHooks, 'onActed'> };
type Refused = CaseKey & { code: string; reason: string };

/** Does it for one household after the other; each refused one is told with its reason, none stops the others. */
export async function actOnMany({ db, actor, services }: OperationContext, input: BulkInput, { now, hooks }: Doing) {
  const { requestId, kind, shared, cases } = input;
  const uploads = filesOf(shared);
  const done: (CaseKey & { version: number })[] = [];
  const refused: Refused[] = [];
  for (const { own, version, ...key } of cases) {
    const detail = { ...shared, ...own } as GivenDetail<typeof kind>;
    try {
      const taking = { accountId: actor.accountId, countyCode: key.countyCode, fileIds: uploads, keepsUploads: true };
      const after = await withPhotos(services, taking, (take) =>
        db.write(actor, idOf(requestId, key), (tx) => {
          const files = async () => {
            const photos = await take();
            return new Map(uploads.map((id, i): [string, StoredPhoto] => [id, photos[i] as StoredPhoto]));
          };
          return act(tx, services.keys, { ...key, kind, version, detail }, { now, files, hooks });
        }),
      );
      done.push({ ...key, version: after.version });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ ...key, code: error.code, reason: error.message });
    }
  }
  // Of cases that are not there for this account nothing more is said than of a single one.
  if (refused.length === cases.length && refused.every(({ code }) => code === NOT_FOUND)) throw new Problem(NOT_FOUND);
  // Where a household was refused the same photos are wanted again with the next attempt.
  if (refused.length === 0) await dropUploads(services, uploads);
  return { done, refused };
}
