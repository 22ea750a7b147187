// A file comes as the first part of a form and is kept until an operation takes it by its id.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type OperationMeta, ROLES } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { refuseNoPhoto } from '../photos.ts';
import { callerOf } from './caller.ts';
import { admit } from './gate.ts';
import type { ServedOptions } from './options.ts';
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

/** Files of visitors belong to no account. */
const NO_ACCOUNT = 0;

export function serveUploads(app: FastifyInstance, options: ServedOptions): void {
  for (const route of [UPLOAD, ...options.uploadRoutes]) serveUpload(app, route, options);
}

function serveUpload(app: FastifyInstance, { meta, path, visitors }: UploadRoute, options: ServedOptions): void {
  app.post(`/api${path}`, async (request, reply) => {
    const caller = await callerOf(request, reply, options);
    const context = await admit(meta, caller, options.limits, path);
    if (visitors) options.limits.ofAddress(`${meta.name} photos`, { max: visitors.perHour, minutes: 60 }, request.ip);
    const { uploads } = options.services;
    const received = visitors
      ? await receivePhoto(request, visitors.megabytes, uploads)
      : await receive(request, uploads, context.actor.accountId);
    const { fileId, name, byteSize } = received;
    return { fileId, name, byteSize };
  });
}

type Uploads = ServedOptions['services']['uploads'];

async function partOf(request: FastifyRequest, limits?: { fileSize: number }) {
  const part = request.isMultipart() ? await request.file(limits ? { limits } : undefined) : undefined;
  if (!part) throw new Problem('uploads.none');
  return part;
}

async function receive(request: FastifyRequest, uploads: Uploads, accountId: number): Promise<UploadedFile> {
  const part = await partOf(request);
  return uploads.receive(part.file, part.filename, accountId);
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
