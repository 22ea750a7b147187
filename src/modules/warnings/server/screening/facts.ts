// Keeps the facts: a full build for an as-of date, and the same statements over only the households that a file touched.

import { sql } from 'kysely';
import type { Tx } from '../../../../platform/server/db.ts';
import { FACTS } from '../../domain/facts.ts';
import type { ScreeningDates } from '../../domain/screening-dates.ts';
import type { FactContext, FactSource } from './fact-source.ts';
import { deathsSelect, FACT_SOURCES } from './fact-sources.ts';
import { FACT_TYPES, factsPartition } from './facts-table.ts';
import { movedSelect } from './screening-counts.ts';

/** The day of the facts, and where they come from. */
export type FactsAsked = { dates: ScreeningDates; sources: readonly FactSource[] };

/** Makes the work table `work_<name>` anew and answers its name: a build that was cut off may have left one. */
export async function makeWork(tx: Tx, name: string, select: string): Promise<string> {
  await tx.script(`drop table if exists work_${name};
    create unlogged table work_${name} as ${select};
    analyze work_${name};`);
  return `work_${name}`;
}

/** The tables that the statements of `sources` ask for; answers their names. */
export async function prepareWork(tx: Tx, sources: readonly FactSource[], context: FactContext): Promise<string[]> {
  const made = [await makeWork(tx, 'deaths', deathsSelect(context))];
  for (const source of sources)
    for (const [name, select] of Object.entries(source.prepare?.(context) ?? {}))
      made.push(await makeWork(tx, name, select));
  return made;
}

/** Builds one work table per source, `work_<source>`, and what they ask for; answers their names. */
async function buildWork(tx: Tx, sources: readonly FactSource[], context: FactContext): Promise<string[]> {
  const made = await prepareWork(tx, sources, context);
  for (const source of sources) made.push(await makeWork(tx, source.name, source.select(context)));
  return made;
}

/**
 * One row per household of `households` (all, or a table of some) that is `within`, in the order of the facts table's
 * columns. Each joined table is told what is within: planners do not conclude it. Sources that were not asked know nothing.
 */
function finalSelect(
  { dates: { asOf }, sources }: FactsAsked,
  households: string,
  within: (household: string) => string,
): string {
  const joins = sources.map(({ name, key }) =>
    key === 'household_id'
      ? `left join work_${name} on work_${name}.household_id = h.id and ${within(`work_${name}.household_id`)}`
      : `left join work_${name} on work_${name}.village_code = h.village_code`,
  );
  const values = new Map<string, string>([
    ['lifted', `h.kind = 'lifted'`],
    ['monitored', `(h.monitoring_category is not null and h.risk_cleared is not true)`],
    ['focus', `(h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true))`],
    ['member_count', 'h.member_count'],
    ['net_fen', 'i.wage_fen + i.business_fen + i.property_fen + i.transfer_fen - i.business_cost_fen'],
    ['gross_fen', 'i.wage_fen + i.business_fen + i.property_fen + i.transfer_fen'],
    ['business_fen', 'i.business_fen'],
    ['previous_net_fen', 'i.previous_net_fen'],
  ]);
  const asked = new Set(sources.map(({ name }) => name));
  for (const { name, facts } of FACT_SOURCES)
    for (const [fact, missing] of Object.entries(facts))
      values.set(fact, asked.has(name) ? `coalesce(work_${name}.${fact}, ${missing})` : missing);
  const columns = FACTS.map(({ name, unit }) => `(${values.get(name)})::${FACT_TYPES[unit]} as ${name}`);
  return `select date '${asOf}' as as_of, h.county_code, h.id as household_id, h.village_code, ${columns.join(', ')}
    from ${households} h
    left join household_incomes i on i.county_code = h.county_code and i.household_id = h.id and i.year = h.income_year
      and ${within('i.household_id')}
    ${joins.join(' ')}
    where h.valid_to is null and ${within('h.id')}`;
}

/** Runs work in a transaction of its own, on another connection. */
export type Aside = (work: (tx: Tx) => Promise<void>) => Promise<void>;

/** The sources that take longest come first, so that two connections end at about the same time. */
const LONGEST = ['medical', 'insurance', 'employment', 'school'];
const LANES = 2;
/** Every statement reads all there is, and beside it another one does. */
const READ_ALL = `set local work_mem = '512MB'; set local enable_nestloop = off; set local max_parallel_workers_per_gather = 0;
  reset random_page_cost`;
const WAYS = {
  /** No sorting for groups whose number the planner cannot know. */
  hashed: 'set local enable_sort = off; set local enable_hashjoin = on',
  /** Ids follow the files, so nearly everything is in order: merging costs half the CPU time of a dozen hash tables. */
  merged: 'set local enable_sort = on; set local enable_hashjoin = off',
  /** Planners take looking up by index for dearer than it is. */
  'looked-up': 'set local enable_nestloop = on; set local random_page_cost = 0.1',
};

/**
 * The work tables of a full build, made on two connections at once. They are committed, so the building transaction sees
 * them; what a crash leaves of them is dropped by the next build.
 */
async function buildAllWork(aside: Aside, sources: readonly FactSource[], context: FactContext): Promise<string[]> {
  const made: string[] = [];
  await aside(async (tx) => {
    made.push(...(await prepareWork(tx, [], context)));
  });
  const rank = ({ name }: FactSource) => (LONGEST.indexOf(name) + LONGEST.length + 1) % (LONGEST.length + 1);
  const waiting = [...sources].sort((a, b) => rank(a) - rank(b));
  const lane = async () => {
    for (let source = waiting.shift(); source; source = waiting.shift()) {
      const { name, key, prepare, ways, select } = source;
      await aside(async (tx) => {
        for (const [part, statement] of Object.entries(prepare?.(context) ?? {})) {
          await tx.script(`${READ_ALL}; ${WAYS[ways?.[part] ?? 'hashed']}`);
          made.push(await makeWork(tx, part, statement));
        }
        await tx.script(`${READ_ALL}; ${WAYS.hashed}`);
        made.push(await makeWork(tx, name, select(context)));
        if (key === 'village_code') await tx.script(`create index on work_${name} (village_code)`);
      });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return made;
}

/** Household ids up to which, and from which, the two halves of a full build go. */
async function middleOf(tx: Tx): Promise<number> {
  const row = await tx.first<{ middle: number }>(
    sql`select coalesce((min(id) + max(id)) / 2 + 1, 1) as middle from households`,
  );
  return row?.middle ?? 1;
}

export type BuiltFacts = {
  /** Work tables, which evidence is read from, to be dropped after that. */
  work: string[];
  /** Makes what was built the partition of the as-of date, in the place of an older one. */
  place: () => Promise<void>;
};

/**
 * The facts of all households, as two work tables that other connections see. Each is shown to `withHalf` as soon as it
 * stands: the name of the half, and of its table.
 */
export async function buildFacts(
  tx: Tx,
  asked: FactsAsked,
  aside: Aside,
  withHalf: (own: Tx, half: string, table: string) => Promise<void>,
): Promise<BuiltFacts> {
  const { dates, sources } = asked;
  const context: FactContext = { ...dates, scope: () => 'true', villageScope: () => 'true' };
  const work = await buildAllWork(aside, sources, context);
  const middle = await middleOf(tx);
  await Promise.all(
    halvesAt(middle).map(({ name, within }) =>
      aside(async (own) => {
        const table = `work_facts_${name}`;
        // Villages are few, and their households follow one another: each is looked up once. The constraint, checked before
        // others see the table, spares a look at every row when it takes its place.
        await own.script(`${READ_ALL}; ${WAYS.merged}; set local enable_nestloop = on;
          drop table if exists ${table};
          create table ${table} as ${finalSelect(asked, 'households', within)};
          create index ${table}_household on ${table} (household_id);
          alter table ${table} add constraint ${table}_placed
            check (as_of is not null and as_of = date '${dates.asOf}' and household_id is not null and ${within('household_id')});`);
        await withHalf(own, name, table);
      }),
    ),
  );
  return { work, place: () => placeFacts(tx, dates.asOf, middle) };
}

function halvesAt(middle: number) {
  return [
    { name: 'low', within: (household: string) => `${household} < ${middle}`, bounds: `(minvalue) to (${middle})` },
    { name: 'high', within: (household: string) => `${household} >= ${middle}`, bounds: `(${middle}) to (maxvalue)` },
  ];
}

async function placeFacts(tx: Tx, asOf: string, middle: number): Promise<void> {
  const partition = factsPartition(asOf);
  await tx.script(`
    drop table if exists ${partition};
    create table ${partition} partition of facts for values in ('${asOf}') partition by range (household_id);`);
  for (const { name, bounds } of halvesAt(middle))
    await tx.script(`
      alter table work_facts_${name} rename to ${partition}_${name};
      alter index work_facts_${name}_household rename to ${partition}_${name}_household;
      alter table ${partition} attach partition ${partition}_${name} for values from ${bounds};
      alter table ${partition}_${name} drop constraint work_facts_${name}_placed;`);
  // A small sample, for plans; whoever first reads a page of a new table pays for marking its rows as committed.
  await tx.script(`set local default_statistics_target = 10; analyze ${partition}; reset default_statistics_target`);
}

/**
 * Only the households of `touched` (a table with household_id and village_code). Whatever their rows were, afterwards the
 * facts are those a full build would give. Villages that lost or gained households go into `recounted`. Answers the work
 * tables, as `buildFacts` does.
 */
export async function updateFacts(tx: Tx, asked: FactsAsked, touched: string): Promise<string[]> {
  const { dates, sources } = asked;
  const context: FactContext = {
    ...dates,
    scope: (household, county) =>
      county
        ? `(${county}, ${household}) in (select (village_code / 1000000)::int, household_id from ${touched})`
        : `${household} in (select household_id from ${touched})`,
    villageScope: (village) => `${village} in (select village_code from ${touched})`,
  };
  // Few households are looked up one by one, however large the region; planners take that for dearer than it is, and would
  // rather read everything on all cores.
  await tx.script('set local random_page_cost = 0.1; set local max_parallel_workers_per_gather = 0');
  const work = await buildWork(tx, sources, context);
  // In a table of their own: among a dozen joins the planner does not begin with the few that are wanted.
  const households = await makeWork(
    tx,
    'households',
    `select h.* from households h where ${context.scope('h.id', 'h.county_code')}`,
  );
  await tx.script(`
    with gone as (
      delete from ${factsPartition(dates.asOf)} f using ${touched} t where f.household_id = t.household_id
      returning f.household_id, f.village_code),
    come as (
      insert into ${factsPartition(dates.asOf)} ${finalSelect(asked, households, () => 'true')} returning household_id, village_code)
    insert into recounted ${movedSelect('gone', 'come')}`);
  return [...work, households];
}
