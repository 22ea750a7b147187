// Rows of an export that could not be compared, as a file: where they stand and why.

import { Readable } from 'node:stream';
import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { csvLine } from '../../../platform/server/tables/csv/csv-write.ts';
import { comparisonKey } from '../domain/national-export-contract.ts';
import '../domain/problems.ts';
import { getComparison, listRefusals } from './national-export-comparisons.ts';

const ROWS_AT_ONCE = 5000;
const HEADER = ['行号', '列', '内容', '原因'];

/** A part at a time: there may be as many as the file has rows. */
async function* linesOf(db: Database, actor: Actor, id: number): AsyncGenerator<string> {
  yield `\ufeff${csvLine(HEADER)}`;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const rows = await db.read(actor, (tx) => listRefusals(tx, id, from, ROWS_AT_ONCE));
    yield rows
      .map(({ line, column, value, reason }) => csvLine([line, column, value, reason], { forSpreadsheets: true }))
      .join('');
    after = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.line;
  }
}

export const comparisonRefusals = rawRoute({
  meta: {
    name: 'national.download-export-refused',
    roles: READERS,
    writes: false,
    offline: false,
    heavy: true,
    quota: 'export',
  },
  method: 'GET',
  path: '/national/comparisons/:id/refused.csv',
  input: comparisonKey,
  answer: async ({ db, actor }, { id }) => {
    const { fileName } = await db.write(actor, undefined, async (tx) => {
      const row = await getComparison(tx, id);
      if (row.state !== 'done') throw new Problem('national.comparison-not-found');
      const audit = {
        operation: 'national.download-export-refused',
        ...{ subjectKind: 'comparison', subjectId: id, regionCode: row.regionCode },
        after: { file: row.fileName },
      };
      return { result: row, audit };
    });
    const headers = downloadHeaders(`${fileName.replace(/\.\w+$/, '')}-未能比对的行.csv`, 'csv');
    return { headers, body: Readable.from(linesOf(db, actor, id)) };
  },
});
