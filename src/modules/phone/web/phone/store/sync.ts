// One sync: items in order, then their photos, then what has changed in the office. It may break off anywhere; what has no answer goes
// again under the same id the next time.

import {
  isOpen,
  markCut,
  markSending,
  nextToSend,
  type OutboxItem,
  type Outcome,
  recover,
  reopenLost,
  settle,
} from '../../../../../kernel/field/outbox.ts';
import { newRequestId } from '../../../../../platform/web/request-id.ts';
import type { ItemAnswer, PushItem, UnsettledItem } from '../../../../field/domain/items.ts';
import { applyPull, keyText, type PhoneAnswer, type PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { shapeOfCopy } from '../../../../field/domain/phone-data.ts';
import { titleOf } from '../forms/operations.ts';
import { call, clockAhead, NoAnswer, Refused, sentenceOf } from './call.ts';
import type { PhoneStore } from './phone-store.ts';
import { sendFiles } from './send-files.ts';
import { filesLeft } from './state.ts';

/** Small batches: on a slow network an answer comes before anybody's patience ends. */
const AT_ONCE = 20;
const RECEIPTS_AT_ONCE = 500;

type Answered = { epoch: string; items: ItemAnswer[] };

function pushed(item: OutboxItem): PushItem {
  const { id, seq, operation, input, after, replaces, files, madeAt, group } = item;
  const [countyCode, household] = (group ?? '').split('-').map(Number);
  return {
    ...{ id, seq, operation, input, files: [...files], madeAt },
    ...(after === undefined ? {} : { after }),
    ...(replaces === undefined ? {} : { replaces }),
    ...(countyCode && household ? { household: { countyCode, id: household } } : {}),
  };
}

function outcomeOf({ id, state, receipt, problem, clashes, server }: ItemAnswer): Outcome {
  const clash = server &&
    clashes && {
      fields: clashes as NonNullable<Outcome['clash']>['fields'],
      by: server.by,
      at: server.at,
      version: server.version,
    };
  return { id, state, receipt, problem, clash };
}

/** Pushes until nothing more can go; answers whether anything has moved. */
async function pushAll(store: PhoneStore): Promise<boolean> {
  const of = store.state().items.filter(({ state }) => state === 'queued').length;
  let done = 0;
  let moved = false;
  for (;;) {
    const batch = nextToSend(store.state().items, AT_ONCE);
    if (batch.length === 0) return moved;
    const ids = new Set(batch.map(({ id }) => id));
    store.setSync({ sending: { done: done + 1, of: Math.max(of, done + batch.length) } });
    await store.setItems((items) => markSending(items, ids));
    try {
      const { epoch, items: answers } = await call<Answered>('POST', '/field/push', { items: batch.map(pushed) });
      await store.setItems((items) => markCut(settle(items, answers.map(outcomeOf)), ids));
      await noticeEpoch(store, epoch);
      // Put off by the server: the next sync tries again, this one would go round and round.
      if (answers.every(({ state, problem }) => state === 'parked' || problem?.again)) return moved;
      moved = true;
    } catch (error) {
      await store.setItems((items) => markCut(items, ids));
      throw error;
    }
    done += batch.length;
  }
}

/** Another epoch: the server was restored, and what it had confirmed may be gone. It counts as noticed once all was asked for. */
async function noticeEpoch(store: PhoneStore, epoch: string): Promise<void> {
  const known = store.epoch();
  if (known === epoch) return;
  if (known !== undefined) await askReceipts(store, ({ state }) => state === 'stored' || state === 'waiting', true);
  await store.setEpoch(epoch);
}

/** What the server knows of these items; with `isRestored` those it does not know go again. */
async function askReceipts(store: PhoneStore, of: (item: OutboxItem) => boolean, isRestored = false): Promise<void> {
  const ids = store
    .state()
    .items.filter(of)
    .map(({ id }) => id);
  const answers: ItemAnswer[] = [];
  for (let from = 0; from < ids.length; from += RECEIPTS_AT_ONCE) {
    const { items } = await call<Answered>('POST', '/field/receipts', {
      ids: ids.slice(from, from + RECEIPTS_AT_ONCE),
    });
    answers.push(...items);
  }
  if (isRestored) {
    const asked = new Set(ids);
    const known = new Set([
      ...answers.map(({ id }) => id),
      ...store
        .state()
        .items.map(({ id }) => id)
        .filter((id) => !asked.has(id)),
    ]);
    for (const { id, files } of store.state().items)
      if (!known.has(id)) for (const file of files) await store.noteFile(file, { sent: false });
    await store.setItems((items) => reopenLost(items, known));
  }
  await store.setItems((items) => settle(items, answers.map(outcomeOf)));
}

/** What was given up on this phone is told to the office. */
async function tellDropped(store: PhoneStore): Promise<void> {
  for (const id of store.dropped()) {
    await call('POST', `/field/items/${id}/drop`, { requestId: newRequestId() }).catch((error: unknown) => {
      if (!(error instanceof Refused) || error.status === 401) throw error;
    });
    await store.forgetDropped(id);
  }
}

function adopted({ item, answer }: UnsettledItem, copy: PhoneCopy): OutboxItem {
  const { household, ...rest } = item;
  const group = household && keyText(household);
  const about = copy.households.find((each) => keyText(each) === group)?.headName ?? '';
  return { ...rest, ...outcomeOf(answer), group, about, title: titleOf(item.operation), tries: 1 };
}

async function pull(store: PhoneStore): Promise<void> {
  const { copy } = store.state();
  const since = copy ? { since: copy.token } : {};
  const answer = await call<PhoneAnswer>('POST', '/field/pull', { ...since, shape: shapeOfCopy() });
  await store.setClockAhead(clockAhead());
  if (answer.account.id !== store.vault.lock().account)
    throw new Refused('field.other-account', '登录的不是这台手机上的账号，请重新登录。', 401);
  await noticeEpoch(store, answer.epoch);
  const next = applyPull(copy, answer);
  await store.setCopy(next);
  await store.adopt(answer.unsettled.map((each) => adopted(each, next)));
  store.setSync({ pulledAt: new Date().toISOString(), wipeOrdered: answer.wipe });
}

async function syncOnce(store: PhoneStore): Promise<void> {
  // Left so by a sync that could not write down what became of it: nothing else is under way now.
  if (store.state().items.some(({ state }) => state === 'sending')) await store.setItems(recover);
  for (let more = true; more; ) {
    await pushAll(store);
    await sendFiles(store);
    more = false;
    if (store.state().items.some(({ state }) => state === 'waiting')) {
      const before = store.state().items.filter(({ state }) => state === 'waiting').length;
      await askReceipts(store, ({ state }) => state === 'waiting');
      more =
        store.state().items.filter(({ state }) => state === 'waiting').length < before &&
        nextToSend(store.state().items, 1).length > 0;
    }
  }
  await tellDropped(store);
  await pull(store);
  const { items } = store.state();
  if (!items.some(isOpen) && filesLeft(store.state()).length === 0)
    store.setSync({ allStoredAt: new Date().toISOString() });
}

let running: Promise<void> | undefined;

/** Starts a sync, or joins the one that runs. Never throws: the strip says what came of it. */
export function syncNow(store: PhoneStore): Promise<void> {
  running ??= run(store).finally(() => {
    running = undefined;
  });
  return running;
}

async function run(store: PhoneStore): Promise<void> {
  store.setSync({ isRunning: true, problem: undefined });
  const over = { isRunning: false, sending: undefined };
  try {
    await syncOnce(store);
    store.setSync({ ...over, isUnreachable: false, signedOut: false });
  } catch (error) {
    const signedOut = error instanceof Refused && error.status === 401;
    const isUnreachable = error instanceof NoAnswer;
    const problem = signedOut || isUnreachable ? undefined : sentenceOf(error);
    store.setSync({ ...over, signedOut, isUnreachable, problem });
  }
}

const AGAIN_MS = 60_000;
/** After a sync that did not get through, doubled each time up to `AGAIN_MS`. */
const SOON_MS = 4000;

/** Syncs when a network comes, when the phone is looked at, and again and again. Answers how to stop. */
export function keepSyncing(store: PhoneStore): () => void {
  let failures = 0;
  let timer = 0;
  let isOver = false;
  const go = async () => {
    window.clearTimeout(timer);
    store.setOnline(navigator.onLine);
    if (navigator.onLine && document.visibilityState === 'visible') {
      await syncNow(store);
      failures = store.state().sync.isUnreachable ? failures + 1 : 0;
    }
    if (isOver) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(go, failures === 0 ? AGAIN_MS : Math.min(AGAIN_MS, SOON_MS * 2 ** (failures - 1)));
  };
  const away = () => store.setOnline(false);
  const soon = () => void go();
  window.addEventListener('online', soon);
  window.addEventListener('offline', away);
  document.addEventListener('visibilitychange', soon);
  soon();
  return () => {
    isOver = true;
    window.clearTimeout(timer);
    window.removeEventListener('online', soon);
    window.removeEventListener('offline', away);
    document.removeEventListener('visibilitychange', soon);
  };
}
