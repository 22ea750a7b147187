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
    // The build lays .br and .gz beside every file.
    preCompressed: true,
    setHeaders: (response, file) =>
      response.header(
        'cache-control',
        file.includes(hashed) && !/\.json(\.(br|gz))?$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  app.get('/', (_request, reply) => {
    reply.sendFile(OFFICE);
  });
}

/**
 * The page of an address that is neither a file nor below `/api`: each finds its way from the address. `pages` has those
 * beside the office's, by the beginning of their addresses.
 */
export function pageOf(request: FastifyRequest, pages: Readonly<Record<string, string>>): string | undefined {
  const [address = ''] = request.url.split('?');
  // Numbers of records hold points: `/figures/fund.arranged` is a page when somebody goes there, a lost script is none.
  const isFile = path.extname(address) !== '' && !(request.headers.accept ?? '').includes('text/html');
  if (request.method !== 'GET' || address.startsWith('/api') || isFile) return undefined;
  const beginning = Object.keys(pages).find((each) => address === each || address.startsWith(`${each}/`));
  return (beginning && pages[beginning]) ?? OFFICE;
}
