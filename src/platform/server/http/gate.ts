// What every call passes before its handler, contract operation, file route or upload alike: counted, allowed, noticed.

import type { OperationMeta } from '../../../kernel/operation.ts';
import { checkAccess } from './access.ts';
import type { Caller } from './caller.ts';
import type { OperationContext } from './context.ts';
import type { Limits } from './limits.ts';

/** The context in which the operation runs; throws the refusal of whoever may not. `path` tells requests apart. */
export async function admit(
  meta: OperationMeta,
  { signedIn, context }: Caller,
  limits: Limits,
  path: string,
): Promise<OperationContext> {
  limits.call(meta, context.actor);
  checkAccess(meta, signedIn);
  if (meta.quota) limits.spend(meta.quota, context.actor);
  if (!meta.poll) await signedIn?.seen?.();
  return {
    ...context,
    db: meta.heavy ? context.db.heavy : context.db,
    actor: { ...context.actor, asks: `${meta.name} ${path}` },
  };
}
