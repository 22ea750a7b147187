// What the phone takes along. Fields that are empty are left out; ID numbers, phones and accounts come masked only.

import * as z from 'zod';
import { KINDS } from '../../cases/domain/actions.ts';
import { caseItem } from '../../cases/domain/schemas.ts';
import { comparisonOnPhone, issueOnPhone } from '../../cleaning/domain/phone-cleaning.ts';
import { confirmedVillage } from '../../employment/domain/contract.ts';
import { category, kind, member } from '../../households/domain/shapes.ts';
import { sheetLine } from '../../incomes/domain/contract.ts';
import { recheckOnPhone, roundOnPhone, visitOnPhone } from '../../sweeps/domain/phone-round.ts';
import { warningItem } from '../../warnings/domain/schemas.ts';

const int = z.number().int();
const key = { countyCode: int, id: int };

const village = z.object({ code: int, name: z.string(), townshipName: z.string() });

const household = z.object({
  ...key,
  number: z.string(),
  headName: z.string(),
  /** Initials of the head's name, to look it up by: `wxm`. */
  initials: z.string(),
  villageCode: int,
  memberCount: int,
  kind,
  monitoringCategory: category.optional(),
  riskCleared: z.boolean().optional(),
  phoneMasked: z.string().optional(),
  lastVisitOn: z.string().optional(),
  nextVisitDue: z.string().optional(),
});

const memberOnPhone = member
  .omit({ source: true, validFrom: true, validTo: true, endReason: true, idSound: true })
  .extend({ countyCode: int, householdId: int });

/** The newest three years. */
const income = z.object({
  countyCode: int,
  householdId: int,
  year: int,
  wageFen: int,
  businessFen: int,
  propertyFen: int,
  transferFen: int,
  businessCostFen: int,
  netFen: int,
  members: int.optional(),
  /** Lines of the sheet it was reckoned by. */
  lines: z.array(sheetLine).optional(),
  /** Of the row in 家庭收支, to save a sheet on. */
  version: z.string().optional(),
});

const caseOnPhone = caseItem.extend({
  /** Kinds this account may do now; the functions of `cases/domain` say the same on the phone. */
  actions: z.array(z.enum(KINDS)),
  /** Why others of the step cannot be done, by kind. */
  refusals: z.record(z.string(), z.string()),
  /** How many have to visit. */
  verifiers: int,
  nextLookBackOn: z.string().optional(),
  /** The newest, at most ten. */
  timeline: z.array(z.object({ seq: int, kind: z.enum(KINDS), on: z.string(), by: z.string() })),
});

/** A measure that is open. */
const measure = z.object({
  ...key,
  caseId: int,
  householdId: int,
  content: z.string(),
  dueOn: z.string(),
  moneyFen: int,
  version: int,
});

/** Of an event that is answered: whom of the village nobody has visited. */
const activation = z.object({
  number: z.string(),
  title: z.string(),
  household: z.object(key),
});

/** What a field offers to choose from, its own person first: numbers that nobody knows by heart. */
const pick = z.object({ value: z.string(), words: z.string(), isOwn: z.boolean().optional() });

/** By English names of the fields, as the register's own operations have it; `version` is told back when it is changed. */
const row = z.object({
  ...key,
  placeCode: int,
  version: z.string(),
  state: z.string().optional(),
  values: z.record(z.string(), z.unknown()),
});

/** Kinds of rows that are kept on the phone; registers by `register:<code>`. */
export const ROW_KINDS = [
  'household',
  'member',
  'income',
  'case',
  'warning',
  'measure',
  'activation',
  'issue',
] as const;

export const phoneData = z.object({
  /**
   * Yes: this is everything, and replaces what the phone has. No: rows replace those of their key, and of each kind in `present`
   * only what is listed there is still mine (others moved away, were voided, ended).
   */
  whole: z.boolean(),
  account: z.object({
    id: int,
    name: z.string(),
    role: z.string(),
    areaCode: int,
    areaName: z.string(),
    /** Changes with role, area and password: what was allowed has to be asked again. */
    revision: z.string(),
  }),
  /** The day of the office. */
  today: z.string(),
  /** The office asks that everything of this account is taken off this phone, unsent items after they were shown. */
  wipe: z.boolean(),
  settings: z.object({
    /** Without contact for so many days the phone takes its copy away. */
    daysWithoutContact: int,
    lockMinutes: int,
    /** The longer side of a photo that is sent. */
    photoPixels: int,
  }),
  /** Names of operations that this account may do without network. */
  operations: z.array(z.string()),
  villages: z.array(village),
  households: z.array(household),
  members: z.array(memberOnPhone),
  incomes: z.array(income),
  cases: z.array(caseOnPhone),
  warnings: z.array(warningItem),
  measures: z.array(measure),
  activations: z.array(activation),
  /** Doubts that wait for an answer. */
  issues: z.array(issueOnPhone),
  /** What is compared of households that have a card; left out where nothing of it changed. */
  comparisons: z.array(comparisonOnPhone).optional(),
  /** Lists of the month to be confirmed, one a village; left out where none changed. */
  jobs: z.array(confirmedVillage.extend({ villageCode: int })).optional(),
  /** What is to be done of the rounds that run; left out where nothing of it changed. */
  sweep: z
    .object({ rounds: z.array(roundOnPhone), visits: z.array(visitOnPhone), rechecks: z.array(recheckOnPhone) })
    .optional(),
  registers: z.record(z.string(), z.array(row)),
  /** By `register.field`; left out where nothing changed. */
  picks: z.record(z.string(), z.array(pick)).optional(),
  /** By kind, ids as `<county>-<id>`. */
  present: z.record(z.string(), z.array(z.string())),
});
export type PhoneData = z.output<typeof phoneData>;

function outlineOf(schema: unknown): string {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return outlineOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return `[${outlineOf(schema.element)}]`;
  if (schema instanceof z.ZodRecord) return `<${outlineOf(schema.valueType)}>`;
  if (!(schema instanceof z.ZodObject)) return '';
  const fields = Object.entries(schema.shape).map(([name, each]) => `${name}${outlineOf(each)}`);
  return `{${fields.sort().join()}}`;
}

let shape: string | undefined;

/**
 * Says which kinds and fields a program knows. Another one than the copy was taken along with: rows that did not change lack what the new
 * program shows of them, so everything is asked for anew.
 */
export function shapeOfCopy(): string {
  if (shape === undefined) {
    let sum = 0;
    for (const sign of outlineOf(phoneData)) sum = (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0;
    shape = (sum >>> 0).toString(36);
  }
  return shape;
}
