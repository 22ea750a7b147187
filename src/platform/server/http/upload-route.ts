// A file comes as the first part of a form and is kept until an operation takes it by its id.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { type OperationMeta, ROLES } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { refuseNoPhoto } from '../photos.ts';
import { checkAccess } from './access.ts';
import { callerOf } from './caller.ts';
import type { HttpOptions } from './options.ts';
import type { UploadedFile } from './uploads.ts';

/** Where files come in. What anybody may send without an account is a photo, small, and not often. */
export type UploadRoute = {
  meta: OperationMeta;
  /** Below `/api`. */
  path: string;
  visitors?: { megabytes: number; perHour: number };
};

const UPLOAD: UploadRoute = {
  meta: {
    name: 'uploads.receive',
    roles: ROLES.filter((role) => role !== 'auditor'),
    writes: true,
    offline: true,
  },
  path: '/uploads',
};

/** Whoever sends a file may name it, to send it again where it was cut off. */
const sentBefore = z.object({ fileId: z.uuid().optional().catch(undefined) });

/** Files of visitors belong to no account. */
const NO_ACCOUNT = 0;

export function serveUploads(app: FastifyInstance, options: HttpOptions): void {
  for (const route of [UPLOAD, ...options.uploadRoutes]) serveUpload(app, route, options);
}

function serveUpload(app: FastifyInstance, { meta, path, visitors }: UploadRoute, options: HttpOptions): void {
  const rateLimit = visitors ? { max: visitors.perHour, timeWindow: '1 hour' } : false;
  app.post(`/api${path}`, { config: { rateLimit } }, async (request, reply) => {
    const { signedIn, context } = await callerOf(request, reply, options);
    checkAccess(meta, signedIn);
    const { uploads } = options.services;
    const received = visitors
      ? await receivePhoto(request, visitors.megabytes, uploads)
      : await receive(request, uploads, context.actor.accountId);
    const { fileId, name, byteSize } = received;
    return { fileId, name, byteSize };
  });
}

type Uploads = HttpOptions['services']['uploads'];

async function partOf(request: FastifyRequest, limits?: { fileSize: number }) {
  const part = request.isMultipart() ? await request.file(limits ? { limits } : undefined) : undefined;
  if (!part) throw new Problem('uploads.none');
  return part;
}

async function receive(request: FastifyRequest, uploads: Uploads, accountId: number): Promise<UploadedFile> {
  const part = await partOf(request);
  const { fileId } = sentBefore.parse(request.query);
  return uploads.receive(part.file, part.filename, accountId, fileId);
}

/** The stream ends at the limit; what came until then goes again. */
async function receivePhoto(request: FastifyRequest, megabytes: number, uploads: Uploads): Promise<UploadedFile> {
  const part = await partOf(request, { fileSize: megabytes * 1024 ** 2 });
  const received = await uploads.receive(part.file, part.filename, NO_ACCOUNT);
  try {
    const { path } = await uploads.takeUpload(received.fileId, NO_ACCOUNT);
    await refuseNoPhoto(path, { name: part.filename, limit: megabytes, isTooLarge: part.file.truncated });
    return received;
  } catch (error) {
    await uploads.discard(received.fileId);
    throw error;
  }
}
