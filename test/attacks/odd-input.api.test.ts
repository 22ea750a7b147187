// Every operation and file route with inputs nobody means: each is refused with a Problem, or answered, and never a fault.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { type Api, openApi } from '../../src/app/open-api.ts';
import type { Role } from '../../src/kernel/operation.ts';
import { targetInputs } from '../access/access-inputs.ts';
import { ROUTES_OF_EACH_KIND, type Route } from '../access/routes.ts';
import { COUNTY, openScreenedRegion, REGION, type ScreenedRegion } from '../screened-region.ts';
import { ODD_BODIES, ODD_CURSORS, ODD_VALUES } from './odd-values.ts';

type Input = Record<string, unknown>;

const ROUTES = ROUTES_OF_EACH_KIND;

let region: ScreenedRegion;
let api: Api;
let url: string;
let inputs: Record<string, Input>;
const cookies = new Map<string, string>();

beforeAll(async () => {
  region = await openScreenedRegion();
  const { server } = region;
  inputs = (await targetInputs(server, await firstVillage())) as Record<string, Input>;
  const { id } = await (await server.as({ role: 'administrator', areaCode: REGION })).client.accounts.create({
    requestId: crypto.randomUUID(),
    username: 'target',
    name: '受试',
    role: 'region-officer',
    areaCode: REGION,
  });
  for (const name of ['accounts.update', 'accounts.reset-password']) inputs[name] = { ...inputs[name], id };
  api = await openApi(server.shouwang, { logLevel: 'silent', limitFactor: 1e6 });
  url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  for (const { meta } of ROUTES)
    if (meta.roles !== 'public') cookies.set(meta.name, (await server.as(somebody(meta.roles))).cookie);
}, 240_000);
afterAll(async () => {
  await api.close();
  await region.close();
});

async function firstVillage(): Promise<number> {
  const { client } = await region.server.as({ role: 'county-officer', areaCode: COUNTY });
  const { items } = await client.warnings.list({});
  return items[0]?.villageCode ?? 0;
}

/** Whoever may call it and sees most. */
function somebody(roles: readonly Role[]) {
  const order: Role[] = [
    'county-officer',
    'region-officer',
    'administrator',
    'auditor',
    'security-administrator',
    'data-officer',
    'township-officer',
  ];
  const role = order.find((each) => roles.includes(each)) ?? 'village-worker';
  if (role === 'data-officer') return { role, areaCode: COUNTY, department: 'yibao' };
  return { role, areaCode: role === 'county-officer' ? COUNTY : REGION };
}

/** What would end the session or lock the account that asks; odd values are tried on the way in all the same. */
const WITHOUT_SESSION = new Set(['accounts.sign-out', 'accounts.sign-out-everywhere']);

type Sent = { method: string; address: string; headers: Record<string, string>; body?: BodyInit };

function requestOf({ meta, method, path }: Route, input: Input): Sent {
  const rest = { ...input };
  const address = path.replace(/\{(\w+)\}/g, (_all, key: string) => {
    const value = rest[key] ?? 1;
    delete rest[key];
    return encodeURIComponent(String(value).replace(/[\ud800-\udfff]/g, '?')) || '1';
  });
  const cookie = WITHOUT_SESSION.has(meta.name) ? '' : (cookies.get(meta.name) ?? '');
  if (method === 'GET') {
    const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]));
    return { method, address: `${address}?${query}`, headers: { cookie } };
  }
  const body = JSON.stringify({ ...rest, ...('requestId' in rest ? { requestId: crypto.randomUUID() } : {}) });
  return { method, address, headers: { cookie, 'content-type': 'application/json' }, body };
}

async function faultOf(what: string, { method, address, headers, body }: Sent): Promise<string | undefined> {
  const response = await fetch(`${url}/api${address}`, { method, headers, ...(body === undefined ? {} : { body }) });
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
  if (response.status < 400 || (method === 'HEAD' && response.status < 500)) return undefined;
  // Somebody who is signed in and is told not to be has been thrown out by what came before: nothing more would be tried.
  if (response.status === 401 && headers.cookie) return `${what}: signed out`;
  if (response.status === 503 && text.includes('pdf.no-browser')) return undefined;
  const isProblem = /"code":"[a-z]+\.[a-z0-9-]+"/.test(text);
  return response.status >= 500 || !isProblem ? `${what}: ${response.status} ${text.slice(0, 120)}` : undefined;
}

async function faultsOf(tries: Iterable<[string, Sent]>): Promise<string[]> {
  const found: string[] = [];
  const waiting = [...tries];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const fault = await faultOf(...next);
      if (fault) found.push(fault);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return found;
}

/** What was refused for the same reasons as it would be here: such a value never reaches what the operation does. */
const refused = new Set<string>();

/** Whether every check of the field refuses the value, as text and as what an address may be read as, like one before. */
function isRefusedAlike(checks: readonly z.ZodType[], odd: unknown): boolean {
  const read = [odd, Number(odd), [odd], [Number(odd)]];
  const results = checks.flatMap((check) => read.map((value) => check.safeParse(value)));
  if (results.length === 0 || results.some(({ success }) => success)) return false;
  const reasons = results.map(({ error }) => error?.issues.map(({ code, message }) => [code, message]));
  const known = JSON.stringify([odd, reasons]);
  const isKnown = refused.has(known);
  refused.add(known);
  return isKnown;
}

function* oddFields(route: Route): Generator<[string, Sent]> {
  const good = inputs[route.meta.name] ?? {};
  for (const key of new Set([...Object.keys(good), ...route.fields.keys()]))
    for (const odd of key === 'cursor' ? ODD_CURSORS : ODD_VALUES)
      if (!isRefusedAlike(route.fields.get(key) ?? [], odd))
        yield [`${key}=${String(odd).slice(0, 30)}`, requestOf(route, { ...good, [key]: odd })];
}

function* oddBodies(route: Route): Generator<[string, Sent]> {
  const good = requestOf(route, inputs[route.meta.name] ?? {});
  const { body: _, ...bare } = good;
  const withBody = (type: string, body: BodyInit): Sent => ({
    ...bare,
    method: bare.method === 'GET' ? 'POST' : bare.method,
    headers: { ...bare.headers, ...(type ? { 'content-type': type } : {}) },
    body,
  });
  const form = new FormData();
  form.append('file', new Blob(['a']), 'a.csv');
  const { 'content-type': __, ...headers } = bare.headers;
  yield ['multipart', { ...withBody('', form), headers }];
  yield ['multipart without border', withBody('multipart/form-data', 'a')];
  yield ['multipart that is none', withBody('multipart/form-data; boundary=x', 'nothing of the kind')];
  yield ['plain text', withBody('text/plain', 'a')];
  yield ['form', withBody('application/x-www-form-urlencoded', 'a=%00&b[c]=1&__proto__[x]=1')];
  yield ['octets', withBody('application/octet-stream', new Uint8Array([0, 255]))];
  yield ['no type', withBody('', new Uint8Array([123]))];
  yield ['half JSON', withBody('application/json', '{"a":')];
  yield ['empty JSON', withBody('application/json', '')];
  for (const odd of ODD_BODIES)
    yield [`JSON ${JSON.stringify(odd)}`, withBody('application/json', JSON.stringify(odd))];
  yield ['prototype', withBody('application/json', '{"__proto__":{"x":1}}')];
  for (const query of [
    '?area=1&area=2',
    '?area[]=1',
    '?area[a][b]=1',
    '?__proto__[x]=1',
    '?%00=1',
    '?a=%ff',
    '?text=%00',
    '?limit=%00',
  ])
    yield [query, { ...good, address: `${good.address.split('?')[0]}${query}` }];
  for (const method of ['HEAD', 'PUT', 'PATCH', 'OPTIONS'])
    if (method !== route.method) yield [method, { ...bare, method }];
}

describe('inputs nobody means', () => {
  it.each(ROUTES)(
    '$meta.name: fields',
    async (route) => {
      expect(await faultsOf(oddFields(route))).toEqual([]);
    },
    60_000,
  );

  it.each(ROUTES)(
    '$meta.name: bodies, queries, methods',
    async (route) => {
      expect(await faultsOf(oddBodies(route))).toEqual([]);
    },
    60_000,
  );

  it.each([
    '/%00',
    '/%ff',
    '/households/%00/1',
    '/uploads',
    '/declare/photos',
    '/%',
    '/households/1/1/../../..',
    '//',
    '/openapi.json/%00',
  ])('address %s', async (address) => {
    const sent = (method: string): [string, Sent] => [method, { method, address, headers: {} }];
    expect(await faultsOf(['GET', 'POST', 'DELETE'].map(sent))).toEqual([]);
  });
});
