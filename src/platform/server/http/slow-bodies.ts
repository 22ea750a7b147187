// A body that drips in holds a connection, and a file with it, for as long as its sender likes. A small one has half a
// minute; a large one (a file over a slow line) may take as long as it takes, if it keeps coming.

import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';
import './problems.ts';

/** What a file in pieces comes as. */
export const OCTETS = 'application/offset+octet-stream';

export type Pace = {
  /** Milliseconds between two looks. */
  every: number;
  /** Bytes that a file has to bring in between them: far below the slowest line of a village. */
  leastBytes: number;
};

export const PACE: Pace = { every: 30_000, leastBytes: 30_000 };

/** Answers `http.too-slow` and ends the connection once the body has been too slow. */
export function watchBody(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: Readable,
  { every, leastBytes }: Pace = PACE,
): void {
  if (request.method === 'GET') return;
  const { socket } = request.raw;
  let before = socket.bytesRead;
  const timer = setInterval(() => {
    const came = socket.bytesRead - before;
    before = socket.bytesRead;
    // A reader that has stopped reading (the disk, a full queue) is not the sender's fault.
    const isHeldUp = payload.readableLength > 0;
    const isFile = request.isMultipart() || request.headers['content-type'] === OCTETS;
    if (isFile && (came >= leastBytes || isHeldUp)) return;
    clearInterval(timer);
    reply.raw.shouldKeepAlive = false;
    reply.send(new Problem('http.too-slow'));
  }, every);
  timer.unref();
  payload.once('close', () => clearInterval(timer));
  payload.once('end', () => clearInterval(timer));
}
