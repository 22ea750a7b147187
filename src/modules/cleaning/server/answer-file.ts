// Answers that come back in the exported workbook: each row is judged by itself, and told with its reason where it is refused.

import { normalizeCell } from '../../../kernel/cell.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome as Done, Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { eachRecord } from '../../../platform/server/tables/each-record.ts';
import { openTable } from '../../../platform/server/tables/table-source.ts';
import { ANSWER_COLUMNS, MOST_ANSWERS, type ReadAnswer, readAnswer } from '../domain/answer-columns.ts';
import { answerIssues, type Locked } from './issue-life.ts';
import '../domain/problems.ts';

type Row = { line: number; answer?: ReadAnswer; problem?: string };

/** Rows that say something. Throws `cleaning.no-answers`, `cleaning.too-many-answers`. */
export async function readAnswers({ services, actor }: OperationContext, fileId: string): Promise<Row[]> {
  const { path, name } = await services.uploads.takeUpload(fileId, actor.accountId);
  const abort = new AbortController();
  const source = await openTable(path, { file: name, columns: ANSWER_COLUMNS }, abort.signal);
  const rows: Row[] = [];
  try {
    for await (const chunk of source.chunks())
      eachRecord(chunk, (of, line) => {
        const texts = of.texts();
        const read = readAnswer(source.positions.map((at) => normalizeCell(texts[at] ?? '')));
        if (read) rows.push('problem' in read ? { line, problem: read.problem } : { line, answer: read });
      });
  } finally {
    abort.abort();
  }
  if (rows.length === 0) throw new Problem('cleaning.no-answers', { file: name });
  if (rows.length > MOST_ANSWERS)
    throw new Problem('cleaning.too-many-answers', { count: rows.length, most: MOST_ANSWERS });
  return rows;
}

export type Imported = { answered: number; refused: { line: number; problem: string }[]; corrected: Locked[] };

/** What one row refuses does not hold up the others: whatever is thrown here is thrown before anything is written. */
export async function importAnswers(tx: Tx, rows: readonly Row[], on: string): Promise<Done<Imported>> {
  const audit: AuditEntry[] = [];
  const result: Imported = { answered: 0, refused: [], corrected: [] };
  for (const { line, answer, problem = '' } of rows) {
    if (!answer) {
      result.refused.push({ line, problem });
      continue;
    }
    const { key, ...given } = answer;
    try {
      const done = await answerIssues(tx, { keys: [key], ...given }, on);
      audit.push(...[done.audit].flat());
      result.answered += done.result.answered;
      result.corrected.push(...done.result.corrected);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      result.refused.push({ line, problem: error.message });
    }
  }
  return { result, audit };
}
