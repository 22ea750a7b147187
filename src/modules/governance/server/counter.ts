// The counter: points given for what a rule says, goods given for points, points that go over when a household splits or merges. All of
// it is written as rows of registers, by the rules that rows of files have; who comes second waits for who came first.

import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { operationName } from '../../../kernel/register/register-contract.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools, Values } from '../../../platform/server/registers/typed-rows.ts';
import type { HouseholdKey } from '../../households/domain/addresses.ts';
import { type Account, accountOf, isUsedUp, readLimit } from '../domain/points.ts';
import { pointEntryRegister } from '../domain/registers/point-entry-register.ts';
import { pointExchangeRegister } from '../domain/registers/point-exchange-register.ts';
import { BOOK_RULES, CARRY_RULE } from '../domain/words.ts';
import { needBookRule, nextNumber } from './book-rules.ts';
import {
  type CounterHousehold,
  entriesOf,
  goodsOf,
  householdOf,
  objectionDays,
  relatedOf,
  rulesOf,
  schemeOf,
} from './read-account.ts';

type Register = Parameters<typeof addRecord>[2];
const [ENTRIES, EXCHANGES] = [pointEntryRegister, pointExchangeRegister].map(
  (register) => register as unknown as Register,
) as [Register, Register];

type Done = Outcome<{ number: string; balance: number; available: number }>;

async function write(tx: Tx, tools: RecordTools, register: Register, values: Values): Promise<AuditEntry> {
  const { audit } = await addRecord(tx, tools, register, values);
  return { ...audit, operation: operationName(register, 'add') };
}

async function account(tx: Tx, { number, villageCode }: CounterHousehold, on: string): Promise<Account> {
  return accountOf(await entriesOf(tx, number), on, await objectionDays(tx, villageCode, on));
}

/** Nobody gives points to their own family (registers §17). */
async function refuseOwn(tx: Tx, { countyCode, id }: HouseholdKey, name: string): Promise<void> {
  const own = await tx.first(
    sql`select 1 from persons where county_code = ${countyCode} and household_id = ${id} and name = ${name} and valid_to is null`,
  );
  if (own) throw new Problem('governance.own-household', { name });
}

type Recorded = HouseholdKey & {
  ruleNumber: string;
  happenedOn: string;
  recorder?: string | undefined;
  evidence?: string | undefined;
};

/** The rule in force, where the village has a scheme and the household has not had all of it. */
async function ruleFor(tx: Tx, household: CounterHousehold, { ruleNumber, happenedOn: on }: Recorded) {
  const { villageCode, villageName, number } = household;
  const scheme = await schemeOf(tx, villageCode, on);
  if (!scheme) throw new Problem('governance.no-scheme', { village: villageName, day: on });
  const rule = (await rulesOf(tx, villageCode, on)).find((one) => one.ruleNumber === ruleNumber);
  if (!rule || BOOK_RULES.includes(ruleNumber)) throw new Problem('governance.no-rule', { rule: ruleNumber, day: on });
  const entries = await entriesOf(tx, number);
  const limit = readLimit(rule.frequencyLimit);
  if (limit && isUsedUp(entries, ruleNumber, limit, on))
    throw new Problem('governance.too-often', { limit: rule.frequencyLimit ?? '' });
  const isDeduction = rule.pointKind === 'deduction' || rule.points < 0;
  const points = Math.abs(rule.points);
  const year = on.slice(0, 4);
  const earned = entries
    .filter(
      (entry) => entry.kind === 'earned' && entry.on.startsWith(year) && !BOOK_RULES.includes(entry.ruleNumber ?? ''),
    )
    .reduce((sum, entry) => sum + entry.points, 0);
  const cap = scheme.yearlyCap;
  if (!isDeduction && cap !== undefined && earned + points > cap)
    throw new Problem('governance.over-cap', { earned, points, cap });
  return { isDeduction, points };
}

/** Throws `governance.no-scheme`, `…no-rule`, `…too-often`, `…over-cap`, `…own-household`, `…ahead`. */
export async function recordPoints(tx: Tx, tools: RecordTools, given: Recorded, today: PlainDate): Promise<Done> {
  const on = formatDate(today);
  if (given.happenedOn > on) throw new Problem('governance.ahead', { day: given.happenedOn });
  const household = await householdOf(tx, given);
  if (household.isEnded) throw new Problem('governance.household-not-found');
  const recorder = given.recorder ?? tx.actor.name;
  await refuseOwn(tx, given, recorder);
  // Two who record the same thing at once: the second sees what the first wrote.
  await tx.run(sql`select 1 from households where county_code = ${given.countyCode} and id = ${given.id} for update`);
  const { isDeduction, points } = await ruleFor(tx, household, given);
  const number = await nextNumber(tx, on);
  const audit = await write(tx, tools, ENTRIES, {
    ...{ number, householdNumber: household.number, villageCode: household.villageCode },
    ...{ recordKind: isDeduction ? 'deduction' : 'earned', ruleNumber: given.ruleNumber, happenedOn: given.happenedOn },
    ...{ points, recorder, remark: given.evidence ?? null },
  });
  const { balance, available } = await account(tx, household, on);
  return { result: { number, balance, available }, audit };
}

type Spent = HouseholdKey & { goodsNumber: string; quantity: number; receivedBy?: string | undefined };

/** Throws `governance.no-scheme`, `…no-good`, `…too-few-goods`, `…too-few-points`. */
export async function spendPoints(tx: Tx, tools: RecordTools, given: Spent, today: PlainDate): Promise<Done> {
  const on = formatDate(today);
  const household = await householdOf(tx, given);
  const { villageCode, villageName } = household;
  if (household.isEnded) throw new Problem('governance.household-not-found');
  if (!(await schemeOf(tx, villageCode, on)))
    throw new Problem('governance.no-scheme', { village: villageName, day: on });
  // What is left of both is read once nobody else can take of it.
  await tx.run(sql`select 1 from households where county_code = ${given.countyCode} and id = ${given.id} for update`);
  await tx.run(
    sql`select 1 from shop_goods where village_code = ${villageCode} and goods_number = ${given.goodsNumber} for update`,
  );
  const good = (await goodsOf(tx, villageCode, on)).find(({ goodsNumber }) => goodsNumber === given.goodsNumber);
  if (!good) throw new Problem('governance.no-good', { good: given.goodsNumber });
  if (good.stock < given.quantity)
    throw new Problem('governance.too-few-goods', { good: good.name, stock: good.stock });
  const points = good.price * given.quantity;
  const before = await account(tx, household, on);
  if (before.available < points)
    throw new Problem('governance.too-few-points', { available: Math.max(before.available, 0), points });
  const number = await nextNumber(tx, on);
  const entry = await write(tx, tools, ENTRIES, {
    ...{ number, householdNumber: household.number, villageCode, recordKind: 'spent', happenedOn: on, points },
    ...{ redeemedFor: good.name, quantity: given.quantity, recorder: tx.actor.name },
  });
  const exchange = await write(tx, tools, EXCHANGES, {
    ...{ entryNumber: number, villageCode, goodsNumber: given.goodsNumber, exchangedOn: on, quantity: given.quantity },
    receivedBy: given.receivedBy ?? household.headName,
  });
  const { balance, available } = await account(tx, household, on);
  return { result: { number, balance, available }, audit: [entry, exchange] };
}

type Carried = HouseholdKey & { fromId: number; points: number; agreement: string };

/** Points of one household go over to another that it split from, split into or merged with. Throws `governance.not-related`, `…too-few-points`. */
export async function carryPoints(
  tx: Tx,
  tools: RecordTools,
  { fromId, points, agreement, ...key }: Carried,
  today: PlainDate,
): Promise<Outcome<{ balance: number }>> {
  const on = formatDate(today);
  const to = await householdOf(tx, key);
  const from = await householdOf(tx, { countyCode: key.countyCode, id: fromId });
  if (to.isEnded) throw new Problem('governance.household-not-found');
  const related = await relatedOf(tx, key);
  if (!related.some(({ id }) => id === fromId)) throw new Problem('governance.not-related');
  await tx.run(sql`select 1 from households where county_code = ${key.countyCode} and id = any (${[key.id, fromId]}::bigint[])
    order by id for update`);
  const { balance: has } = await account(tx, from, on);
  if (has < points) throw new Problem('governance.too-few-points', { available: Math.max(has, 0), points });
  const audit: AuditEntry[] = [];
  for (const village of new Set([from.villageCode, to.villageCode]))
    audit.push(...(await needBookRule(tx, tools, CARRY_RULE, village, on)));
  const said = { happenedOn: on, points, recorder: tx.actor.name, reviewer: agreement, remark: agreement };
  const out = {
    recordKind: 'spent',
    ruleNumber: CARRY_RULE,
    redeemedFor: `划转给户 ${to.number}`,
    villageCode: from.villageCode,
  };
  audit.push(
    await write(tx, tools, ENTRIES, {
      number: await nextNumber(tx, on),
      householdNumber: from.number,
      ...out,
      ...said,
    }),
    await write(tx, tools, ENTRIES, {
      ...{ number: await nextNumber(tx, on), householdNumber: to.number, villageCode: to.villageCode },
      ...{ recordKind: 'earned', ruleNumber: CARRY_RULE, ...said },
    }),
  );
  const { balance } = await account(tx, to, on);
  return { result: { balance }, audit };
}
