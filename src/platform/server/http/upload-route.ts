// A file comes as the first part of a form and is kept until an operation takes it by its id.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { type OperationMeta, ROLES } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { refuseNoPhoto } from '../photos.ts';
import { callerOf } from './caller.ts';
import { admit } from './gate.ts';
import type { ServedOptions } from './options.ts';
import { type Sender, UPLOAD_QUOTAS } from './upload-quotas.ts';
import { NO_ACCOUNT, type UploadedFile } from './uploads.ts';

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

/** Who hands in tables; everybody else sends photos. */
const OF_TABLES: readonly string[] = ['data-officer', 'county-officer', 'region-officer', 'administrator'];

export function serveUploads(app: FastifyInstance, options: ServedOptions): void {
  for (const route of [UPLOAD, ...options.uploadRoutes]) serveUpload(app, route, options);
}

function serveUpload(app: FastifyInstance, { meta, path, visitors }: UploadRoute, options: ServedOptions): void {
  app.post(`/api${path}`, async (request, reply) => {
    const caller = await callerOf(request, reply, options);
    const context = await admit(meta, caller, options.limits, path);
    if (visitors) options.limits.ofAddress(`${meta.name} photos`, { max: visitors.perHour, minutes: 60 }, request.ip);
    const { uploads } = options.services;
    const { accountId, role, ip } = context.actor;
    const quota = OF_TABLES.includes(role) ? UPLOAD_QUOTAS.tables : UPLOAD_QUOTAS.photos;
    const received = visitors
      ? await receivePhoto(request, visitors.megabytes, uploads, ip)
      : await receive(request, uploads, { accountId, quota });
    const { fileId, name, byteSize } = received;
    // A visitor's photos are recorded with the declaration that takes them.
    if (!visitors)
      await context.db.write(context.actor, undefined, async () => ({
        result: undefined,
        audit: { operation: meta.name, subjectKind: 'file', subjectId: fileId, after: { file: name, byteSize } },
      }));
    return { fileId, name, byteSize };
  });
}

type Uploads = ServedOptions['services']['uploads'];

async function partOf(request: FastifyRequest, limits?: { fileSize: number }) {
  const part = request.isMultipart() ? await request.file(limits ? { limits } : undefined) : undefined;
  if (!part) throw new Problem('uploads.none');
  return part;
}

async function receive(request: FastifyRequest, uploads: Uploads, sender: Sender): Promise<UploadedFile> {
  const part = await partOf(request);
  const { fileId } = sentBefore.parse(request.query);
  return uploads.receive(part.file, part.filename, sender, fileId);
}

/** The stream ends at the limit; what came until then goes again. */
async function receivePhoto(
  request: FastifyRequest,
  megabytes: number,
  uploads: Uploads,
  address: string,
): Promise<UploadedFile> {
  const part = await partOf(request, { fileSize: megabytes * 1024 ** 2 });
  const sender = { accountId: NO_ACCOUNT, quota: UPLOAD_QUOTAS.address, address };
  const received = await uploads.receive(part.file, part.filename, sender);
  try {
    const { path } = await uploads.takeUpload(received.fileId, NO_ACCOUNT);
    await refuseNoPhoto(path, { name: part.filename, limit: megabytes, isTooLarge: part.file.truncated });
    return received;
  } catch (error) {
    await uploads.discard(received.fileId);
    throw error;
  }
}
