// What was recorded on a phone and has to reach the server: the states of one item and the order of all, as pure functions over the list.
// An item is `stored` only on the server's word; whatever is not known to be stored is sent again under the same id, which changes nothing.

/** `waiting`: the office keeps it and does it once its photos have arrived. */
export type OutboxState = 'queued' | 'sending' | 'waiting' | 'stored' | 'refused' | 'conflict' | 'parked';

export type Receipt = { number: string; at: string };
export type Refusal = { code: string; message: string; field?: string };

/** A field that both sides changed: what it was, what each made of it. */
export type Clash = { field: string; title: string; base: unknown; mine: unknown; theirs: unknown };

export type OutboxItem = {
  /** The request id, under which a repeat changes nothing. */
  id: string;
  /** Order in which they were confirmed on this phone. */
  seq: number;
  /** What goes in order; items without one stand alone. */
  group?: string | undefined;
  /** An earlier item whose answer this one builds on. */
  after?: string | undefined;
  /** What it changes, where that is known: later items about the same build on this one. */
  target?: string | undefined;
  /** The refused item that this one is the better version of. */
  replaces?: string | undefined;
  /** `slice.verb`. */
  operation: string;
  input: Record<string, unknown>;
  title: string;
  /** Whom or what it is about. */
  about: string;
  /** Photos and signatures that belong to it: they travel apart. */
  files: readonly string[];
  /** The form it was typed into, to be opened again; `said`: the answers in words, which a form of another version cannot tell any more. */
  form?:
    | { address: string; answers: Record<string, unknown>; said?: readonly (readonly [string, string])[] }
    | undefined;
  /** By the clock of the phone. */
  madeAt: string;
  state: OutboxState;
  /** How often it was sent without an answer. */
  tries: number;
  receipt?: Receipt | undefined;
  problem?: Refusal | undefined;
  /** Of a conflict: both values, who wrote the other and when. */
  clash?: { fields: Clash[]; by: string; at: string; version: string } | undefined;
};

export type Outcome = {
  id: string;
  state: 'stored' | 'waiting' | 'refused' | 'conflict' | 'parked';
  receipt?: Receipt | undefined;
  /** `again`: nothing is wrong with the item, it goes again by itself. */
  problem?: (Refusal & { again?: boolean | undefined }) | undefined;
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

/** What an item stands in: its household, or the item it builds on, each with itself. */
function chainsOf({ id, group, after }: OutboxItem): string[] {
  return [
    `item ${id}`,
    ...(group === undefined ? [] : [`group ${group}`]),
    ...(after === undefined ? [] : [`item ${after}`]),
  ];
}

/** Parked is whatever waits behind an unsettled item of its group; once that is settled it is queued again. */
export function parkBehind(items: readonly OutboxItem[]): OutboxItem[] {
  const held = new Set<string>();
  return inOrder(items).map((item) => {
    const chains = chainsOf(item);
    const waits = chains.some((chain) => held.has(chain));
    if (holdsBack(item) || waits) for (const chain of chains) held.add(chain);
    if (item.state === 'queued' && waits) return { ...item, state: 'parked' };
    if (item.state === 'parked' && !waits) return { ...item, state: 'queued' };
    return item;
  });
}

/** After a start: what was on its way has no answer, so it goes again. */
export function recover(items: readonly OutboxItem[]): OutboxItem[] {
  return parkBehind(items.map((item) => (item.state === 'sending' ? { ...item, state: 'queued' } : item)));
}

/** The next that may go, at most `most`, in order. Behind one that waits for its photos nothing of the household is looked at yet. */
export function nextToSend(items: readonly OutboxItem[], most: number): OutboxItem[] {
  const held = new Set<string>();
  return parkBehind(items)
    .filter((item) => {
      const chains = chainsOf(item);
      const waits = chains.some((chain) => held.has(chain));
      if (item.state === 'waiting' || waits) for (const chain of chains) held.add(chain);
      return item.state === 'queued' && !waits;
    })
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
      const { state, receipt, problem, clash } = outcome;
      // Parked by the server: its turn comes when what stands before it is settled.
      if (state === 'parked' || problem?.again) return { ...item, state: 'queued' };
      return { ...item, state, receipt, problem, clash };
    }),
  );
}

/** The server was restored from a copy and does not know these any more: they go again, under their old ids. */
export function reopenLost(items: readonly OutboxItem[], known: ReadonlySet<string>): OutboxItem[] {
  return parkBehind(
    items.map((item) =>
      (item.state === 'stored' || item.state === 'waiting') && !known.has(item.id)
        ? { ...item, state: 'queued', receipt: undefined }
        : item,
    ),
  );
}

/** What went without an answer may be stored by now: changing it would make two of it. */
export function mayEdit(item: OutboxItem): boolean {
  return holdsBack(item) || ((item.state === 'queued' || item.state === 'parked') && item.tries === 0);
}

/** What waits for photos that nobody has any more would hold back its household for ever. */
export function mayGiveUp(item: OutboxItem): boolean {
  return mayEdit(item) || item.state === 'waiting';
}

/** The same place in the order under a new id: the server has refused the old one for good, and is told which it was. */
export function resend(
  items: readonly OutboxItem[],
  id: string,
  change: Partial<Pick<OutboxItem, 'id' | 'input' | 'files' | 'madeAt' | 'form'>>,
): OutboxItem[] {
  const { id: newId = id } = change;
  const given = items.find((item) => item.id === id);
  if (!given || !mayEdit(given)) return [...items];
  return parkBehind(
    items.map((item) => {
      if (item.after === id) return { ...item, after: newId };
      if (item.id !== id) return item;
      const replaces = holdsBack(item) ? id : item.replaces;
      return { ...item, ...change, replaces, state: 'queued', tries: 0, problem: undefined, clash: undefined };
    }),
  );
}

/** The newest open item about the same: a new one builds on it. */
export function builtOn(items: readonly OutboxItem[], target: string | undefined): string | undefined {
  if (target === undefined) return undefined;
  return inOrder(items).findLast((item) => item.target === target && isOpen(item))?.id;
}

/** Items that another phone of this account left unsettled, or this one before it was emptied; those that are here already stay. */
export function adopt(items: readonly OutboxItem[], others: readonly OutboxItem[]): OutboxItem[] {
  const known = new Set(items.flatMap(({ id, replaces }) => [id, replaces]));
  return parkBehind([...items, ...others.filter(({ id }) => !known.has(id))]);
}

/** Given up by its author, and with it what builds on it; what only waited behind it goes on. */
export function drop(items: readonly OutboxItem[], id: string): OutboxItem[] {
  const given = items.find((item) => item.id === id);
  if (!given || !mayGiveUp(given)) return [...items];
  const gone = new Set([id]);
  for (const item of inOrder(items)) if (item.after !== undefined && gone.has(item.after)) gone.add(item.id);
  return parkBehind(items.filter((item) => !gone.has(item.id)));
}
