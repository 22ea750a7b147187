// Links and paths in the documents lead somewhere.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.dirname(import.meta.dirname);

const documents = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

/** What CONTRIBUTING tells a newcomer to make, and so is not there. */
const TO_BE_MADE = ['src/modules/feeds/domain/datasets/road-closure.ts'];

test('the documents were found', () => expect(documents.length).toBeGreaterThan(12));

test.each(documents)('%s: links and named files exist', (document) => {
  const text = readFileSync(path.join(ROOT, document), 'utf8');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) =>
    path.join(path.dirname(document), link),
  );
  const paths = [...text.matchAll(/`((?:src|test|bench|docs|db|data|scripts)\/[\w./-]*\w)`/g)].map(
    ([, name = '']) => name,
  );
  const missing = [...links, ...paths].filter(
    (name) => !existsSync(path.join(ROOT, name)) && !TO_BE_MADE.includes(name),
  );
  expect(missing).toEqual([]);
});
