// The schema as statements that make it again. The program comes without PostgreSQL's own tools, and what is made while it runs
// (partitions of batches and screenings, columns of facts, indexes of registers) stands in no migration.

import type pg from 'pg';
import { Problem } from '../../../../kernel/problem.ts';
import '../problems.ts';
import { MADE_AFTER, ROLES, UNKNOWN } from './after-rows.ts';
import { ATTACHED, inOrder, MADE_BEFORE, NEEDS, OWNED } from './relations.ts';
import type { Statement } from './statement.ts';

export type Schema = {
  /** In this order, before rows come in and after. */
  before: Statement[];
  after: Statement[];
  /** Whom policies and grants name, beside the owner. */
  roles: string[];
};

async function rowsOf<T>(client: pg.ClientBase, text: string): Promise<T[]> {
  return (await client.query(text)).rows as T[];
}

/** Everything of the product's schema; throws `backup.unknown-object` where something would be left out. */
export async function describeSchema(client: pg.ClientBase): Promise<Schema> {
  const [unknown] = await rowsOf<{ name: string }>(client, UNKNOWN);
  if (unknown) throw new Problem('backup.unknown-object', { name: unknown.name });
  const made = await rowsOf<Statement & { id: string; age: number }>(client, MADE_BEFORE);
  const needs = await rowsOf<{ id: string; needs: string }>(client, NEEDS);
  const before = inOrder(made, needs);
  for (const text of [ATTACHED, OWNED]) before.push(...(await rowsOf<Statement>(client, text)));
  const after: Statement[] = [];
  for (const text of MADE_AFTER) after.push(...(await rowsOf<Statement>(client, text)));
  const roles = await rowsOf<{ name: string }>(client, ROLES);
  return { before, after, roles: roles.map(({ name }) => name) };
}

/** What was read and written again comes back with other parentheses and line breaks. */
const usual = (sql: string) => sql.replace(/[\s()]/g, '');

/** The first thing that is not the same in both; undefined where all is. Another major version may word the same otherwise. */
export function firstDifference(a: Schema, b: Schema, byWord: boolean): string | undefined {
  const worded = ({ before, after }: Schema) =>
    new Map([...before, ...after].map(({ key, sql }) => [key, byWord ? usual(sql) : '']));
  const [ones, others] = [worded(a), worded(b)];
  for (const key of new Set([...ones.keys(), ...others.keys()])) if (ones.get(key) !== others.get(key)) return key;
  return undefined;
}
