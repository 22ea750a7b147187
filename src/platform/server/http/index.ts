// The HTTP edge: one Fastify that serves the contract's operations, file routes, uploads and the built web. Every request
// gets an id, a caller, one access check and, when refused, one shape of answer.

import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';
import { checkAccess, checkOrigin } from './access.ts';
import { callerOf } from './caller.ts';
import { invalidInput, speakChinese } from './input-sentences.ts';
import { pathOf, serveOperations } from './operations.ts';
import type { HttpOptions } from './options.ts';
import type { RawRoute } from './raw-route.ts';
import { refusalOf } from './refusal.ts';
import { serveUploads } from './upload-route.ts';
import { pageOf, serveWeb } from './web-files.ts';
import './problems.ts';

const JSON_LIMIT = 4 * 1024 * 1024;

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"], // Ant Design writes style elements
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null, // offices run on plain HTTP inside their network
};

/** Builds the server; the caller listens and closes. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  speakChinese();
  const app = Fastify({
    trustProxy: options.trustProxy ?? false,
    bodyLimit: JSON_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_POLICY }, hsts: false });
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: Number.POSITIVE_INFINITY } });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => new Problem('http.too-many', { seconds: Math.ceil(ttl / 1000) }),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
    const { 'sec-fetch-site': secFetchSite, origin } = request.headers;
    checkOrigin({
      method: request.method,
      host: request.host,
      secFetchSite: String(secFetchSite ?? '') || undefined,
      origin,
    });
  });
  app.addHook('onRequest', async (request, reply) => {
    const moved = options.movedTo?.(request.url);
    // 308 keeps method and body.
    if (moved) return reply.redirect(moved, 308);
  });
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = refusalOf(error, request.id, options.log, pathOf(request));
    return reply.status(status).send(body);
  };
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => {
    const page = options.webFolder ? pageOf(request, options.pages) : undefined;
    return page
      ? reply.sendFile(page)
      : refuse(new Problem('http.not-found', { path: pathOf(request) }), request, reply);
  });
  serveHealth(app, options);
  serveUploads(app, options);
  for (const route of options.rawRoutes) serveRaw(app, route, options);
  serveOperations(app, options);
  if (options.webFolder) await serveWeb(app, options.webFolder);
  return app;
}

function serveRaw(app: FastifyInstance, route: RawRoute, options: HttpOptions): void {
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    handler: async (request, reply) => {
      const { signedIn, context } = await callerOf(request, reply, options);
      checkAccess(route.meta, signedIn);
      const given = { ...(request.query as object), ...(request.body as object), ...(request.params as object) };
      const parsed = route.input.safeParse(given);
      if (!parsed.success) throw invalidInput(parsed.error.issues, route.input);
      const { headers, body } = await route.answer(context, parsed.data);
      return reply.headers(headers).send(body);
    },
  });
}

/** For load balancers and the start script: answers once the database does. */
function serveHealth(app: FastifyInstance, { db }: HttpOptions): void {
  app.get('/api/health', async () => {
    await db.bulkRead((tx) => tx.script('select 1'));
    return { ok: true };
  });
}
