// A department's answers, from the screen or from its file.

import { sql } from 'kysely';
import { normalizeCell, normalizeText } from '../../../kernel/cell.ts';
import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { TakenUpload } from '../../../platform/server/http/uploads.ts';
import { readFewRecords } from '../../../platform/server/inspect/read-few-records.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import {
  type Asked,
  REPLY_REFUSALS,
  type Reply,
  type ReplyRefusal,
  type ReplyRow,
  readReplyRow,
} from '../domain/reply.ts';
import { type Answer, getInquiry, type InquiryRow, listPersons, saveAnswers } from './queries.ts';

/** A list is as long as a day's requests of a county; more is not one. */
export const MOST_PERSONS = 20_000;

async function askedOf(tx: Tx, id: number): Promise<Map<number, Asked>> {
  const rows = await listPersons(tx, id, { after: 0, limit: MOST_PERSONS });
  return new Map(rows.map(({ position, name, isWaiting }) => [position, { position, name, isWaiting }]));
}

function auditOf(operation: string, { id, regionCode }: InquiryRow, after: Record<string, number>) {
  return { operation, subjectKind: 'inquiry', subjectId: id, regionCode, after };
}

/** One answer for one person or many. Throws `inquiries.not-found`, `inquiries.no-position`, `inquiries.not-waiting`. */
export async function answerMany(
  tx: Tx,
  keys: Keys,
  { id, positions, reply }: { id: number; positions: readonly number[]; reply: Reply },
): Promise<Outcome<{ answered: number }>> {
  const inquiry = await getInquiry(tx, id);
  const asked = await askedOf(tx, id);
  for (const position of positions) {
    const person = asked.get(position);
    if (!person) throw new Problem('inquiries.no-position', { position });
    if (!person.isWaiting) throw new Problem('inquiries.not-waiting', { position });
  }
  const answers = [...new Set(positions)].map((position) => ({ position, reply }));
  const answered = await saveAnswers(tx, keys, id, answers);
  return { result: { answered }, audit: auditOf('inquiries.answer', inquiry, { answered }) };
}

export const REPLY_COLUMNS = [
  { title: '协查单号', required: true },
  { title: '序号', required: true },
  { title: '姓名', required: false },
  { title: '协查结果', synonyms: ['比对结果', '核查结果'], required: true },
  { title: '命中情形', required: false },
  { title: '说明', synonyms: ['备注'], required: false },
] as const satisfies readonly NamedColumn[];

/** What of a file was not taken, as it came; sealed, for names stand in it. */
export type RefusedFile = { header: string[]; rows: { cells: string[]; line: number; reason: ReplyRefusal }[] };

export type ReadReplies = { answers: Answer[]; refused: RefusedFile; empty: number };

export async function readReplies(
  upload: TakenUpload,
  id: number,
  asked: ReadonlyMap<number, Asked>,
  signal?: AbortSignal,
): Promise<ReadReplies> {
  const read: ReadReplies = { answers: [], refused: { header: [], rows: [] }, empty: 0 };
  const taken = new Set<number>();
  const { header, more } = await readFewRecords(
    upload,
    { columns: REPLY_COLUMNS, most: MOST_PERSONS },
    (texts, line, all) => {
      const [number = '', position = '', name = '', result = '', hits = '', note = ''] = texts;
      const row: ReplyRow = {
        ...{ number: normalizeCell(number), position: normalizeCell(position), name: normalizeCell(name) },
        ...{ result: normalizeCell(result), hits: normalizeText(hits), note: normalizeText(note) },
      };
      const outcome = readReplyRow(row, id, asked, taken);
      if (outcome === undefined) read.empty++;
      else if (typeof outcome === 'string') read.refused.rows.push({ cells: all, line, reason: outcome });
      else {
        taken.add(outcome.position);
        read.answers.push(outcome);
      }
    },
    signal,
  );
  if (more) throw new Problem('inquiries.too-many-rows', { most: MOST_PERSONS });
  return { ...read, refused: { ...read.refused, header } };
}

/** A file of replies: good rows are answers, the others wait as a workbook to be mended. */
export async function answerFile(
  tx: Tx,
  keys: Keys,
  { id, upload, signal }: { id: number; upload: TakenUpload; signal?: AbortSignal | undefined },
): Promise<Outcome<{ answered: number; refused: number; empty: number }>> {
  const inquiry = await getInquiry(tx, id);
  const { answers, refused, empty } = await readReplies(upload, id, await askedOf(tx, id), signal);
  const answered = answers.length === 0 ? 0 : await saveAnswers(tx, keys, id, answers);
  const kept = refused.rows.length === 0 ? null : Buffer.from(seal(keys, JSON.stringify(refused)));
  await tx.run(sql`update inquiries set refused_sealed = ${kept} where id = ${id}`);
  const result = { answered, refused: refused.rows.length, empty };
  return { result, audit: auditOf('inquiries.answer-file', inquiry, result) };
}

export function refusalWords(reason: ReplyRefusal): string {
  return REPLY_REFUSALS[reason];
}
