// The operations a phone may do without a network: what they are called, and the form of their inputs, by the contracts that the server
// holds them to.

import * as z from 'zod';
import { listOperations } from '../../../../../kernel/list-operations.ts';
import type { RegisterDefinition } from '../../../../../kernel/register/define-register.ts';
import { registerPhotosContract } from '../../../../../kernel/register/photos-contract.ts';
import { registerContract } from '../../../../../kernel/register/register-contract.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import { casesContract } from '../../../../cases/domain/contract.ts';
import { comparisonContract } from '../../../../cleaning/domain/comparison-contract.ts';
import { issuesContract } from '../../../../cleaning/domain/issues-contract.ts';
import { cluesContract } from '../../../../clues/domain/contract.ts';
import { contingencyContract } from '../../../../contingency/domain/contract.ts';
import { employmentContract } from '../../../../employment/domain/contract.ts';
import { measuresContract } from '../../../../help/domain/measures-contract.ts';
import { incomesContract } from '../../../../incomes/domain/contract.ts';
import { sweepsContract } from '../../../../sweeps/domain/contract.ts';
import { teamsContract } from '../../../../teams/domain/contract.ts';
import { warningsContract } from '../../../../warnings/domain/contract.ts';

const CONTRACTS = {
  cases: casesContract,
  cleaning: { ...issuesContract, ...comparisonContract },
  clues: cluesContract,
  contingency: contingencyContract,
  employment: employmentContract,
  help: measuresContract,
  incomes: incomesContract,
  photos: registerPhotosContract,
  sweeps: sweepsContract,
  teams: teamsContract,
  warnings: warningsContract,
};

type Operation = { title: string; input: unknown };

const operations = new Map<string, Operation>(
  listOperations(CONTRACTS).map(({ meta, summary, input }) => [meta.name, { title: summary, input }]),
);

/** Registers are data that the composition knows: their operations are added when the phone starts. */
export function knowRegisters(registers: readonly RegisterDefinition[]): void {
  for (const register of registers)
    for (const { meta, summary, input } of listOperations(registerContract(register)))
      operations.set(meta.name, { title: summary, input });
}

export function titleOf(operation: string): string {
  return operations.get(operation)?.title ?? operation;
}

/** What the server would say of the form of this input: where, and a sentence; undefined: nothing. */
export function faultOfInput(operation: string, input: object): { path: string; message: string } | undefined {
  const schema = operations.get(operation)?.input;
  if (!(schema instanceof z.ZodType)) return undefined;
  const [issue] = schema.safeParse({ ...input, requestId: newRequestId() }).error?.issues ?? [];
  if (!issue) return undefined;
  const message = /\p{Script=Han}/u.test(issue.message) ? issue.message : '填写的内容不符合要求，请核对。';
  return { path: issue.path.join('.'), message };
}
