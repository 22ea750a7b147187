// One item is done: by the handler of the office, in one transaction with its receipt, or it is said why not.

import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Callable } from '../../../platform/server/http/call-operation.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { refusalOf } from '../../../platform/server/http/refusal.ts';
import { type MergedChange, mergeChange } from '../../../platform/server/registers/merge/merge-change.ts';
import { recorded } from '../../../platform/server/registers/record.ts';
import type { ItemAnswer, PushItem } from '../domain/items.ts';
import '../domain/problems.ts';
import { keepStored, keepUnsettled } from './kept-items.ts';

export type FieldTools = {
  /** What may be done without network, by name. */
  operations: ReadonlyMap<string, Callable>;
  /** By the name of the operation that changes a row of it. */
  changed: ReadonlyMap<string, RegisterDefinition>;
};

type Values = Record<string, unknown>;
type Receipt = NonNullable<ItemAnswer['receipt']>;
/** The result as the handler has it, which is what a repeat gets, and what the next item builds on. */
type Done = { receipt: Receipt; result: Values | undefined };

/** The office writes a row between two looks at it; nobody does so five times running. */
const MOST_TRIES = 5;

/** The database, with the receipt added to what the operation of this item writes. */
function receipting(db: Database, item: PushItem, merged: readonly string[], given: (done: Done) => void) {
  const write: Database['write'] = (actor, requestId, work) =>
    db.write(actor, requestId, async (tx) => {
      const outcome = await work(tx);
      if (requestId === item.id)
        given({ receipt: await keepStored(tx, item, merged), result: outcome.result as Values | undefined });
      return outcome;
    });
  return Object.create(db, { write: { value: write } }) as Database;
}

async function perform(
  context: OperationContext,
  operation: Callable,
  item: PushItem,
  input: Values,
  merged: readonly string[] = [],
): Promise<ItemAnswer> {
  let done: Done | undefined;
  const db = receipting(context.db, item, merged, (given) => {
    done = given;
  });
  const answered = await operation.call({ ...context, db }, { ...input, requestId: item.id });
  const { receipt, result = answered } = done ?? { receipt: await receiptAfter(context, item) };
  return { id: item.id, state: 'stored', receipt, result, ...(merged.length > 0 ? { merged: [...merged] } : {}) };
}

/** It came before by another way: what was done then has no receipt yet. */
function receiptAfter({ db, actor }: OperationContext, item: PushItem): Promise<Receipt> {
  return db.write(actor, undefined, async (tx) => ({ result: await keepStored(tx, item), audit: [] }));
}

function conflictOf({ id }: PushItem, { clashes, now, merged }: MergedChange): ItemAnswer {
  const { code, message } = new Problem('field.conflict', {
    what: clashes.map(({ title }) => title).join('、'),
    by: now.by,
  });
  return { id, state: 'conflict', problem: { code, message }, clashes, server: now, merged };
}

/** Both values go into the history: theirs stand in the row, what was to be written is in the audit. */
async function keepConflict(
  { db, actor, services }: OperationContext,
  register: RegisterDefinition,
  item: PushItem,
  merge: MergedChange,
): Promise<ItemAnswer> {
  const answer = conflictOf(item, merge);
  const of = (side: 'mine' | 'theirs') =>
    recorded(register, Object.fromEntries(merge.clashes.map((clash) => [clash.field, clash[side]])));
  return db.write(actor, undefined, async (tx) => {
    await keepUnsettled(tx, services.keys, item, answer);
    const subject = { subjectKind: register.record, subjectId: String(item.input.id), regionCode: merge.placeCode };
    return {
      result: answer,
      audit: { operation: 'field.conflict', ...subject, before: of('theirs'), after: of('mine') },
    };
  });
}

type RowChange = { countyCode: number; id: number; version: string; values: Values };

const isStale = (error: unknown) => error instanceof Problem && error.code === 'registers.stale';

/** On a row that somebody changed meanwhile only what this item alone changed is written. */
async function performChange(
  context: OperationContext,
  operation: Callable,
  register: RegisterDefinition,
  item: PushItem,
  input: Values,
): Promise<ItemAnswer> {
  let merge: MergedChange | undefined;
  for (let tries = 1; ; tries++)
    try {
      const now = merge ? { ...input, version: merge.now.version, values: merge.changes } : input;
      return await perform(context, operation, item, now, merge?.merged);
    } catch (error) {
      if (!isStale(error) || tries > MOST_TRIES) throw error;
      merge = await context.db.read(context.actor, (tx) => mergeChange(tx, register, input as RowChange));
      if (merge.clashes.length > 0) return keepConflict(context, register, item, merge);
    }
}

/** Busy is nobody's fault: the item goes again as it is. Everything else is kept with its reason. */
async function refuse(context: OperationContext, item: PushItem, error: unknown): Promise<ItemAnswer> {
  const { id } = item;
  const { status, body } = refusalOf(error, context.requestId, context.log, item.operation);
  const { code, message, details } = body;
  if (status === 503 || status === 429) return { id, state: 'parked', problem: { code, message, again: true } };
  const field = typeof details.field === 'string' ? { field: details.field } : {};
  const answer: ItemAnswer = { id, state: 'refused', problem: { code, message, ...field } };
  // An id of somebody else's is not kept a second time.
  if (code === 'http.request-reused') return answer;
  return keepAnswer(context, item, answer);
}

async function keepAnswer({ db, actor, services }: OperationContext, item: PushItem, answer: ItemAnswer) {
  await db.write(actor, undefined, async (tx) => {
    await keepUnsettled(tx, services.keys, item, answer);
    return { result: undefined, audit: [] };
  });
  return answer;
}

async function missingFiles({ services, actor }: OperationContext, files: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const fileId of files)
    await services.uploads.takeUpload(fileId, actor.accountId).catch(() => missing.push(fileId));
  return missing;
}

/** What the item before answered fills the same names of the input. */
function filled({ input }: PushItem, before: Values | undefined): Values {
  const found = Object.entries(before ?? {}).filter(([name]) => ['countyCode', 'id', 'version'].includes(name));
  return { ...Object.fromEntries(found), ...input };
}

/** Does the item, or keeps it with the reason why it is not done. `before`: the result of the item that it builds on. */
export async function settleItem(
  context: OperationContext,
  { operations, changed }: FieldTools,
  item: PushItem,
  before?: Values,
): Promise<ItemAnswer> {
  try {
    const operation = operations.get(item.operation);
    if (!operation) throw new Problem('field.unknown-operation');
    const missing = await missingFiles(context, item.files);
    if (missing.length > 0) return await keepAnswer(context, item, { id: item.id, state: 'waiting', missing });
    const input = filled(item, before);
    const register = changed.get(item.operation);
    return await (register
      ? performChange(context, operation, register, item, input)
      : perform(context, operation, item, input));
  } catch (error) {
    return refuse(context, item, error);
  }
}
