// What of a register hangs in public (公告公示), as data beside its fields: who is told what, at which level, for how long, and which
// moves wait for it. The columns are a white list (handbook §12.4): nothing else of a row can be printed.

import type { RegionLevel } from '../../region-code.ts';
import { fieldsOf } from '../conditions.ts';
import type { Condition, Field } from '../field.ts';

type FieldMap = Readonly<Record<string, Field>>;

/** Kinds that name or number a person: none of them hangs in public. */
type Hidden = { secret: 'sealed' | 'masked' } | Field<'id-number'> | Field<'name'> | Field<'household-no'>;

/** Names of fields that may be printed; `reference.field` reads one of the row referred to. */
export type PublicName<F> =
  | { [K in keyof F & string]: F[K] extends Hidden ? never : K }[keyof F & string]
  | `${keyof F & string}.${string}`;

/** A household, by its number in the field, is printed as the name of its head, as the county lets people be named. */
export type HeadColumn<F> = { head: keyof F & string };

export type NoticeColumn<F> = PublicName<F> | HeadColumn<F>;

/** How far a notice must have come before a move: hung out, or its days over without an objection. */
export type NoticeReach = 'posted' | 'over';

export type Notice<F = FieldMap> = {
  /** Unlike all others of its register. */
  kind: string;
  /** What the paper is called: 年度项目实施计划公告. */
  title: string;
  /** At which levels it may hang. A row hangs at its own place or above it. */
  levels: readonly RegionLevel[];
  /** Rows it fits: those of these states, and those the condition holds for. */
  states?: readonly string[];
  where?: Condition;
  columns: readonly NoticeColumn<F>[];
  /** What the paper begins with, a whole sentence. */
  about: string;
  /** Days it hangs, until somebody sets others. */
  days: number;
  /** Moves that wait for it. */
  before?: Readonly<Record<string, NoticeReach>>;
  /** Fields of the row that take its first and last day: filled in by hand, they tell of a notice that hung before there was this one. */
  fills?: { from: keyof F & string; until: keyof F & string };
};

/** `projects.plan`: a notice among those of all registers, and the name of its setting. */
export function noticeCode(register: string, kind: string): string {
  return `${register}.${kind}`;
}

type Definition = {
  code: string;
  fields: FieldMap;
  states?: { names: object; moves: object };
  notices?: readonly Notice[];
};

const HIDDEN_KINDS = new Set(['id-number', 'name', 'household-no']);

/** Whether a field may stand in public at all. */
export function isPublic({ secret, kind }: Field): boolean {
  return secret === undefined && !HIDDEN_KINDS.has(kind);
}

function refuseColumn({ code, fields }: Definition, column: NoticeColumn<FieldMap>): void {
  const [name = ''] = typeof column === 'string' ? column.split('.') : [column.head];
  const field = fields[name];
  if (!field) throw new Error(`${code}: a notice prints ${name}, which is no field`);
  if (typeof column !== 'string') {
    if (field.secret || (field.kind !== 'household-no' && field.kind !== 'text'))
      throw new Error(`${code}: ${name} is no household of a notice`);
  } else if (column.includes('.')) {
    if (!field.target) throw new Error(`${code}: ${name} refers to nothing`);
  } else if (!isPublic(field)) throw new Error(`${code}: a notice never prints ${name}`);
}

/** Every name of the notices is there, and nothing hidden is among them. Throws at once: an error of the definition. */
export function refuseUnknownNotices(definition: Definition): void {
  const { code, fields, states, notices = [] } = definition;
  if (new Set(notices.map(({ kind }) => kind)).size < notices.length)
    throw new Error(`${code}: two notices of one kind`);
  for (const { kind, columns, states: of = [], where, before = {}, fills } of notices) {
    for (const column of columns) refuseColumn(definition, column);
    for (const state of of)
      if (!Object.hasOwn(states?.names ?? {}, state)) throw new Error(`${code}.${kind}: there is no state ${state}`);
    for (const move of Object.keys(before))
      if (!Object.hasOwn(states?.moves ?? {}, move)) throw new Error(`${code}.${kind}: there is no move ${move}`);
    for (const name of [...(where ? [fieldsOf(where)] : []), ...(fills ? [fills.from, fills.until] : [])])
      if (!(name in fields)) throw new Error(`${code}.${kind}: there is no field ${name}`);
  }
}
