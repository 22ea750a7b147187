// Installs what package-lock.json names when that has not been done yet, with nothing but Node and npm.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MARK = path.join(ROOT, 'node_modules', '.shouwang-lock');

/** The Node that the project brings, or the one that runs this. */
export function ownNode() {
  const own = path.join(ROOT, 'node_modules', '.bin', 'node');
  return process.platform !== 'win32' && existsSync(own) ? own : process.execPath;
}

/** Prints one sentence and ends the program. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Runs an npm command in the project and answers its exit code. */
export function npm(...args) {
  return spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    fail(`需要 Node.js 20 以上，现在是 ${process.versions.node}。请到 nodejs.org 安装新版后重试。`);
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
  const done = existsSync(MARK) ? readFileSync(MARK, 'utf8') : '';
  if (done !== wanted) {
    process.stderr.write('正在安装所需组件（只在第一次或升级后进行）…\n');
    if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error') !== 0)
      fail('组件安装没有成功。请检查网络或 npm 设置后重试。');
    writeFileSync(MARK, wanted);
  }
  const own = path.join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(own) && Number(process.versions.node.split('.')[0]) < 24)
    fail('本机平台没有随附的 Node.js 24。请安装 Node.js 24 以上版本后重试。');
}
