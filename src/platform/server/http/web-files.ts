// The built web: files with a hash in their name are kept by the browser for a year, pages are asked for each time.

import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const OFFICE = 'office.html';

export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const hashed = `${path.sep}assets${path.sep}`;
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (response, file) =>
      response.header(
        'cache-control',
        file.includes(hashed) && !file.endsWith('.json') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  app.get('/', (_request, reply) => reply.sendFile(OFFICE));
}

/** The page of an address that is neither a file nor below `/api`: the office finds its way from the address. */
export function officePage(request: FastifyRequest): string | undefined {
  const [address = ''] = request.url.split('?');
  return request.method === 'GET' && !address.startsWith('/api') && !path.extname(address) ? OFFICE : undefined;
}
