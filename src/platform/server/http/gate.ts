// What every call passes before its handler, contract operation, file route or upload alike: counted, allowed, noticed.

import type { OperationMeta } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { recordView } from '../views/record-view.ts';
import { checkAccess } from './access.ts';
import type { Caller } from './caller.ts';
import type { OperationContext } from './context.ts';
import type { Limits } from './limits.ts';

/** Who tries what is not his is told to the auditor, once in a while: the pages of the office never do. */
async function recordRefusal({ name }: OperationMeta, { db, actor, log }: OperationContext): Promise<void> {
  const entry = { operation: 'http.refused', subjectKind: 'operation', subjectId: name };
  await db
    .write(actor, undefined, async (tx) => ({ result: undefined, audit: await recordView(tx, entry) }))
    .catch(() => log.warn({ operation: name }, 'a refusal was not recorded'));
}

/** The context in which the operation runs; throws the refusal of whoever may not. `path` tells requests apart. */
export async function admit(
  meta: OperationMeta,
  { signedIn, context }: Caller,
  limits: Limits,
  path: string,
): Promise<OperationContext> {
  limits.call(meta, context.actor);
  try {
    checkAccess(meta, signedIn);
  } catch (error) {
    if (error instanceof Problem && error.code === 'http.forbidden') await recordRefusal(meta, context);
    throw error;
  }
  if (meta.quota) limits.spend(meta.quota, context.actor);
  if (!meta.poll) await signedIn?.seen?.();
  return {
    ...context,
    db: meta.heavy ? context.db.heavy : context.db,
    actor: { ...context.actor, asks: `${meta.name} ${path}` },
  };
}
