// Who may call what: the one check before every handler, contract operation or raw route alike.

import { mayCall } from '../../../kernel/list-operations.ts';
import type { OperationMeta } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { SignedIn } from './context.ts';
import './problems.ts';

export function checkAccess(meta: OperationMeta, signedIn: SignedIn | undefined): void {
  if (meta.roles === 'public') return;
  if (!signedIn) throw new Problem('http.sign-in-required');
  if (!mayCall(meta, signedIn.actor.role)) throw new Problem('http.forbidden');
  const refusal = signedIn.refuse?.(meta.name);
  if (refusal) throw refusal;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

type Origin = { method: string; host: string; secFetchSite: string | undefined; origin: string | undefined };

/** Browsers say where a request comes from; one from another site changes nothing here. Programs say nothing and may. */
export function checkOrigin({ method, host, secFetchSite, origin }: Origin): void {
  if (SAFE.has(method)) return;
  if (secFetchSite !== undefined) {
    if (secFetchSite === 'same-origin' || secFetchSite === 'none') return;
  } else if (origin === undefined || hostOf(origin) === host) return;
  throw new Problem('http.foreign-origin');
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
