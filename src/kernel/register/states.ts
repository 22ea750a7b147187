// The states a row goes through. A state is never stored nor typed: it follows from the row's own days and, where those say nothing
// (a proposal is reviewed, work is suspended), from the last move. So what comes in by file and what is done on screen agree.

import type { Role } from '../operation.ts';
import { holds } from './conditions.ts';
import type { Condition, Field } from './field.ts';

/** A field that must be filled before a move; with `when` only of rows it holds for. */
export type Need = { field: string; when?: Condition };

/** A step of a row from one of its states to another. */
export type Move = {
  title: string;
  from: readonly string[];
  /** Left out: back to what the row's own days say, as at the end of a pause. */
  to?: string;
  roles: readonly Role[];
  /** The field that takes the day of the move. */
  day?: string;
  /** Fields that must be filled in on the way, and those that may be. */
  asks?: readonly string[];
  offers?: readonly string[];
  /** What the move itself says of the row: codes of choices. */
  sets?: Readonly<Record<string, string>>;
  /** Fields that what comes of it fills in. */
  fills?: readonly string[];
  /** Fields it empties: what is sent back starts again. */
  clears?: readonly string[];
  needs?: readonly Need[];
  /** What it asks is a row's own: one row at a time. */
  single?: true;
  /** Made by somebody else than the move before it: who proposes does not approve (registers §0.3 G7). */
  apart?: true;
  /** Says why: something is sent back, stopped or taken out. */
  explained?: true;
  /** Not taken back: something else came of it. */
  final?: true;
};

/** The day of the field is over: what is so from the next day on. */
export type Over = { over: string };

/** The day of the field has come: what is so from that day on. */
export type Come = { come: string };

export type Reached = Condition | Over | Come;

export type States = {
  /** Where a row stands of which nothing else is known. */
  first: string;
  /** All states in the order of their road, by code. */
  names: Readonly<Record<string, string>>;
  /** What the row's own days say, the latest state first: the first that holds is the state. */
  reached: readonly (readonly [state: string, condition: Reached])[];
  /** States of the last move that hold whatever the days say, until another move: 暂停. */
  pauses?: readonly string[];
  /** States told by the row's own fields that end a pause, too: what a file says is over does not wait for a move. */
  ends?: readonly string[];
  /** States in which what was written may be changed; in the others it is sent back first. Left out: in all. */
  open?: readonly string[];
  /** Fields that may be put right where a row begins; after that only a move changes them: a term that was set. */
  kept?: readonly string[];
  moves: Readonly<Record<string, Move>>;
};

/** States that only a move leads to. */
export function movedStates({ names, reached, pauses = [] }: States): string[] {
  const told = new Set([...reached.map(([state]) => state), ...pauses]);
  return Object.keys(names).filter((state) => !told.has(state));
}

type Row = Readonly<Record<string, unknown>>;

function isReached(condition: Reached, row: Row, today: string): boolean {
  if (!('over' in condition || 'come' in condition)) return holds(condition, row);
  const day = row['over' in condition ? condition.over : condition.come];
  return typeof day === 'string' && ('over' in condition ? day < today : day <= today);
}

/** The state of a row whose last move led to `last`; `today` is an ISO day, asked for where days that come tell a state. */
export function stateOf(states: States, row: Row, last?: string, today = ''): string {
  const [reached] = states.reached.find(([, condition]) => isReached(condition, row, today)) ?? [];
  if (reached !== undefined && states.ends?.includes(reached)) return reached;
  if (last !== undefined && states.pauses?.includes(last)) return last;
  if (reached !== undefined) return reached;
  return last !== undefined && movedStates(states).includes(last) ? last : states.first;
}

/** Fields that the move waits for: those of the row that are still empty. */
export function lackingFields({ needs = [] }: Move, row: Row): string[] {
  return needs
    .filter(({ field, when }) => (!when || holds(when, row)) && holds({ empty: field }, row))
    .map(({ field }) => field);
}

/** Fields a move writes: its day, what it says, what it asks, what it empties. */
export function movedFields({ day, asks = [], offers = [], sets = {}, clears = [] }: Move): string[] {
  return [...new Set([...(day ? [day] : []), ...Object.keys(sets), ...asks, ...offers, ...clears])];
}

/** Whether a row in this state may be changed and voided by hand. */
export function isOpen(states: States | undefined, state: string | undefined): boolean {
  return states?.open === undefined || states.open.includes(state ?? states.first);
}

/** Days that moves fill in: on screen nothing else fills or empties them. */
export function movedDays({ moves }: States): Set<string> {
  return new Set(Object.values(moves).flatMap(({ day }) => day ?? []));
}

/** Fields that nobody types where levels take a row up from each other: its moves fill them in. */
export function keptForMoves(states: States | undefined): Set<string> {
  if (!states?.open) return new Set();
  return new Set(Object.values(states.moves).flatMap((move) => [...movedFields(move), ...(move.fills ?? [])]));
}

/** Fields that one of the moves asks for. */
export function askedFields(states: States | undefined): Set<string> {
  return new Set(Object.values(states?.moves ?? {}).flatMap(({ asks = [], offers = [] }) => [...asks, ...offers]));
}

type Fields = Readonly<Record<string, Field>>;

/** Every state and field that is named is there. Throws at once: an error of the definition. */
export function refuseUnknownStates(code: string, states: States, fields: Fields): void {
  const { first, names, reached, pauses = [], ends = [], open = [], kept = [], moves } = states;
  const all = Object.values(moves);
  const named = [
    first,
    ...reached.map(([state]) => state),
    ...pauses,
    ...ends,
    ...open,
    ...all.flatMap(({ from, to }) => [...from, to ?? first]),
  ];
  for (const state of named) if (!(state in names)) throw new Error(`${code}: there is no state ${state}`);
  const filled = [
    ...kept,
    ...all.flatMap((move) => [...movedFields(move), ...(move.needs ?? []).map((need) => need.field)]),
  ];
  for (const name of filled) if (!(name in fields)) throw new Error(`${code}: there is no field ${name}`);
  // Taken back, a move restores what was shown before: a secret would be lost.
  const secret = all.flatMap(movedFields).find((name) => fields[name]?.secret);
  if (secret) throw new Error(`${code}: a move does not ask for what is secret: ${secret}`);
  const others = reached.slice(reached.findIndex(([state]) => !ends.includes(state)));
  if (others.some(([state], i) => i > 0 && ends.includes(state)))
    throw new Error(`${code}: states that end a pause stand before all others`);
  // A move whose end the row's fields tell must write one of them, or the row would stay where it was.
  for (const [name, move] of Object.entries(moves)) {
    const told = reached.flatMap(([state, condition]) => (state === move.to ? toldBy(condition) : []));
    const isTold = told.some((field) => movedFields(move).includes(field));
    if (told.length > 0 && !isTold) throw new Error(`${code}: ${name} does not say ${told.join(' or ')}`);
  }
}

function toldBy(condition: Reached): string[] {
  if ('over' in condition) return [];
  if ('come' in condition) return [condition.come];
  if ('filled' in condition) return [condition.filled];
  return 'field' in condition ? [condition.field] : [];
}
