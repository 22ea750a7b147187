// Finds out who calls. The token goes no further than the accounts and the cookie.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { hideIds } from '../../../kernel/hide-ids.ts';
import { reasonText } from '../../../kernel/input.ts';
import { type OperationContext, type SignedIn, visitorActor } from './context.ts';
import type { ServedOptions } from './options.ts';

const COOKIE = 'shouwang_session';
const DEVICE_COOKIE = 'shouwang_device';

/** Behind TLS a name that browsers take from this host alone: no neighbour in the domain lays a session of its own under it. */
function nameOf(cookie: string, isSecure: boolean): string {
  return isSecure ? `__Host-${cookie}` : cookie;
}

export type Caller = { signedIn: SignedIn | undefined; context: OperationContext };

/** What a download is for: text in an address would stand in the logs of proxies. Undefined where none is given that says anything. */
function reasonOf(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    const { data } = reasonText.safeParse(decodeURIComponent(header));
    return data === undefined ? undefined : hideIds(data.replaceAll('\u0000', ''));
  } catch {
    return undefined;
  }
}

export async function callerOf(request: FastifyRequest, reply: FastifyReply, options: ServedOptions): Promise<Caller> {
  const secure = request.protocol === 'https';
  const name = nameOf(COOKIE, secure);
  const deviceName = nameOf(DEVICE_COOKIE, secure);
  const token = request.cookies[name];
  const { id: requestId, ip } = request;
  const signedIn = token ? await options.resolveActor({ token, ip, requestId }) : undefined;
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  const reason = reasonOf(request.headers['x-reason']);
  const actor = signedIn ? { ...signedIn.actor, ...(reason ? { reason } : {}) } : visitorActor(ip, requestId);
  const context: OperationContext = {
    db: options.db,
    actor,
    log: options.log.child({ requestId }),
    requestId,
    services: options.services,
    spend: (quota) => options.limits.spend(quota, actor),
    session: {
      token,
      authorization: request.headers.authorization?.slice(0, 500),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
      device: request.cookies[deviceName]?.slice(0, 200),
      keepDevice: (value, seconds) => void reply.setCookie(deviceName, value, { ...cookie, maxAge: seconds }),
      keep: (value, seconds) => void reply.setCookie(name, value, { ...cookie, maxAge: seconds }),
      drop: () => void reply.clearCookie(name, cookie),
    },
  };
  return { signedIn, context };
}
