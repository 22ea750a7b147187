// Builds the web when its sources are newer than what was built.

import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fail, npm, ROOT } from './install.mjs';

const SOURCES = [
  'src',
  'data/reference',
  'office.html',
  'declare.html',
  'field.html',
  'vite.config.ts',
  'package-lock.json',
];

function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

export function ensureWebBuilt() {
  const built = path.join(ROOT, 'dist', 'web', 'office.html');
  const at = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (SOURCES.every((source) => newest(path.join(ROOT, source)) <= at)) return;
  process.stderr.write('正在生成网页…\n');
  if (npm('run', '-s', 'build', '--', '--logLevel', 'warn') !== 0)
    fail('网页没有生成成功，请把上面的输出告知维护人员。');
}
