// The typed client of a slice's contract. Every failure, of the server or of the network, arrives as one `ApiFailure`
// whose message is a Chinese sentence fit for the screen.

import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import * as z from 'zod';
import { listOperations } from '../../kernel/list-operations.ts';

export { newRequestId } from './request-id.ts';

export type Api<Contract extends AnyContractRouter> = {
  /** Calls an operation: `accounts.client.list(input)`. */
  client: ContractRouterClient<Contract>;
  /** Query options, mutation options and cache keys: `accounts.query.list.queryOptions({ input })`. */
  query: RouterUtils<ContractRouterClient<Contract>>;
};

export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly requestId: string;

  constructor(code: string, message: string, status: number, requestId: string) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
    this.status = status;
    this.requestId = requestId;
  }
}

const failureBody = z.object({
  code: z.string(),
  message: z.string(),
  requestId: z.string().optional(),
  data: z.object({ requestId: z.string().optional() }).loose().optional().catch(undefined),
});

const UNREACHABLE = '连接不上服务器，刚才的操作没有完成。请检查网络后重试。';
const UNEXPECTED = '服务器未能完成此操作。请稍后重试；如仍不行，请将请求编号告知管理员。';

let unauthenticated: () => Promise<boolean> = async () => false;

/** What to do when the session is over; set once by the composition. Answers whether somebody has signed in again. */
export function onUnauthenticated(handler: () => Promise<boolean>): void {
  unauthenticated = handler;
}

/** Waits for a new session: true where what was refused may be sent again. */
export function renewSession(): Promise<boolean> {
  return unauthenticated();
}

/** The failure that the body of a refused request speaks of. */
export function readFailure(status: number, body: unknown, headerRequestId: string): ApiFailure {
  const parsed = failureBody.safeParse(body);
  if (!parsed.success) return new ApiFailure('web.unexpected', UNEXPECTED, status, headerRequestId);
  const { code, message, data } = parsed.data;
  const requestId = parsed.data.requestId ?? data?.requestId ?? headerRequestId;
  // 503 is a refusal with a sentence of its own; any other 5xx is a fault whose text is not for the screen.
  if (status >= 500 && status !== 503) return new ApiFailure('web.unexpected', UNEXPECTED, status, requestId);
  return new ApiFailure(code, message, status, requestId);
}

/** Any thrown thing as a failure that can be shown. */
export function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  if (error instanceof TypeError) return new ApiFailure('web.unreachable', UNREACHABLE, 0, '');
  return new ApiFailure('web.unexpected', UNEXPECTED, 0, '');
}

async function send(request: Request, init: RequestInit): Promise<Response> {
  // A request is used up by being sent.
  const again = request.clone();
  const response = await fetch(request, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    if (request.signal.aborted) throw error;
    throw new ApiFailure('web.unreachable', UNREACHABLE, 0, '');
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  if (response.status === 401 && (await renewSession())) return send(again, init);
  throw readFailure(response.status, body, response.headers.get('x-request-id') ?? '');
}

/** The client and the query helpers of one slice, made from its contract; kept in the slice's `web/api.ts`. */
export function createApi<Contract extends AnyContractRouter>(contract: Contract): Api<Contract> {
  const link = new OpenAPILink(contract, { url: () => new URL('/api', window.location.origin), fetch: send });
  const client: ContractRouterClient<Contract> = createORPCClient(link);
  // Operations of two slices may have one name: what is kept of them stands under the slice. What `query.key()` makes stale is all that
  // is kept: what one slice changes, pages show of others.
  const [slice = ''] = listOperations(contract)[0]?.meta.name.split('.') ?? [];
  const query = createTanstackQueryUtils(client, { path: [slice] });
  const everything = createTanstackQueryUtils(client);
  const get = (of: typeof query, name: string | symbol) => Reflect.get(name === 'key' ? everything : of, name);
  return { client, query: new Proxy(query, { get }) };
}
