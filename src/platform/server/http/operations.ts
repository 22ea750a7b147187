// The contract's operations over HTTP: routing, decoding and encoding are the library's; the access check before the input
// is looked at, and the answer to a refusal, are ours.

import { ValidationError } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listOperations } from '../../../kernel/list-operations.ts';
import type { OperationMeta } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { checkAccess } from './access.ts';
import { type Caller, callerOf } from './caller.ts';
import { invalidInput } from './input-sentences.ts';
import { openApiDocument } from './open-api.ts';
import type { HttpOptions } from './options.ts';
import { refusalOf } from './refusal.ts';

/** Room for a whole office behind one address; guessing is held back by the lock-out of each account. */
const PUBLIC_CALLS_PER_MINUTE = 60;

type HandlerContext = { caller: Caller; operation: { name: string } };

export function serveOperations(app: FastifyInstance, options: HttpOptions): void {
  const handler = createHandler(options);
  async function answer(request: FastifyRequest, reply: FastifyReply) {
    const caller = await callerOf(request, reply, options);
    const context: HandlerContext = { caller, operation: { name: '' } };
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
    if (!matched) throw new Problem('http.not-found', { path: pathOf(request) });
    return reply;
  }
  app.get('/api/openapi.json', openApiDocument(options.contract));
  app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/api/*', handler: answer });
  for (const { meta, method, path } of listOperations(options.contract)) {
    if (meta.roles !== 'public') continue;
    const rateLimit = { max: PUBLIC_CALLS_PER_MINUTE, timeWindow: '1 minute' };
    app.route({ method, url: `/api${path}`, config: { rateLimit }, handler: answer });
  }
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]?.slice(0, 200) ?? '';
}

function createHandler(options: HttpOptions): OpenAPIHandler<HandlerContext> {
  return new OpenAPIHandler<HandlerContext>(options.router as never, {
    interceptors: [
      async ({ next, context }) => {
        try {
          return await next();
        } catch (error) {
          const { requestId, log } = context.caller.context;
          const { status, body } = refusalOf(problemOf(error), requestId, log, context.operation.name);
          return { matched: true, response: { status, headers: {}, body } };
        }
      },
    ],
    clientInterceptors: [
      async ({ next, ...call }) => {
        const { caller, operation } = call.context;
        const { meta, inputSchema } = call.procedure['~orpc'];
        operation.name = (meta as OperationMeta).name;
        checkAccess(meta as OperationMeta, caller.signedIn);
        try {
          return await next({ ...call, context: caller.context as never });
        } catch (error) {
          throw isBadRequest(error) && error.cause instanceof ValidationError
            ? invalidInput(error.cause.issues, inputSchema)
            : error;
        }
      },
    ],
  });
}

function isBadRequest(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError && error.code === 'BAD_REQUEST';
}

/** What the library refuses before a handler runs is a malformed request. */
function problemOf(error: unknown): unknown {
  return isBadRequest(error) || error instanceof SyntaxError || error instanceof URIError
    ? new Problem('http.malformed')
    : error;
}
