// The operations of registers, each bound to what does it: one set of handlers for all.

import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import {
  operationName,
  type RegisterContract,
  registerContract,
  withoutMoves,
} from '../../../kernel/register/register-contract.ts';
import { dayOn } from '../clock.ts';
import type { Tx } from '../db.ts';
import { handlersFor, type OperationContext } from '../http/context.ts';
import type { Doubt } from './doubts.ts';
import type { Subjects } from './judge/subjects.ts';
import { listRecords } from './list/list.ts';
import type { Effect } from './moves/effects.ts';
import type { Guard } from './moves/guards.ts';
import { checkMove, type MoveTools, moveRecords, withdrawMove } from './moves/move-rows.ts';
import { addRecord, type Changed, changeRecord, getRecord } from './record.ts';
import type { RegionDoor } from './region-door.ts';

/** What the composition hands down: all registers, the door of the regions, the words that name figures. */
export type RegisterTools = {
  catalogue: Catalogue;
  regions: RegionDoor;
  subjects: Subjects;
  doubts: readonly Doubt[];
  guards: readonly Guard[];
  effects: readonly Effect[];
  figures: ReadonlySet<string>;
};

function toolsOf(
  { catalogue, regions, subjects, guards, effects, figures }: RegisterTools,
  { services }: OperationContext,
): MoveTools {
  return { catalogue, regions, subjects, guards, effects, keys: services.keys, figures };
}

/** The change under the operation's own name in the audit. */
function audited(register: RegisterDefinition, verb: string, { audit, ...done }: Changed, reason?: string) {
  return { done, audit: { ...audit, operation: operationName(register, verb), ...(reason ? { reason } : {}) } };
}

function handlersOf(register: RegisterDefinition, contract: RegisterContract, given: RegisterTools) {
  const on = handlersFor(contract);
  type Work = (tx: Tx, tools: MoveTools) => Promise<Changed>;
  async function write(context: OperationContext, requestId: string, verb: string, work: Work, reason?: string) {
    const tools = toolsOf(given, context);
    return context.db.write(context.actor, requestId, async (tx) => {
      const { done, audit } = audited(register, verb, await work(tx, tools), reason);
      return { result: { ...done.key, version: done.version }, audit };
    });
  }
  return {
    list: on.list.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => listRecords(tx, register, given.regions, input)),
    ),
    get: on.get.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => getRecord(tx, toolsOf(given, context), register, input)),
    ),
    add: on.add.handler(({ input, context }) =>
      write(context, input.requestId, 'add', (tx, tools) => addRecord(tx, tools, register, input.values)),
    ),
    change: on.change.handler(({ input, context }) =>
      write(context, input.requestId, 'change', (tx, tools) => changeRecord(tx, tools, register, input, 'hand')),
    ),
    void: on.void.handler(({ input, context }) => {
      const { voided, reason } = input;
      const values = voided ? { voided, voidReason: reason } : { voided, voidReason: null };
      return write(
        context,
        input.requestId,
        'void',
        (tx, tools) => changeRecord(tx, tools, register, { ...input, values }, 'hand'),
        reason,
      );
    }),
    check: on.check.handler(({ input, context }) =>
      context.db.read(context.actor, (tx) => checkMove(tx, toolsOf(given, context), register, input)),
    ),
    move: on.move.handler(({ input, context }) =>
      context.db.write(context.actor, input.requestId, async (tx) => {
        const tools = toolsOf(given, context);
        const { audit, ...result } = await moveRecords(tx, tools, register, input, dayOn(context.services.clock));
        const operation = operationName(register, 'move');
        return { result, audit: audit.map((entry) => ({ ...entry, operation: entry.operation || operation })) };
      }),
    ),
    withdraw: on.withdraw.handler(({ input, context }) =>
      write(context, input.requestId, 'withdraw', (tx, tools) => withdrawMove(tx, tools, register, input)),
    ),
  };
}

/** Handlers of all registers by their code, as `registersContract` has their operations. */
export function registersHandlers(tools: RegisterTools) {
  return Object.fromEntries(
    tools.catalogue.registers.map((register) => [
      register.code,
      withoutMoves(register, handlersOf(register, registerContract(register), tools)),
    ]),
  );
}
