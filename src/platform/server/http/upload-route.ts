// A file comes as the first part of a form and is kept until an operation takes it by its id.

import type { FastifyInstance } from 'fastify';
import { type OperationMeta, ROLES } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { checkAccess } from './access.ts';
import { callerOf } from './caller.ts';
import type { HttpOptions } from './options.ts';

export const UPLOAD: OperationMeta = {
  name: 'uploads.receive',
  roles: ROLES.filter((role) => role !== 'auditor'),
  writes: true,
  offline: true,
};

export function serveUploads(app: FastifyInstance, options: HttpOptions): void {
  app.post('/api/uploads', async (request, reply) => {
    const { signedIn, context } = await callerOf(request, reply, options);
    checkAccess(UPLOAD, signedIn);
    const part = request.isMultipart() ? await request.file() : undefined;
    if (!part) throw new Problem('uploads.none');
    const { fileId, name, byteSize } = await options.services.uploads.receive(
      part.file,
      part.filename,
      context.actor.accountId,
    );
    return { fileId, name, byteSize };
  });
}
