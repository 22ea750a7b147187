// An operation of the contract called by another one, in the name of the same account: the same check of roles, the same input
// schema, the same handler. What arrives in many pieces (the phone's outbox) is done this way, one piece after the other.

import type { AnyContractRouter } from '@orpc/contract';
import { type AnyProcedure, type AnyRouter, call, isProcedure } from '@orpc/server';
import { type ListedOperation, listOperations } from '../../../kernel/list-operations.ts';
import { checkAccess } from './access.ts';
import type { OperationContext } from './context.ts';
import { refuseOddText } from './odd-text.ts';
import { asProblem } from './operations.ts';

type Values = Record<string, unknown>;

export type Callable = ListedOperation & { call: (context: OperationContext, input: Values) => Promise<Values> };

function proceduresOf(router: AnyRouter): AnyProcedure[] {
  if (isProcedure(router)) return [router];
  return Object.values(router as Record<string, AnyRouter>).flatMap(proceduresOf);
}

/** As it would be asked over HTTP, so that a repeat is known again on whichever way it comes. */
function pathOf({ path }: ListedOperation, input: Values): string {
  return `/api${path.replace(/\{(\w+)\}/g, (_, name: string) => String(input[name] ?? ''))}`;
}

/** Those of the contract that `fits`, by name. Calling one throws what it would answer with: a Problem, or a fault. */
export function callableOperations(
  contract: AnyContractRouter,
  router: AnyRouter,
  fits: (operation: ListedOperation) => boolean,
): ReadonlyMap<string, Callable> {
  const procedures = new Map(proceduresOf(router).map((each) => [String(each['~orpc'].meta.name), each]));
  const callables = listOperations(contract)
    .filter(fits)
    .flatMap((operation) => {
      const procedure = procedures.get(operation.meta.name);
      return procedure ? [{ ...operation, call: callOf(operation, procedure) }] : [];
    });
  return new Map(callables.map((each) => [each.meta.name, each]));
}

function callOf(operation: ListedOperation, procedure: AnyProcedure): Callable['call'] {
  return async (context, input) => {
    checkAccess(operation.meta, { actor: context.actor });
    refuseOddText(input);
    const asks = `${operation.meta.name} ${pathOf(operation, input)}`;
    try {
      const answer = await call(procedure, input, { context: { ...context, actor: { ...context.actor, asks } } });
      return (answer ?? {}) as Values;
    } catch (error) {
      throw asProblem(error, operation.input);
    }
  };
}
