// The HTTP edge: one Fastify that serves the contract's operations, file routes, uploads and the built web. Every request
// gets an id, a caller, one access check and, when refused, one shape of answer.

import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';
import { serveResumable } from '../field/tus-routes.ts';
import { checkOrigin } from './access.ts';
import { compressLong } from './answers/compress.ts';
import { callerOf } from './caller.ts';
import { admit } from './gate.ts';
import { invalidInput, speakChinese } from './input-sentences.ts';
import { openLimits } from './limits.ts';
import { refuseOddText } from './odd-text.ts';
import { pathOf, serveOperations } from './operations.ts';
import type { HttpOptions, ServedOptions, TrustedProxies } from './options.ts';
import type { RawRoute } from './raw-route.ts';
import { refusalOf } from './refusal.ts';
import { watchBody } from './slow-bodies.ts';
import { serveUploads } from './upload-route.ts';
import { pageOf, serveWeb } from './web-files.ts';
import './problems.ts';

const JSON_LIMIT = 4 * 1024 * 1024;
const MOST_CONNECTIONS = 2000;
/** No browser and no proxy sends the next request of a connection before the last is answered. */
const MOST_AT_ONCE_OF_CONNECTION = 16;

const ONE_YEAR = 365 * 24 * 3600;
/** What the pages never ask the browser for: photos are chosen as files. Where it is the phone asks for a visit, when its user says so. */
const PERMISSIONS = 'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), serial=(), bluetooth=()';

const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"], // Ant Design writes style elements
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null, // offices run on plain HTTP inside their network
};

/** Builds the server; the caller listens and closes. */
export async function createHttp(given: HttpOptions): Promise<FastifyInstance> {
  const options: ServedOptions = { ...given, limits: openLimits(given.limitFactor) };
  speakChinese();
  const refuse = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { status, body } = refusalOf(error, request.id, options.log, pathOf(request));
    return reply.status(status).send(body);
  };
  const app = Fastify({
    // An address that is no address at all is refused before there is a route.
    frameworkErrors: refuse,
    trustProxy: trustOf(options.trustProxy),
    bodyLimit: JSON_LIMIT,
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
  });
  await app.register(cookie);
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_POLICY }, hsts: false });
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: Number.POSITIVE_INFINITY } });
  app.server.maxConnections = MOST_CONNECTIONS;
  holdBackPipelining(app);
  app.addHook('preParsing', async (request, reply, payload) => {
    watchBody(request, reply, payload as Readable, options.pace);
    return payload;
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('permissions-policy', PERMISSIONS);
    // Said over plain HTTP a browser ignores it; inside an office's network there is no TLS to insist on.
    if (request.protocol === 'https') reply.header('strict-transport-security', `max-age=${ONE_YEAR}`);
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
  app.addHook('onSend', compressLong);
  app.setErrorHandler(refuse);
  // A reply that is handed back is waited for once more, with two listeners each time; a page of the web is by two others already.
  app.setNotFoundHandler((request, reply) => {
    const page = options.webFolder ? pageOf(request, options.pages) : undefined;
    if (page) reply.sendFile(page);
    else refuse(new Problem('http.not-found', { path: pathOf(request) }), request, reply);
  });
  serveHealth(app, options);
  serveUploads(app, options);
  if (options.resumable) serveResumable(app, options.resumable, options);
  for (const route of options.rawRoutes) serveRaw(app, route, options);
  serveOperations(app, options);
  if (options.webFolder) await serveWeb(app, options.webFolder);
  return app;
}

/** Of so many proxies, so many addresses at the end of `X-Forwarded-For` were written by them; the one before is the caller. */
function trustOf(proxies: TrustedProxies = false) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}

/** One connection with thousands of requests sent ahead would otherwise be thousands of calls at once. */
function holdBackPipelining(app: FastifyInstance): void {
  const open = new WeakMap<Socket, number>();
  app.addHook('onRequest', async ({ raw: { socket } }, reply) => {
    const count = (open.get(socket) ?? 0) + 1;
    open.set(socket, count);
    reply.raw.once('close', () => open.set(socket, (open.get(socket) ?? 1) - 1));
    if (count <= MOST_AT_ONCE_OF_CONNECTION) return;
    reply.raw.shouldKeepAlive = false;
    throw new Problem('http.too-many-at-once');
  });
}

function serveRaw(app: FastifyInstance, route: RawRoute, options: ServedOptions): void {
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    handler: async (request, reply) => {
      const caller = await callerOf(request, reply, options);
      const context = await admit(route.meta, caller, options.limits, pathOf(request));
      const given = { ...(request.query as object), ...(request.body as object), ...(request.params as object) };
      refuseOddText(given);
      const parsed = route.input.safeParse(given);
      if (!parsed.success) throw invalidInput(parsed.error.issues, route.input);
      // What stood in JSON, for example.
      refuseOddText(parsed.data);
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
