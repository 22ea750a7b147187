// docs/glossary.md is the source of identifiers: what it names exists, and every table is named in it.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);

/** Text of all files below a folder, tests and all. */
function textBelow(folder: string): string {
  return readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|sql)$/.test(entry.name))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

type Term = { chinese: string; identifiers: string[]; where: string };

const glossary = readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8');
const [known = '', unused = ''] = glossary.split('## Words not used');
const terms: Term[] = known.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  const identifiers = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  return cells.length === 7 && identifiers.length > 0
    ? [{ chinese: cells[1] ?? '', identifiers, where: cells[5] ?? '' }]
    : [];
});

/** As a whole word, also where it is part of a camelCase or snake_case name: `id_key`, `idKey`, `personIdKey`. */
function occurs(identifier: string, text: string): boolean {
  const escaped = identifier.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z])${escaped}(?![a-z])`).test(text);
}

const migrations = textBelow('db/migrations');
const tables = [...migrations.matchAll(/^create (?:unlogged )?table (?:if not exists )?(\w+)/gm)].map(
  (match) => match[1],
);

describe('docs/glossary.md', () => {
  test('has terms', () => expect(terms.length).toBeGreaterThan(80));

  test('every identifier occurs where the glossary says', () => {
    const texts = new Map([...new Set(terms.map(({ where }) => where))].map((where) => [where, textBelow(where)]));
    const missing = terms.flatMap(({ identifiers, where }) =>
      identifiers
        .filter((identifier) => !occurs(identifier, texts.get(where) ?? ''))
        .map((name) => `${name} in ${where}`),
    );
    expect(missing).toEqual([]);
  });

  test('a Chinese term stands once', () => {
    const words = terms.map(({ chinese }) => chinese);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  test('every table has a line, and a Chinese comment in the database', () => {
    expect(tables.length).toBeGreaterThan(20);
    const named = new Set(terms.flatMap(({ identifiers }) => identifiers));
    expect(tables.filter((table) => !named.has(table ?? ''))).toEqual([]);
    const commented = [...migrations.matchAll(/^comment on table (\w+) is '[^']*\p{Script=Han}/gmu)].map((m) => m[1]);
    expect(tables.filter((table) => !commented.includes(table))).toEqual([]);
  });

  test('words not used do not occur', () => {
    const forbidden = [...unused.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1] ?? '');
    expect(forbidden.length).toBeGreaterThan(3);
    const text = `${textBelow('src')}\n${migrations}`;
    expect(forbidden.filter((word) => new RegExp(`\\b${word}`, 'i').test(text))).toEqual([]);
  });
});
