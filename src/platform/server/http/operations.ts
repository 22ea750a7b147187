// The contract's operations over HTTP: routing, decoding and encoding are the library's; the access check before the input
// is looked at, and the answer to a refusal, are ours.

import { ValidationError } from '@orpc/contract';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { ORPCError } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type OperationMeta, ROLES } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type Caller, callerOf } from './caller.ts';
import { admit } from './gate.ts';
import { invalidInput } from './input-sentences.ts';
import { refuseOddText } from './odd-text.ts';
import { openApiDocument } from './open-api.ts';
import type { ServedOptions } from './options.ts';
import { refusalOf } from './refusal.ts';

/** For other departments' programs, which have accounts: it tells a visitor what there is to try. */
const DESCRIPTION: OperationMeta = { name: 'http.describe', roles: ROLES, writes: false, offline: false };

type HandlerContext = { caller: Caller; operation: { name: string }; path: string };

export function serveOperations(app: FastifyInstance, options: ServedOptions): void {
  const handler = createHandler(options);
  async function answer(request: FastifyRequest, reply: FastifyReply) {
    // Operations speak JSON; a form is for files, which have routes of their own.
    if (request.isMultipart()) throw new Problem('http.malformed');
    const caller = await callerOf(request, reply, options);
    const context: HandlerContext = { caller, operation: { name: '' }, path: pathOf(request) };
    const { matched } = await handler.handle(request, reply, { prefix: '/api', context });
    if (!matched) throw new Problem('http.not-found', { path: pathOf(request) });
    return reply;
  }
  const describe = openApiDocument(options.contract);
  app.get('/api/openapi.json', async (request, reply) => {
    await admit(DESCRIPTION, await callerOf(request, reply, options), options.limits, pathOf(request));
    return describe();
  });
  app.route({ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/api/*', handler: answer });
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0]?.slice(0, 200) ?? '';
}

function createHandler(options: ServedOptions): OpenAPIHandler<HandlerContext> {
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
        const context = await admit(meta as OperationMeta, caller, options.limits, call.context.path);
        if (!(meta as OperationMeta).itemised) refuseOddText(call.input);
        try {
          return await next({ ...call, context: context as never });
        } catch (error) {
          throw asProblem(error, inputSchema);
        }
      },
    ],
  });
}

/** An input that the contract refuses, in words. */
export function asProblem(error: unknown, inputSchema: unknown): unknown {
  return isBadRequest(error) && error.cause instanceof ValidationError
    ? invalidInput(error.cause.issues, inputSchema)
    : error;
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
