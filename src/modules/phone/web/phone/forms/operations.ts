// The operations a phone may do without a network: what they are called, and the form of their inputs, by the contracts that the server
// holds them to.

import * as z from 'zod';
import { listOperations } from '../../../../../kernel/list-operations.ts';
import type { RegisterDefinition } from '../../../../../kernel/register/define-register.ts';
import { KIND_RULES } from '../../../../../kernel/register/kinds.ts';
import { registerPhotosContract } from '../../../../../kernel/register/photos-contract.ts';
import { operationName, registerContract } from '../../../../../kernel/register/register-contract.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import { casesContract } from '../../../../cases/domain/contract.ts';
import { comparisonContract } from '../../../../cleaning/domain/comparison-contract.ts';
import { issuesContract } from '../../../../cleaning/domain/issues-contract.ts';
import { cluesContract } from '../../../../clues/domain/contract.ts';
import { contingencyContract } from '../../../../contingency/domain/contract.ts';
import { declareContract } from '../../../../declare/domain/contract.ts';
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
  declare: declareContract,
  employment: employmentContract,
  help: measuresContract,
  incomes: incomesContract,
  photos: registerPhotosContract,
  sweeps: sweepsContract,
  teams: teamsContract,
  warnings: warningsContract,
};

type Operation = { title: string; input: unknown };

const known = new Map<string, Operation>();
let offline: readonly RegisterDefinition[] = [];

/** Registers are data that the composition knows. */
export function knowRegisters(registers: readonly RegisterDefinition[]): void {
  offline = registers;
}

function know(contract: Parameters<typeof listOperations>[0]): void {
  for (const { meta, summary, input } of listOperations(contract)) known.set(meta.name, { title: summary, input });
}

function registerOf(name: string): RegisterDefinition | undefined {
  return offline.find((each) => ['add', 'change'].some((verb) => operationName(each, verb) === name));
}

/** Forms of inputs are made when the first is asked for: those of all registers at each start would take longer than everything else of it. */
function operationOf(name: string): Operation | undefined {
  if (known.size === 0) know(CONTRACTS);
  const register = known.has(name) ? undefined : registerOf(name);
  if (register) know(registerContract(register));
  return known.get(name);
}

export function titleOf(operation: string): string {
  return operationOf(operation)?.title ?? operation;
}

/** What the server would say of the form of this input: where, and a sentence; undefined: nothing. */
export function faultOfInput(operation: string, input: object): { path: string; message: string } | undefined {
  const schema = operationOf(operation)?.input;
  if (!(schema instanceof z.ZodType)) return undefined;
  const [issue] = schema.safeParse({ ...input, requestId: newRequestId() }).error?.issues ?? [];
  if (!issue) return undefined;
  const message = /\p{Script=Han}/u.test(issue.message) ? issue.message : '填写的内容不符合要求，请核对。';
  return { path: issue.path.join('.'), message };
}

/** Its texts and numbers by the titles of the contract or the register, for what no form is known of: rougher than the words of a form. */
export function saidOfInput(operation: string, input: Record<string, unknown>): [string, string][] {
  const register = registerOf(operation);
  if (register)
    return Object.entries((input.values ?? {}) as Record<string, unknown>).flatMap(([name, value]) => {
      const field = register.fields[name];
      return field && value !== null ? [[field.title, KIND_RULES[field.kind].write(value, field)]] : [];
    });
  const schema = operationOf(operation)?.input;
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, each]) => {
    const title = each instanceof z.ZodType ? each.meta()?.title : undefined;
    const value = input[name];
    const isPlain = typeof value === 'string' || typeof value === 'number';
    return typeof title === 'string' && isPlain && value !== '' ? [[title, String(value)]] : [];
  });
}
