// The command line as a process of its own, to be killed, watched and judged by its exit code.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

const CLI = path.join(import.meta.dirname, '../src/app/cli.ts');
const SAMPLE_EVERY_MS = 25;

export type CliResult = {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  milliseconds: number;
  /** The largest resident memory of the process, where the system tells it; else 0. */
  peakBytes: number;
};

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export type RunningCli = { child: ChildProcess; done: Promise<CliResult> };

type Environment = Record<string, string>;

/** Programs that tests start one after the other compile the sources once. */
export const compiledOnce = (): Environment => ({ NODE_COMPILE_CACHE: path.join(inject('dataFolder'), 'compiled') });

/** Starts `shouwang …` on a data folder: with its own cluster, unless `more` names a database. */
export function startCli(dataFolder: string, args: string[], more: Environment = {}): RunningCli {
  const started = performance.now();
  const { DATABASE_URL: _other, SHOUWANG_KEY_FILE: _file, ...env } = process.env;
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...env, ...compiledOnce(), SHOUWANG_DATA: dataFolder, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (bytes) => {
    text.stdout += bytes;
  });
  child.stderr.on('data', (bytes) => {
    text.stderr += bytes;
  });
  let peakBytes = 0;
  const sampler = setInterval(() => {
    peakBytes = Math.max(peakBytes, peakOf(child.pid));
  }, SAMPLE_EVERY_MS);
  const done = new Promise<CliResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(sampler);
      resolve({ code, signal, ...text, milliseconds: performance.now() - started, peakBytes });
    });
  });
  return { child, done };
}

export function runCli(dataFolder: string, args: string[], more: Environment = {}): Promise<CliResult> {
  return startCli(dataFolder, args, more).done;
}
