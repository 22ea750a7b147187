// What nobody means, field by field: filters, sorts and places of the lists of registers, and values of their rows, for registers
// that together have all kinds of fields. Each is refused with a Problem or answered, and never a fault.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerTools } from '../../src/app/registers/tools.ts';
import { allFields } from '../../src/kernel/register/define-register.ts';
import type { Field } from '../../src/kernel/register/field.ts';
import { registerPath } from '../../src/kernel/register/register-contract.ts';
import { ODD_CURSORS, ODD_VALUES } from '../attacks/odd-values.ts';
import type { TestServer, TestUser } from '../harness.ts';
import { openSmallRegistry, REGION } from '../small-registry.ts';
import { exampleRow, HOUSEHOLD, inOrder, type Made } from './example-rows.ts';
import { kindOf, ofEachKind } from './of-each-kind.ts';

const WALKED = ofEachKind(registerTools.catalogue.registers);

let server: TestServer;
let user: TestUser;
const made: Made = new Map();
const tried = new Set<string>();

/** Fields of kinds that this was not tried with, in whichever register they come first. */
function untried(what: string, fields: readonly [string, Field][]): string[] {
  return fields.flatMap(([name, field]) => {
    const kind = `${what} ${kindOf(field)}`;
    if (tried.has(kind)) return [];
    tried.add(kind);
    return [name];
  });
}

beforeAll(async () => {
  server = await openSmallRegistry([HOUSEHOLD]);
  user = await server.as({ role: 'region-officer', areaCode: REGION });
  for (const register of inOrder(WALKED)) {
    const on = user.client.registers[register.code];
    const values = exampleRow(register, made);
    const key = await on?.add({ requestId: crypto.randomUUID(), values });
    if (key) made.set(register.code, { ...key, values });
  }
});
afterAll(() => server.close());

type Answer = { isTaken: boolean; faults: string[] };

/** Whether it was answered, and what the answer is where it is neither that nor a refusal. */
async function ask(what: string, address: string, body?: unknown): Promise<Answer> {
  const headers = { cookie: user.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const sent = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${server.url}/api${address}`, sent);
  const text = await response.text();
  const isRefused = response.status < 500 && /"code":"[a-z]+\.[a-z0-9-]+"/.test(text);
  const faults = response.ok || isRefused ? [] : [`${what}: ${response.status} ${text.slice(0, 120)}`];
  return { isTaken: response.ok, faults };
}

const faultOf = async (what: string, address: string) => (await ask(what, address)).faults;

const asked = (values: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

describe.each(WALKED.map((register) => [register.code, register] as const))('%s', (code, register) => {
  const path = registerPath(register);
  const fields = allFields(register);

  test('filters', async () => {
    const faults = [];
    for (const name of untried(
      'filter',
      fields.filter(([, { filter }]) => filter),
    ))
      for (const odd of ODD_VALUES) {
        faults.push(...(await faultOf(`${name}=${odd}`, `${path}?${asked({ [`filters[${name}]`]: odd })}`)));
        const filters = JSON.stringify({ [name]: odd });
        faults.push(...(await faultOf(`export ${name}=${odd}`, `${path}/export?${asked({ filters })}`)));
      }
    expect(faults).toEqual([]);
  });

  test('places, however the list is sorted', async () => {
    const faults = [];
    const sorted = untried(
      'sort',
      fields.filter(([, { list, secret }]) => list && !secret),
    );
    for (const sort of sorted.flatMap((name) => [name, `-${name}`]))
      for (const cursor of ODD_CURSORS) {
        const what = `${sort} ${Buffer.from(String(cursor), 'base64url').toString()}`;
        faults.push(...(await faultOf(what, `${path}?${asked({ sort, cursor })}`)));
      }
    expect(faults).toEqual([]);
  });

  test('values of a row', async () => {
    const { countyCode, id } = made.get(code) ?? { countyCode: 0, id: 0 };
    const on = user.client.registers[code];
    const faults = [];
    let version: string | undefined;
    for (const name of untried('value', fields))
      for (const odd of [...ODD_VALUES, 1e300, -1, true, [], ['x', 'x'], {}, null]) {
        version ??= (await on?.get({ countyCode, id }))?.version;
        const change = { requestId: crypto.randomUUID(), version, values: { [name]: odd } };
        const answer = await ask(`${name}=${odd}`, `${path}/${countyCode}/${id}`, change);
        if (answer.isTaken) version = undefined;
        faults.push(...answer.faults);
      }
    expect(faults).toEqual([]);
  });
});
