import { expect, test } from 'vitest';
import { machineProblem } from './machine-problems.ts';

test.each<[Partial<NodeJS.ErrnoException>, string | undefined]>([
  [{ code: 'ENOSPC' }, 'machine.disk-full'],
  [{ code: '53100' }, 'machine.disk-full'],
  [{ code: '57P01' }, 'machine.database-lost'],
  [{ code: 'ENOENT', syscall: 'connect' }, 'machine.database-lost'],
  [{ message: 'Connection terminated unexpectedly' }, 'machine.database-lost'],
  [{ code: 'ENOENT', syscall: 'open' }, undefined],
  [{ code: '23505' }, undefined],
])('%j is %s', (error, code) => expect(machineProblem(Object.assign(new Error(), error))?.code).toBe(code));

test('what was thrown may be nothing at all', () => expect(machineProblem(undefined)).toBeUndefined());
