// Where a page stands while it is printed: a folder nobody else may enter. A program that was killed leaves its page, which shows
// a household's application, and a browser at work: both go when the next one starts.

import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const PID_FILE = 'browser.pid';

function rootFolder(): string {
  return path.join(os.tmpdir(), `shouwang-pdf-${process.getuid?.() ?? 'all'}`);
}

/** Closed to others; a folder that is not our own is not used. */
function openRoot(): string {
  const root = rootFolder();
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(root);
  if (process.getuid && (uid !== process.getuid() || (mode & 0o077) !== 0))
    throw new Error(`${root} is open to others`);
  return root;
}

/** A new folder, which names the program that prints in it. */
export async function makePdfFolder(): Promise<string> {
  return mkdtemp(path.join(openRoot(), `${process.pid}-`));
}

export function noteBrowser(folder: string, pid: number | undefined): void {
  if (pid !== undefined) writeFileSync(path.join(folder, PID_FILE), `${pid}\n`, { mode: 0o600 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Ends the browser with everything it started, if the number is still that of one which prints in this folder. */
function endBrowser(folder: string): void {
  try {
    const pid = Number(readFileSync(path.join(folder, PID_FILE), 'utf8'));
    if (pid > 1 && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)) process.kill(-pid, 'SIGKILL');
  } catch {} // it has ended
}

/** Clears away what programs that are gone left. */
export function sweepPdfFolders(): void {
  const root = rootFolder();
  let names: string[] = [];
  try {
    names = readdirSync(root);
  } catch {
    return; // nothing was ever printed
  }
  for (const name of names) {
    const owner = Number(name.split('-')[0]);
    if (owner > 0 && isAlive(owner)) continue;
    endBrowser(path.join(root, name));
    rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 3 });
  }
}
