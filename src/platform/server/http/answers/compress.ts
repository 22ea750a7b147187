// Long answers go compressed: a village on its way to a phone is a tenth of its JSON. Short ones are not worth the time, and files
// come compressed or not as they are.

import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const LONG = 32 * 1024;
const zip = promisify(gzip);

/** The payload, or what it is compressed; for a hook before it is sent. */
export async function compressLong(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isLong = typeof payload === 'string' && payload.length > LONG;
  const takesIt = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  if (!isLong || !takesIt || reply.hasHeader('content-encoding')) return payload;
  reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length');
  return zip(payload, { level: constants.Z_BEST_SPEED + 4 });
}
