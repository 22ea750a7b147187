// A folder of feeds and its truth, read whole: for the plain evaluator only, so no size matters here but clearness.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { Cells, ExpectedInput, Parameters, TrueRow } from '../domain/expected-facts.ts';
import { isFileOf, PERSON_FEEDS, VILLAGE_FEEDS } from '../domain/feed-sink.ts';

function splitLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
  return cells;
}

function toObjects(rows: readonly string[][]): Cells[] {
  const header = rows[0] ?? [];
  return rows.slice(1).map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

async function readTable(path: string): Promise<Cells[]> {
  if (path.endsWith('.xlsx')) {
    const sheet = (await readXlsx(readFileSync(path))).sheets[0];
    return toObjects((sheet?.rows ?? []).map((row) => row.map((value) => String(value ?? ''))));
  }
  const lines = decode(readFileSync(path)).split(/\r?\n/);
  return toObjects(lines.filter((line) => line !== '').map(splitLine));
}

/** The rows of one feed file with the person that the truth names, without the quarantine. */
async function readFeedFile(folder: string, truth: string, file: string): Promise<TrueRow[]> {
  const answers = new Map<string, Cells>();
  const answerFile = `${file.replace(/\.\w+$/, '')}.csv`;
  if (readdirSync(truth).includes(answerFile))
    for (const answer of await readTable(join(truth, answerFile))) answers.set(answer.line ?? '', answer);
  const rows = await readTable(join(folder, file));
  return rows.flatMap((cells, i) => {
    const answer = answers.get(String(i + 2));
    if (answer?.bad === 'true') return [];
    return [{ cells, person: answer?.recoverable === 'true' ? (answer.pno ?? '') : '' }];
  });
}

/** Everything the evaluator needs from `folder` (tables and parameters) and `truth` (who is meant by each row). */
export async function readFolder(folder: string, truth: string, asOf: PlainDate): Promise<ExpectedInput> {
  const feeds: Record<string, TrueRow[]> = {};
  const names = readdirSync(folder).sort();
  for (const dataset of [...Object.keys(PERSON_FEEDS), ...Object.keys(VILLAGE_FEEDS)]) {
    const parts = names.filter((file) => isFileOf(dataset, file));
    const files = await Promise.all(parts.map((part) => readFeedFile(folder, truth, part)));
    feeds[dataset] = files.flat();
  }
  return {
    asOf,
    households: await readTable(join(folder, 'households.csv')),
    members: await readTable(join(folder, 'members.csv')),
    feeds,
    parameters: JSON.parse(readFileSync(join(folder, 'parameters.json'), 'utf8')) as Parameters,
  };
}
