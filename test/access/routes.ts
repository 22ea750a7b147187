// Every operation and file route there is, as a test calls them; and a choice of them for walks that try much with each.

import * as z from 'zod';
import { rawRoutes } from '../../src/app/api.ts';
import { contract } from '../../src/app/contract.ts';
import { catalogue } from '../../src/app/registers.ts';
import { listOperations } from '../../src/kernel/list-operations.ts';
import type { OperationMeta } from '../../src/kernel/operation.ts';
import { operationName } from '../../src/kernel/register/register-contract.ts';
import { ofEachKind } from '../registers/of-each-kind.ts';

/** `fields` are those its input may have, in path, query or body, with what checks them (in unions several). */
export type Route = { meta: OperationMeta; method: string; path: string; fields: Map<string, z.ZodType[]> };

function fieldsOf(input: unknown): Map<string, z.ZodType[]> {
  const found = new Map<string, z.ZodType[]>();
  const add = (name: string, checks: z.ZodType[]) => found.set(name, [...(found.get(name) ?? []), ...checks]);
  if (input instanceof z.ZodObject)
    for (const [name, check] of Object.entries(input.shape)) add(name, [check as z.ZodType]);
  if (input instanceof z.ZodUnion)
    for (const option of input.options) for (const [name, checks] of fieldsOf(option)) add(name, checks);
  return found;
}

export const ROUTES: Route[] = [
  ...listOperations(contract),
  ...rawRoutes.map(({ path, ...route }) => ({ ...route, path: path.replace(/:(\w+)/g, '{$1}') })),
].map(({ meta, method, path, input }) => ({ meta, method, path, fields: fieldsOf(input) }));

const VERBS = ['list', 'get', 'add', 'change', 'void', 'move', 'export', 'template'];
const walked = ofEachKind(catalogue.registers);
const ofOthers = new Set(
  catalogue.registers
    .filter((register) => !walked.includes(register))
    .flatMap((register) => VERBS.map((verb) => operationName(register, verb))),
);

/** Of registers only those that together have all kinds of fields: the operations of the others run through the same lines. */
export const ROUTES_OF_EACH_KIND: Route[] = ROUTES.filter(({ meta }) => !ofOthers.has(meta.name));
