// Persons in work. The spell says from when to when, a confirmation that it was still so; a person counts once.

import { sql } from 'kysely';
import { type On, sameDayOfLastMonth } from '../../domain/asked.ts';
import { wordsNaming } from '../../domain/definitions/index.ts';
import { isFocusOn, isLiftedOn, statusesOf } from '../households-on.ts';
import { registerCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inForce,
  inYear,
  often,
  ofYear,
  type Part,
  type Reading,
  total,
} from '../reading.ts';

/** Number of the person of a spell `e`, who stands beside it as `p`; outsiders have one of the program's. */
const PERSON: Condition = sql`coalesce(p.number, 'x' || to_hex(e.outsider_key))`;
/** The person's household: the row's, else the registry's. */
const HOUSEHOLD: Condition = sql`coalesce(e.household_number, ph.number)`;

/** Spells `e` of the area, with their persons `p` and the number of their household, `household`. */
function spells(r: Reading, where: Condition): Condition {
  return sql`select e.*, ${PERSON} as person, ${HOUSEHOLD} as household
    from ${r.valid('employment-spells')} e left join persons p on p.id = e.person_id
      left join households ph on ph.county_code = p.county_code and ph.id = p.household_id
    where ${where} and ${r.within('e.place_code')}`;
}

/** Rows of those spells; `ofHousehold`: only where it holds of the household `s`. */
function persons(r: Reading, where: Condition, ofHousehold?: Condition): Condition {
  const cells = registerCells('employment-spells', 'e', { object: sql`e.person` });
  const status = sql`join ${statusesOf(r, sql`h.number in (select w.household from work w)`)} s on s.number = e.household`;
  return sql`with work as materialized (${spells(r, where)})
    select ${cells} from work e ${ofHousehold ? sql`${status} where ${ofHousehold}` : sql``}`;
}

const IN_WORK: Condition = sql`c.work_state in ('working', 'waiting')`;

/** Numbers of the area's spells: the rest of the confirmations need not be looked at. */
const ownSpells = (r: Reading): Condition =>
  sql`(select o.number from ${r.valid('employment-spells')} o where ${r.within('o.place_code')})`;

/** Numbers of spells whose newest confirmation by the day says that they are in work, and is not too old. */
function confirmedOn(r: Reading, { day }: On): Condition {
  return sql`(select c.spell_number from (
      select distinct on (c.spell_number) c.spell_number, c.work_state, c.confirmed_on from ${r.valid('employment-confirmations')} c
      where c.confirmed_on <= ${dateOf(day)} and c.spell_number in ${ownSpells(r)} order by c.spell_number, c.confirmed_on desc, c.month desc) c
    where ${often(sql`${IN_WORK} and c.confirmed_on >= ${dateOf(day)} - ${Math.floor(Number(r.settings['employment.confirm'] ?? '0'))}::int`)})`;
}

/** Numbers of spells with a confirmation of work in the year up to the day. */
function confirmedIn(r: Reading, on: On): Condition {
  return sql`(select c.spell_number from ${r.valid('employment-confirmations')} c where ${IN_WORK} and ${inYear(sql`c.confirmed_on`, on)})`;
}

function inWork(r: Reading, on: On, part: Part['part'] = ''): Part {
  const isOfYear = r.settings['employment.mode'] === 'year';
  const where = isOfYear
    ? sql`e.started_on <= ${dateOf(on.day)} and coalesce(e.left_on > ${dateOf(on.first)}, true) and e.number in ${confirmedIn(r, on)}`
    : sql`${inForce('e', on.day, 'started_on', 'left_on')} and e.number in ${confirmedOn(r, on)}`;
  return distinct(persons(r, where, isFocusOn('s', dateOf(on.day))), part);
}

const hasWork = (r: Reading, { day }: On): Condition[] => [
  r.has('employment-spells', sql`t.started_on <= ${dateOf(day)}`),
  r.has('employment-confirmations', sql`t.confirmed_on <= ${dateOf(day)}`),
];

const inWorkNow: FigureSource = (r) => ({ needs: hasWork(r, r.on), parts: [inWork(r, r.on)] });

const growth: FigureSource = (r) => ({
  needs: hasWork(r, r.on),
  parts: [inWork(r, r.on, '本期'), inWork(r, r.lastYear, '上期')],
});

/** What a target may call the figure. */
const EMPLOYMENT_WORDS = wordsNaming('employment.persons');

/** Who set the target: what the state asks and what the region asks beyond it are never one number. */
type Setter = 'nation' | 'region';

/** The setter’s target of the area: its own, else those of the nearest regions below. Of several of a region the newest. */
function target(r: Reading, setBy: Setter): Part {
  const own = sql`(select distinct on (t.region_code) t.* from ${r.valid('targets')} t
    where t.figure = any(${EMPLOYMENT_WORDS}::text[]) and t.year = ${r.on.year} and t.set_by = ${setBy}
      and t.set_on <= ${dateOf(r.on.day)} and ${r.within('t.place_code')} order by t.region_code, t.set_on desc, t.id desc)`;
  return total(
    sql`select ${registerCells('targets', 't', { object: sql`t.region_code`, amount: sql`t.value` })} from ${own} t
      where not exists (select from ${own} above where above.region_code <> t.region_code
        and t.region_code between above.region_code and region_high(above.region_code))`,
    '分母',
  );
}

const hasTarget = (r: Reading, setBy: Setter): Condition =>
  r.has(
    'targets',
    sql`t.figure = any(${EMPLOYMENT_WORDS}::text[]) and t.year = ${r.on.year} and t.set_by = ${setBy} and t.set_on <= ${dateOf(r.on.day)}`,
  );

const targetRate =
  (setBy: Setter): FigureSource =>
  (r) => ({
    needs: [...hasWork(r, r.on), hasTarget(r, setBy)],
    parts: [inWork(r, r.on, '分子'), target(r, setBy)],
  });

const targetDate =
  (setBy: Setter): FigureSource =>
  (r) => ({
    needs: [...hasWork(r, r.on), hasTarget(r, setBy)],
    parts: [inWork(r, r.on, '本期'), inWork(r, sameDayOfLastMonth(r.on), '上期'), target(r, setBy)],
  });

/** Persons whom the cooperation found work last year, those from outside the registry too; or those of the households named. */
const labour =
  (ofHousehold?: Condition): FigureSource =>
  (r) => {
    const found = (alias: string) =>
      sql`${sql.ref(`${alias}.organised_by`)} = 'beijing' and ${ofYear(sql.ref(`${alias}.started_on`), r.before.year)}`;
    return {
      needs: [r.has('employment-spells', found('t'))],
      parts: [distinct(persons(r, found('e'), ofHousehold))],
    };
  };

export const employmentSources: Record<string, FigureSource> = {
  'employment.persons': inWorkNow,
  'employment.growth': growth,
  'employment.target_rate': targetRate('nation'),
  'employment.target_date': targetDate('nation'),
  'employment.region_target_rate': targetRate('region'),
  'employment.region_target_date': targetDate('region'),
  'jingmeng.last_year.labour': labour(),
  'jingmeng.last_year.labour.lifted': labour(isLiftedOn('s', sql`e.started_on`)),
};
