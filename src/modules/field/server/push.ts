// Items of a phone, in the order they were made. A bad one holds back its household and nobody else.

import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { invalidInput } from '../../../platform/server/http/input-sentences.ts';
import { type ItemAnswer, type PushItem, pushItem } from '../domain/items.ts';
import { itemsWaitingFor, knownAnswers, waitingItems } from './kept-items.ts';
import { type FieldTools, settleItem } from './settle-item.ts';

type Given = PushItem | { id: string };

type Household = NonNullable<PushItem['household']>;
const nameOf = ({ countyCode, id }: Household) => `${countyCode}-${id}`;

/** What is no item has no order and is nobody's: it is told, and not kept. */
function refuseBroken(given: Given): ItemAnswer | PushItem {
  const read = pushItem.safeParse(given);
  if (read.success) return read.data;
  const { code, message, details } = invalidInput(read.error.issues, pushItem);
  return { id: given.id, state: 'refused', problem: { code, message, field: String(details.field ?? '') } };
}

const isItem = (read: ItemAnswer | PushItem): read is PushItem => 'seq' in read;

function parked(id: string): ItemAnswer {
  const { code, message } = new Problem('field.waits-for');
  return { id, state: 'parked', problem: { code, message } };
}

const isDone = (answer: ItemAnswer | undefined) => answer?.state === 'stored';

/** Households that wait, by the first item of theirs that does. */
class Held {
  readonly #from = new Map<string, { seq: number; id: string }>();

  hold(household: Household | undefined, seq: number, id: string): void {
    if (household && !this.#from.has(nameOf(household))) this.#from.set(nameOf(household), { seq, id });
  }

  holds({ household, seq, id }: PushItem): boolean {
    const from = household && this.#from.get(nameOf(household));
    return from !== undefined && from.id !== id && from.seq < seq;
  }
}

async function standing({ db, actor, services }: OperationContext, items: readonly PushItem[]) {
  const ids = items.flatMap(({ id, after }) => (after ? [id, after] : [id]));
  return db.read(actor, async (tx) => {
    const [answers, waiting] = await Promise.all([knownAnswers(tx, services.keys, ids), waitingItems(tx)]);
    const held = new Held();
    for (const { id, countyCode, householdId, seq } of waiting)
      if (countyCode !== null && householdId !== null) held.hold({ countyCode, id: householdId }, seq, id);
    return { answers, held };
  });
}

/** Answers in the order asked. */
export async function pushItems(
  context: OperationContext,
  tools: FieldTools,
  given: readonly Given[],
): Promise<ItemAnswer[]> {
  const read = given.map(refuseBroken);
  const items = read.filter(isItem).sort((a, b) => a.seq - b.seq);
  const { answers, held } = await standing(context, items);
  for (const item of items) {
    const before = item.after === undefined ? undefined : answers.get(item.after);
    const mayGo = !held.holds(item) && (item.after === undefined || isDone(before));
    // A repeat is answered as it was; what waits or was refused is tried again.
    if (!isDone(answers.get(item.id)))
      answers.set(item.id, mayGo ? await settleItem(context, tools, item, before?.result) : parked(item.id));
    if (!isDone(answers.get(item.id))) held.hold(item.household, item.seq, item.id);
  }
  return read.map((each) => (isItem(each) ? (answers.get(each.id) ?? parked(each.id)) : each));
}

/** What waited for the file, or for any, is done if that was the last. */
export async function settleWaiting(context: OperationContext, tools: FieldTools, fileId?: string): Promise<void> {
  const { db, actor, services } = context;
  const items = await db.read(actor, (tx) => itemsWaitingFor(tx, services.keys, fileId));
  for (const item of items) {
    const { after } = item;
    const before = after
      ? (await db.read(actor, (tx) => knownAnswers(tx, services.keys, [after]))).get(after)
      : undefined;
    if (after === undefined || isDone(before)) await settleItem(context, tools, item, before?.result);
  }
}
