// Turns whatever was thrown into the answer of a refused request: `{ code, message, details, requestId }`.
// Only a Problem speaks to the user. Anything else is a fault: one general sentence, and a log line without data of rows.

import type { Logger } from 'pino';
import { PROBLEM_STATUS, Problem, type ProblemDetails } from '../../../kernel/problem.ts';
import { machineProblem } from '../machine-problems.ts';
import './problems.ts';

export type Refusal = {
  status: number;
  body: { code: string; message: string; details: ProblemDetails; requestId: string };
};

const FAULT = '系统出现错误，此项操作没有完成。请稍后重试；如仍不行，请将请求编号告知管理员。';

/** Connection lost, server stopping or starting, deadlock, statement cancelled by its time limit. */
const BUSY_CODES = /^(ECONNREFUSED|ECONNRESET|ENOENT|08\d{3}|57P0\d|57014|40001|40P01|53300)$/;

export function refusalOf(error: unknown, requestId: string, log: Logger, operation: string): Refusal {
  const problem = problemOf(error);
  if (problem) {
    const { code, message, details, kind } = problem;
    if (kind === 'unavailable') log.warn({ requestId, operation, code, fault: faultOf(error) }, 'unavailable');
    return { status: PROBLEM_STATUS[kind], body: { code, message, details, requestId } };
  }
  log.error({ requestId, operation, fault: faultOf(error) }, 'fault');
  return { status: 500, body: { code: 'http.fault', message: FAULT, details: {}, requestId } };
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const { code, statusCode, syscall } = (error ?? {}) as { code?: string; statusCode?: number; syscall?: string };
  if (statusCode === 413) return new Problem('http.too-large');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem('http.malformed');
  // ENOENT is the database only when its socket is gone; a missing file is a fault.
  if (code && BUSY_CODES.test(code) && (code !== 'ENOENT' || syscall === 'connect'))
    return new Problem('http.database-busy');
  return machineProblem(error);
}

/** What went wrong and where, without messages of the database: they quote values. */
function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const { code, constraint, table, severity } = error as Error & Record<string, unknown>;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12);
  return { name: error.name, message: severity ? undefined : error.message, code, constraint, table, frames };
}
