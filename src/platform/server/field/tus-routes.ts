// Files in pieces by tus 1.0 (core, creation, termination), so that phones use a client that others keep. The server's half is small
// and lies over the uploads that are there: their quotas, sweep, access and refusals (docs/decisions/0032).

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { OperationMeta } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { callerOf } from '../http/caller.ts';
import type { OperationContext } from '../http/context.ts';
import { admit } from '../http/gate.ts';
import { invalidInput } from '../http/input-sentences.ts';
import type { ServedOptions } from '../http/options.ts';
import { OCTETS } from '../http/slow-bodies.ts';
import { type Sender, UPLOAD_QUOTAS } from '../http/upload-quotas.ts';
import { type Arrival, MOST_PHOTO_BYTES, openResumable } from './resumable.ts';

/** Where files in pieces come in, and what is done once one is whole. */
export type ResumableRoute = {
  meta: OperationMeta;
  /** Below `/api`. */
  path: string;
  onArrived: (context: OperationContext, fileId: string) => Promise<void>;
};

const VERSION = '1.0.0';

const metadata = z.object({
  id: z.uuid(),
  name: z.string().max(200).default('photo.jpg'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  item: z.uuid().optional(),
  capturedAt: z.iso.datetime({ offset: true }).optional(),
});
const length = z.coerce.number<string>().int().min(1).max(MOST_PHOTO_BYTES);
const offset = z.coerce.number<string>().int().min(0);
const named = z.object({ id: z.uuid() });

function checked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (!read.success) throw invalidInput(read.error.issues, schema);
  return read.data;
}

/** `name cGhvdG8uanBn,sha256 …`: each value base64. */
function readMetadata(header: unknown): Record<string, string> {
  const pairs = String(header ?? '')
    .split(',')
    .map((pair) => pair.trim().split(' '));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]),
  );
}

const senderOf = ({ actor }: OperationContext): Sender => ({ accountId: actor.accountId, quota: UPLOAD_QUOTAS.photos });

export function serveResumable(app: FastifyInstance, route: ResumableRoute, options: ServedOptions): void {
  const { meta, onArrived } = route;
  const url = `/api${route.path}`;
  const files = openResumable(options.services.uploads);
  app.addContentTypeParser(OCTETS, (_request, payload, done) => done(null, payload));

  const admitted = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('tus-resumable', VERSION);
    return admit(meta, await callerOf(request, reply, options), options.limits, url);
  };
  const tell = (reply: FastifyReply, { offset: at, byteSize }: Arrival, status: number) =>
    reply
      .status(status)
      .headers({ 'upload-offset': String(at), 'upload-length': String(byteSize) })
      .send();

  app.options(url, (_request, reply) =>
    reply
      .status(204)
      .headers({
        'tus-resumable': VERSION,
        'tus-version': VERSION,
        'tus-extension': 'creation,termination',
        'tus-max-size': String(MOST_PHOTO_BYTES),
      })
      .send(),
  );

  app.post(url, async (request, reply) => {
    const context = await admitted(request, reply);
    const { id, name, sha256, ...more } = checked(metadata, readMetadata(request.headers['upload-metadata']));
    const byteSize = checked(length, request.headers['upload-length']);
    const arrival = await files.begin(id, { name, sha256, byteSize }, senderOf(context));
    await context.db.write(context.actor, undefined, async () => ({
      result: undefined,
      audit: { operation: meta.name, subjectKind: 'file', subjectId: id, after: { file: name, byteSize, ...more } },
    }));
    return tell(reply.header('location', `${url}/${id}`), arrival, 201);
  });

  app.head(`${url}/:id`, async (request, reply) => {
    const context = await admitted(request, reply);
    const { id } = checked(named, request.params);
    return tell(reply, await files.find(id, senderOf(context)), 200);
  });

  app.patch(`${url}/:id`, async (request, reply) => {
    const context = await admitted(request, reply);
    const { id } = checked(named, request.params);
    if (!request.headers['content-type']?.startsWith(OCTETS)) throw new Problem('http.malformed');
    const from = checked(offset, request.headers['upload-offset']);
    const arrival = await files.append(id, from, request.raw, senderOf(context));
    if (arrival.offset === arrival.byteSize) await onArrived(context, id);
    return tell(reply, arrival, 204);
  });

  app.delete(`${url}/:id`, async (request, reply) => {
    const context = await admitted(request, reply);
    await files.drop(checked(named, request.params).id, senderOf(context));
    return reply.status(204).send();
  });
}
