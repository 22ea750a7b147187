// What was recorded on a phone and has to reach the server: the states of one item and the order of all, as pure functions over the list.
// An item is `stored` only on the server's word; whatever is not known to be stored is sent again under the same id, which changes nothing.

export const OUTBOX_STATES = ['queued', 'sending', 'stored', 'refused', 'conflict', 'parked'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export type Receipt = { number: string; at: string };
export type Refusal = { code: string; message: string; field?: string };

/** A field that both sides changed: what it was, what each made of it. */
export type Clash = { field: string; base: unknown; mine: unknown; theirs: unknown };

export type OutboxItem = {
  /** The request id, under which a repeat changes nothing. */
  id: string;
  /** Order in which they were confirmed on this phone. */
  seq: number;
  /** What goes in order; items without one stand alone. */
  group?: string | undefined;
  /** `slice.verb`. */
  operation: string;
  input: Record<string, unknown>;
  /** The row it was made from, and its version. */
  base?: { version: string; values: Record<string, unknown> } | undefined;
  title: string;
  /** Whom or what it is about. */
  about: string;
  /** Photos and signatures that belong to it: they travel apart. */
  files: readonly string[];
  /** By the clock of the phone. */
  madeAt: string;
  state: OutboxState;
  /** How often it was sent without an answer. */
  tries: number;
  receipt?: Receipt | undefined;
  problem?: Refusal | undefined;
  /** Of a conflict: both values, who wrote the other and when. */
  clash?: { fields: Clash[]; by?: string; at?: string; version?: string } | undefined;
};

export type Outcome = {
  id: string;
  state: 'stored' | 'refused' | 'conflict' | 'parked';
  receipt?: Receipt | undefined;
  problem?: Refusal | undefined;
  clash?: OutboxItem['clash'];
};

/** Stops what comes after it in its group until somebody has settled it. */
function holdsBack({ state }: OutboxItem): boolean {
  return state === 'refused' || state === 'conflict';
}

/** Has not reached the server as far as is known. */
export function isOpen({ state }: OutboxItem): boolean {
  return state !== 'stored';
}

function inOrder(items: readonly OutboxItem[]): OutboxItem[] {
  return [...items].sort((a, b) => a.seq - b.seq);
}

/** Parked is whatever waits behind an unsettled item of its group; once that is settled it is queued again. */
export function parkBehind(items: readonly OutboxItem[]): OutboxItem[] {
  const held = new Set<string>();
  return inOrder(items).map((item) => {
    const waits = item.group !== undefined && held.has(item.group);
    if (item.group !== undefined && holdsBack(item)) held.add(item.group);
    if (item.state === 'queued' && waits) return { ...item, state: 'parked' };
    if (item.state === 'parked' && !waits) return { ...item, state: 'queued' };
    return item;
  });
}

/** After a start: what was on its way has no answer, so it goes again. */
export function recover(items: readonly OutboxItem[]): OutboxItem[] {
  return parkBehind(items.map((item) => (item.state === 'sending' ? { ...item, state: 'queued' } : item)));
}

/** The next that may go, at most `most`, in order. */
export function nextToSend(items: readonly OutboxItem[], most: number): OutboxItem[] {
  return parkBehind(items)
    .filter(({ state }) => state === 'queued')
    .slice(0, most);
}

export function markSending(items: readonly OutboxItem[], ids: ReadonlySet<string>): OutboxItem[] {
  return items.map((item) =>
    ids.has(item.id) && item.state === 'queued' ? { ...item, state: 'sending', tries: item.tries + 1 } : item,
  );
}

/** No answer came: nobody knows whether it arrived, so it goes again. */
export function markCut(items: readonly OutboxItem[], ids: ReadonlySet<string>): OutboxItem[] {
  return items.map((item) => (ids.has(item.id) && item.state === 'sending' ? { ...item, state: 'queued' } : item));
}

/** What the server said of each; an item it said nothing of goes again. */
export function settle(items: readonly OutboxItem[], outcomes: readonly Outcome[]): OutboxItem[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return parkBehind(
    items.map((item) => {
      const outcome = byId.get(item.id);
      // A late answer to something that is stored takes nothing back.
      if (!outcome || item.state === 'stored') return item;
      // Parked by the server: its turn comes when what stands before it is settled.
      if (outcome.state === 'parked') return { ...item, state: 'queued' };
      const { state, receipt, problem, clash } = outcome;
      return { ...item, state, receipt, problem, clash };
    }),
  );
}

/** The server was restored from a copy and does not know these any more: they go again, under their old ids. */
export function reopenLost(items: readonly OutboxItem[], known: ReadonlySet<string>): OutboxItem[] {
  return parkBehind(
    items.map((item) =>
      item.state === 'stored' && !known.has(item.id) ? { ...item, state: 'queued', receipt: undefined } : item,
    ),
  );
}

/** What went without an answer may be stored by now: changing it would make two of it. */
export function mayEdit({ state, tries }: OutboxItem): boolean {
  return holdsBack({ state } as OutboxItem) || ((state === 'queued' || state === 'parked') && tries === 0);
}

/** The same place in the order under a new id: the server has refused the old one for good. */
export function resend(
  items: readonly OutboxItem[],
  id: string,
  change: Partial<Pick<OutboxItem, 'id' | 'input' | 'base' | 'files' | 'madeAt'>>,
): OutboxItem[] {
  return parkBehind(
    items.map((item) => {
      if (item.id !== id || !mayEdit(item)) return item;
      return { ...item, ...change, state: 'queued', tries: 0, problem: undefined, clash: undefined };
    }),
  );
}

/** Given up by its author; what waited behind it goes on. */
export function drop(items: readonly OutboxItem[], id: string): OutboxItem[] {
  return parkBehind(items.filter((item) => item.id !== id || !mayEdit(item)));
}
