// Files of registers: the list as it is filtered, the template, and the rows an import refused.

import * as z from 'zod';
import { shortId } from '../../../kernel/input.ts';
import { OFFICERS, operation } from '../../../kernel/operation.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { operationName, registerFilters, registerPath } from '../../../kernel/register/register-contract.ts';
import { downloadHeaders } from '../http/download-headers.ts';
import { type RawRoute, rawRoute } from '../http/raw-route.ts';
import { exportXlsx } from './export.ts';
import { whereSql } from './list/list.ts';
import { refusedWorkbook } from './refused/refused-file.ts';
import { getSet } from './sets.ts';
import { templateWorkbook } from './template.ts';

/** An address has no objects: there the filters by field are written as JSON. */
const writtenFilters = registerFilters.extend({
  filters: z
    .string()
    .max(4000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('筛选条件不符合要求');
        return z.NEVER;
      }
    })
    .pipe(registerFilters.shape.filters)
    .optional(),
});

function exportRoute(register: RegisterDefinition): RawRoute {
  const { meta } = operation({ name: operationName(register, 'export'), roles: register.roles.export })['~orpc'];
  return rawRoute({
    meta,
    method: 'GET',
    path: `${registerPath(register)}/export`,
    input: writtenFilters,
    answer: ({ db, actor }, filters) =>
      db.write(actor, undefined, async (tx) => ({
        result: {
          headers: downloadHeaders(`${register.title}.xlsx`, 'xlsx'),
          body: Buffer.from(await exportXlsx(tx, register, whereSql(tx, register, filters))),
        },
        audit: {
          operation: meta.name,
          subjectKind: 'list',
          subjectId: register.code,
          ...(filters.area === undefined ? {} : { regionCode: filters.area }),
          after: { filters },
        },
      })),
  });
}

function templateRoute(register: RegisterDefinition): RawRoute {
  const { meta } = operation({ name: operationName(register, 'template'), roles: register.roles.read })['~orpc'];
  return rawRoute({
    meta,
    method: 'GET',
    path: `${registerPath(register)}/template`,
    input: z.object({}),
    answer: async () => ({
      headers: downloadHeaders(`${register.title}填报模板.xlsx`, 'xlsx'),
      body: await templateWorkbook(register),
    }),
  });
}

function refusedRoute(catalogue: Catalogue): RawRoute {
  const { meta } = operation({ name: 'registers.download-refused', roles: OFFICERS })['~orpc'];
  return rawRoute({
    meta,
    method: 'GET',
    path: '/register-imports/:id/refused',
    input: z.object({ id: shortId }),
    answer: async ({ db, actor, services }, { id }) => {
      await db.write(actor, undefined, async (tx) => {
        await getSet(tx, id);
        return { result: undefined, audit: { operation: meta.name, subjectKind: 'register-set', subjectId: id } };
      });
      return {
        headers: downloadHeaders(`台账未收录行-${id}.xlsx`, 'xlsx'),
        body: await refusedWorkbook(db, services.keys, catalogue, id),
      };
    },
  });
}

/** The file routes of all registers. */
export function registersDownloads(catalogue: Catalogue): RawRoute[] {
  return [
    ...catalogue.registers.flatMap((register) => [exportRoute(register), templateRoute(register)]),
    refusedRoute(catalogue),
  ];
}
