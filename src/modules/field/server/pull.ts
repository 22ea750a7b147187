// One pull: what a phone needs of its villages, or what is news since the last one.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { isTooOld, readHorizon, readToken, type Token, writeToken } from '../../../platform/server/field/changes.ts';
import type { Epoch } from '../../../platform/server/field/epoch.ts';
import { readRegisterRows } from '../../../platform/server/field/register-rows.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { takeComparisonsAlong, takeIssuesAlong } from '../../cleaning/server/index.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { takeRoundsAlong } from '../../sweeps/server/index.ts';
import { readPicks } from '../../teams/server/index.ts';
import type { PhoneData } from '../domain/phone-data.ts';
import { unsettledItems } from './kept-items.ts';
import { MOST_HOUSEHOLDS, readHouseholds, readIncomes, readMembers, readVillages } from './read-households.ts';
import { readActivations, readCases, readJobs, readMeasures, readWarnings } from './read-work.ts';
import { type Asked, type News, readNews } from './scope.ts';
import { fieldSettings } from './settings.ts';
import { isWipeOrdered } from './wipes.ts';

export type PullTools = {
  epoch: () => Promise<Epoch>;
  /** Registers that go along. */
  registers: readonly RegisterDefinition[];
  /** Names of the operations a role may do without network. */
  operationsOf: (role: string) => string[];
};

type Input = { since?: string | undefined; area?: number | undefined; shape?: string | undefined };

/** Of the account, as far as it decides what may be seen and done. */
function revisionOf({ accountId, role, areaCode, name }: Actor): string {
  return createHash('sha256').update(`${accountId} ${role} ${areaCode} ${name}`).digest('hex').slice(0, 16);
}

async function accountOf(tx: Tx): Promise<PhoneData['account']> {
  const { accountId: id, name, role, areaCode } = tx.actor;
  const region = await getRegion(tx, areaCode);
  return { id, name, role, areaCode, areaName: region.name, revision: revisionOf(tx.actor) };
}

async function settingsOf(tx: Tx, today: PlainDate): Promise<PhoneData['settings']> {
  const of = (await fieldSettings.inForce(tx, formatDate(today)))(tx.actor.areaCode);
  return { daysWithoutContact: of('contact.days'), lockMinutes: of('lock.minutes'), photoPixels: of('photo.pixels') };
}

const keysOf = (rows: readonly { countyCode: number; id: number }[]) =>
  rows.map(({ countyCode, id }) => `${countyCode}-${id}`);

/** Kinds that go as a whole. */
const WHOLE = ['case', 'warning', 'measure', 'activation', 'issue', 'sweep', 'recheck'];
/** What a comparison is made of. */
const COMPARED = ['household', 'member', 'income', 'case', 'comparison'];

type Reading = { tx: Tx; keys: Keys; asked: Asked; news: News; registers: readonly RegisterDefinition[] };

/** Kinds that go as a whole say by that what is gone; of the others the ids go along where some came or went. */
async function readWork({ tx, keys, asked, news }: Reading) {
  const if_ = async <T>(kind: string, read: () => Promise<T[]>) => (news.changed.has(kind) ? await read() : []);
  const [cases, warnings, measures, activations, issues] = [
    await if_('case', () => readCases(tx, keys, asked)),
    await if_('warning', () => readWarnings(tx, asked)),
    await if_('measure', () => readMeasures(tx, keys, asked)),
    await if_('activation', () => readActivations(tx, asked)),
    await if_('issue', () => takeIssuesAlong(tx, asked.range)),
  ];
  const whole = { case: keysOf(cases), warning: keysOf(warnings), measure: keysOf(measures), issue: keysOf(issues) };
  const visits = activations.map(({ number, household }) => `${number}/${keysOf([household])[0]}`);
  const present = Object.entries({ ...whole, activation: visits }).filter(([kind]) => news.changed.has(kind));
  return { cases, warnings, measures, activations, issues, present: Object.fromEntries(present) };
}

async function readRegisters({ tx, asked, news, registers }: Reading): Promise<PhoneData['registers']> {
  const found: PhoneData['registers'] = {};
  for (const register of registers)
    if (news.changed.has(`register:${register.code}`))
      found[register.code] = await readRegisterRows(tx, register, asked.range, asked.since);
  return found;
}

/** Ids of the kinds of which some came or went since the token was given. */
async function readPresent({ tx, asked, news, registers }: Reading, before: Token['there']) {
  const { low, high } = asked.range;
  const moved = Object.keys(news.there).filter((kind) => String(before[kind]) !== String(news.there[kind]));
  const sources: Record<string, ReturnType<typeof sql>> = {
    household: sql`households t where t.village_code between ${low} and ${high} and t.valid_to is null`,
    member: sql`households h join persons t on t.county_code = h.county_code and t.household_id = h.id
      where h.village_code between ${low} and ${high} and h.valid_to is null and t.valid_to is null`,
  };
  for (const { code, table } of registers)
    sources[`register:${code}`] =
      sql`${sql.raw(table)} t where t.place_code between ${low} and ${high} and not t.voided`;
  const present: Record<string, string[]> = {};
  for (const kind of moved) {
    const source = sources[kind];
    if (source)
      present[kind] = keysOf(
        await tx.rows(sql<{ countyCode: number; id: number }>`select t.county_code, t.id from ${source}
          order by t.id limit ${MOST_HOUSEHOLDS * 6}`),
      );
  }
  return present;
}

async function answerPull(tx: Tx, context: OperationContext, tools: PullTools, input: Input, epoch: Epoch) {
  const { keys, clock } = context.services;
  const today = dayOn(clock);
  const horizon = await readHorizon(tx);
  const range = await rangeAsked(tx, input.area);
  const given = readToken(input.since);
  // It was given by a later office than this one: the one of now was restored, and its mark did not show it.
  if (given && given.epoch === epoch.name() && given.since > horizon.next) await epoch.renew();
  const scope = `${range.low}-${range.high} ${revisionOf(tx.actor)}`;
  const isOfOffice = given?.epoch === epoch.name() && given.scope === scope && given.shape === input.shape;
  const fits = given && isOfOffice && !isTooOld(given.since, horizon);
  const last = fits ? given : undefined;
  const asked: Asked = { range, since: last?.since, today };
  // Asked together, in one packet: what a pull without news comes to.
  const [news, villages, account, wipe, settings, unsettled] = await Promise.all([
    readNews(tx, asked, tools.registers),
    readVillages(tx, asked),
    accountOf(tx),
    isWipeOrdered(tx, given?.begun),
    settingsOf(tx, today),
    unsettledItems(tx, keys),
  ]);
  if ((news.there.household?.[0] ?? 0) > MOST_HOUSEHOLDS) throw new Problem('field.area-too-large');
  // What may be done, and what is late, follows from the day.
  const ofDay = last?.day === today ? [] : ['case', 'warning', 'job', 'pick'];
  const moved = WHOLE.filter((kind) => String(last?.there[kind]) !== String(news.there[kind]));
  const changed = new Set([...news.changed, ...ofDay, ...moved]);
  const reading: Reading = { tx, keys, asked, news: { ...news, changed }, registers: tools.registers };
  const { present, ...work } = await readWork(reading);
  const operations = tools.operationsOf(tx.actor.role);
  const data: PhoneData = {
    whole: last === undefined,
    account,
    today: formatDate(today),
    wipe,
    settings,
    operations,
    villages,
    households: changed.has('household') ? await readHouseholds(tx, keys, asked) : [],
    members: changed.has('member') ? await readMembers(tx, keys, asked) : [],
    incomes: changed.has('income') ? await readIncomes(tx, keys, asked) : [],
    ...work,
    ...(COMPARED.some((kind) => changed.has(kind)) && operations.includes('cleaning.compare')
      ? { comparisons: await takeComparisonsAlong(tx, range, today) }
      : {}),
    ...(changed.has('job') ? { jobs: await readJobs(tx, asked, villages) } : {}),
    ...(changed.has('sweep') || changed.has('recheck')
      ? { sweep: await takeRoundsAlong(tx, range, today, operations.includes('sweeps.recheck')) }
      : {}),
    registers: await readRegisters(reading),
    ...(changed.has('pick') ? { picks: await readPicks(tx, range, today) } : {}),
    present: last ? { ...present, ...(await readPresent(reading, last.there)) } : {},
  };
  const token = writeToken({
    epoch: epoch.name(),
    since: horizon.oldest,
    scope,
    day: today,
    begun: last?.begun ?? new Date().toISOString(),
    there: news.there,
    ...(input.shape === undefined ? {} : { shape: input.shape }),
  });
  return { ...data, unsettled, epoch: epoch.name(), token };
}

/** Taking a village along is recorded; asking what is new is not. Throws `field.area-too-large`. */
export async function pull(context: OperationContext, tools: PullTools, input: Input) {
  const { db, actor } = context;
  const epoch = await tools.epoch();
  const answer = await db.read(actor, (tx) => answerPull(tx, context, tools, input, epoch));
  if (!answer.whole) return answer;
  const { households, members } = answer;
  await db.write(actor, undefined, async () => ({
    result: undefined,
    audit: {
      operation: 'field.pull',
      subjectKind: 'account',
      subjectId: actor.accountId,
      after: { households: households.length, members: members.length },
    },
  }));
  return answer;
}
