// The operations every register has, made from its definition. One static type for all of them: rows are checked by the kinds at
// run time, and the compiler has one contract to look at, not sixty (docs/decisions/0016).

import * as z from 'zod';
import { day, filterText, recordId, regionCode } from '../input.ts';
import { type OperationMeta, operation, pageInput, requestId } from '../operation.ts';
import { allFields, type RegisterDefinition } from './define-register.ts';
import type { Field } from './field.ts';
import { KIND_RULES } from './kinds.ts';
import { askedFields } from './states.ts';

/** `add` and the other verbs with the record's name: `organisations.add-organisation`. */
export function operationName({ slice, record }: RegisterDefinition, verb: string): string {
  return `${slice}.${verb}-${record}`;
}

/** Below `/api`. */
export function registerPath({ code }: RegisterDefinition): `/${string}` {
  return `/registers/${code}`;
}

const countyCode = z.coerce.number<number>().int().min(150_000).max(159_999);
const key = z.object({ countyCode, id: recordId });
const yes = z.union([z.boolean(), z.enum(['true', 'false'])]).transform((value) => value === true || value === 'true');

/**
 * A row by the English names of its fields: fen, ISO days, codes; secret fields as `张*` or `*`; empty fields null.
 * `version` is told back when the row is changed.
 */
export const registerRow = z.object({
  countyCode: z.number(),
  id: z.number(),
  placeCode: z.number(),
  placeName: z.string(),
  version: z.string(),
  voided: z.boolean(),
  /** Where it stands, of registers with states. */
  state: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
});
export type RegisterRow = z.output<typeof registerRow>;

export const registerVersion = z.object({
  recordedAt: z.string(),
  recordedBy: z.string(),
  replacedAt: z.string().optional(),
  /** File and line of an import. */
  file: z.string().optional(),
  line: z.number().optional(),
  values: z.record(z.string(), z.unknown()),
});

/** A move that was made of a row; withdrawn ones are told too. */
const madeMove = z.object({
  move: z.string(),
  from: z.string(),
  to: z.string().optional(),
  /** The day it holds for. */
  doneOn: z.string(),
  opinion: z.string().optional(),
  at: z.string(),
  by: z.string(),
  withdrawnAt: z.string().optional(),
});
export type MadeMove = z.output<typeof madeMove>;

/** A move this account may make of the row now; not yet while there are `hindrances`, each a sentence. */
const nextMove = z.object({ move: z.string(), hindrances: z.array(z.string()) });
export type NextMove = z.output<typeof nextMove>;

/** Filters of the list; the export takes the same. `filters` by field: a code, a year, true or false, a day or `from..to`. */
export const registerFilters = z.object({
  area: regionCode.optional(),
  text: filterText.optional(),
  filters: z.record(z.string(), z.string().max(200)).optional(),
  /** Voided rows too. */
  voided: yes.optional(),
  /** Rows that stand there, of registers with states. */
  state: z.string().max(40).optional(),
  /** Rows that count on this day. */
  asOf: day.optional(),
});
export type RegisterFilters = z.output<typeof registerFilters>;

export const registerListInput = pageInput.extend(registerFilters.shape).extend({
  /** A field of the list, `-` in front for the other way round; left out: by place. */
  sort: z.string().max(60).optional(),
});

const registerPage = z.object({
  items: z.array(registerRow),
  /** On the first page: how many rows there are. */
  total: z.number().int().optional(),
  next: z.string().optional(),
});

type Values = Record<string, unknown>;

/** A secret field that the user did not touch comes back as it was shown. */
const asShown = z.string().max(4000).regex(/\*/);

function valueSchema(field: Field): z.ZodType {
  const typed = KIND_RULES[field.kind].json(field);
  const schema = field.secret ? z.union([typed, asShown]) : typed;
  return schema.meta({ title: field.title });
}

/** What is typed for a new row. Required by condition is judged with all else, on the server. */
export function addedValues(register: RegisterDefinition): z.ZodType<Values> {
  const shape = allFields(register).map(([name, field]) => {
    const schema = valueSchema(field);
    return [name, field.required === true ? schema : schema.nullable().optional()];
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Values>;
}

/** What is changed of a row, of all its fields or of `names`; what is left out stays. */
export function changedValues(register: RegisterDefinition, names?: ReadonlySet<string>): z.ZodType<Values> {
  const fields = allFields(register).filter(([name]) => names === undefined || names.has(name));
  const shape = fields.map(([name, field]) => {
    const schema = valueSchema(field);
    return [name, (field.required === true ? schema : schema.nullable()).optional()];
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Values>;
}

const reason = z.string().trim().min(2).max(200).meta({ title: '原因' });

/** As many as fit a page. */
const MOST_MOVED = 200;

/** `list`, `get`, `add`, `change`, `void` of one register, and its moves. */
export function registerContract(register: RegisterDefinition) {
  const { title, roles, states, offline = [] } = register;
  const movers = [...new Set(Object.values(states?.moves ?? {}).flatMap((move) => move.roles))];
  const path = registerPath(register);
  const reads = (verb: string) => operation({ name: operationName(register, verb), roles: roles.read });
  const writes = (verb: string) =>
    operation({
      name: operationName(register, verb),
      roles: roles.write,
      writes: true,
      offline: (offline as readonly string[]).includes(verb),
    } satisfies OperationMeta);
  const moves = (verb: string) => operation({ name: operationName(register, verb), roles: movers, writes: true });
  const changing = key.extend({ requestId, version: z.string().max(40) });
  return {
    list: reads('list')
      .route({ method: 'GET', path, summary: `${title}列表` })
      .input(registerListInput)
      .output(registerPage),
    get: reads('get')
      .route({ method: 'GET', path: `${path}/{countyCode}/{id}`, summary: `${title}的一条记录` })
      .input(key)
      .output(
        registerRow.extend({
          history: z.array(registerVersion),
          moves: z.array(madeMove).optional(),
          next: z.array(nextMove).optional(),
          /** The last move was made by this account, which may take it back. */
          mayWithdraw: z.boolean().optional(),
        }),
      ),
    add: writes('add')
      .route({ method: 'POST', path, summary: `登记${title}` })
      .input(z.object({ requestId, values: addedValues(register) }))
      .output(key),
    change: writes('change')
      .route({ method: 'POST', path: `${path}/{countyCode}/{id}`, summary: `修改${title}` })
      .input(changing.extend({ values: changedValues(register) }))
      .output(z.object({ version: z.string() })),
    /** Voids the row, or brings it back. */
    void: writes('void')
      .route({ method: 'POST', path: `${path}/{countyCode}/{id}/void`, summary: `作废、恢复${title}` })
      .input(changing.extend({ voided: z.boolean(), reason }))
      .output(z.object({ version: z.string() })),
    /** Which of the rows the move fits, and what hinders the others; rows that the account does not see are left out. */
    check: operation({ name: operationName(register, 'check'), roles: movers })
      .route({ method: 'POST', path: `${path}/check-move`, summary: `可以办理的${title}` })
      .input(z.object({ move: z.string().max(40), records: z.array(key).min(1).max(MOST_MOVED) }))
      .output(z.array(key.extend({ version: z.string(), name: z.string(), hindrances: z.array(z.string()) }))),
    /** From one state to another, by the moves of the definition; rows that it does not fit stay as they are and are told. */
    move: moves('move')
      .route({ method: 'POST', path: `${path}/move`, summary: `办理${title}` })
      .input(
        z.object({
          requestId,
          move: z.string().max(40),
          records: z
            .array(changing.omit({ requestId: true }))
            .min(1)
            .max(MOST_MOVED),
          doneOn: day,
          opinion: z.string().trim().max(500).optional(),
          values: changedValues(register, askedFields(states)),
        }),
      )
      .output(z.object({ moved: z.number().int(), refused: z.array(key.extend({ reason: z.string() })) })),
    /** Takes back the last move of a row, by who made it: the row is as it was. */
    withdraw: moves('withdraw')
      .route({ method: 'POST', path: `${path}/{countyCode}/{id}/withdraw`, summary: `撤回${title}的办理` })
      .input(changing)
      .output(z.object({ version: z.string() })),
  };
}

export type RegisterContract = ReturnType<typeof registerContract>;

/** Only what can be done: a register without states has no moves. */
export function withoutMoves<T extends object>({ states }: RegisterDefinition, operations: T): T {
  if (states) return operations;
  const { check: _check, move: _move, withdraw: _withdraw, ...others } = operations as T & MoveOperations;
  return others as unknown as T;
}

type MoveOperations = { check?: unknown; move?: unknown; withdraw?: unknown };

/** The contract of all registers, by their code. */
export function registersContract(registers: readonly RegisterDefinition[]): Record<string, RegisterContract> {
  return Object.fromEntries(
    registers.map((register) => [register.code, withoutMoves(register, registerContract(register))]),
  );
}
