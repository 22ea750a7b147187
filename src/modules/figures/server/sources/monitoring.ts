// Clues, help and relapses: registers of before, and what was entered on screen, counted together.

import { sql } from 'kysely';
import { FITTING } from '../../../help/domain/measures.ts';
import { caseEnd, isFocusOn, isLiftedOn, isTakenIn, statusesOf } from '../households-on.ts';
import { registerCells, registryCells } from '../read-registers.ts';
import {
  type Condition,
  dateOf,
  distinct,
  type FigureSource,
  inYear,
  ofYear,
  type Part,
  type Reading,
  total,
} from '../reading.ts';
import { hasIncomes, incomesOf } from './income.ts';

/** Columns of a row of a clue or case of the program, which stands there as `c` beside its household `h`. */
function screenCells(register: 'clues' | 'cases', object: Condition, since: Condition): Condition {
  return sql`${sql.lit(register)} as register, c.id::text as key, c.village_code as place, (${object})::text as object, 1::numeric as amount,
    ${since} as since, null::date as until, null::int as batch, null::int as file_no, null::int as line, c.county_code, c.id as record_id`;
}

const known = (r: Reading, at: Condition): Condition =>
  r.moment === undefined ? sql`true` : sql`${at} <= ${r.moment}::timestamptz`;

function registerClues(r: Reading, object: Condition, where: Condition): Condition {
  return sql`select ${registerCells('clue-records', 't', { object })} from ${r.valid('clue-records')} t
    where ${inYear(sql`t.found_on`, r.on)} and ${where} and ${r.within('t.place_code')}`;
}

/** Clues received on screen; `handled`: those that led to a case or were dismissed by the day. */
function screenClues(r: Reading, isHandled: boolean): Condition {
  const handled = sql`c.state <> 'open' and (c.settled_at at time zone 'Asia/Shanghai')::date <= ${dateOf(r.on.day)}
    and ${known(r, sql`c.settled_at`)}`;
  return sql`select ${screenCells('clues', sql`'clue ' || c.id`, sql`c.received_on`)} from clues c
    where ${inYear(sql`c.received_on`, r.on)} and ${known(r, sql`c.at`)} and ${isHandled ? handled : sql`true`} and ${r.within('c.village_code')}`;
}

function hasClues(r: Reading): Condition {
  return sql`(${r.has('clue-records', ofYear(sql`t.found_on`, r.on.year))}
    or exists (select from clues c where ${ofYear(sql`c.received_on`, r.on.year)} and ${known(r, sql`c.at`)}))`;
}

const identified: FigureSource = (r) => {
  const rows = (isHandled: boolean) => {
    const handled = isHandled ? sql`t.handled_on <= ${dateOf(r.on.day)}` : sql`true`;
    return sql`${registerClues(r, sql`t.number`, handled)} union all ${screenClues(r, isHandled)}`;
  };
  return { needs: [hasClues(r)], parts: [total(rows(true), '分子'), total(rows(false), '分母')] };
};

/** Households of cases opened in the year whose risk was confirmed; `taken in`: decided by the day. */
function screenCases(r: Reading, isTakenIn: boolean): Condition {
  const confirmed = sql`exists (select from case_progress p where p.county_code = c.county_code and p.id = c.id and p.confirmed)`;
  return sql`select ${screenCells('cases', sql`h.number`, sql`c.opened_on`)}
    from cases c join households h on h.county_code = c.county_code and h.id = c.household_id
    where ${inYear(sql`c.opened_on`, r.on)} and ${confirmed} and ${r.within('c.village_code')}
      and ${isTakenIn ? sql`c.decided_on <= ${dateOf(r.on.day)}` : sql`true`}
      and exists (select from case_actions a where a.county_code = c.county_code and a.case_id = c.id and a.seq = 1 and ${known(r, sql`a.at`)})`;
}

const takenIn: FigureSource = (r) => {
  const confirmed = sql`t.check_result = 'true' and t.checked_on <= ${dateOf(r.on.day)}`;
  const rows = (isTakenIn: boolean) => {
    const where = isTakenIn ? sql`${confirmed} and t.included_on <= ${dateOf(r.on.day)}` : confirmed;
    return sql`${registerClues(r, sql`t.household_number`, where)} union all ${screenCases(r, isTakenIn)}`;
  };
  return { needs: [hasClues(r)], parts: [distinct(rows(true), '分子'), distinct(rows(false), '分母')] };
};

/** Risks with the classes of measures that answer them, in the words of the register and of plans. */
const ANSWERING = Object.entries(FITTING).flatMap(([risk, classes]) =>
  classes.flatMap((name) => (name === 'comprehensive' ? [name, 'security'] : [name])).map((kind) => ({ risk, kind })),
);
/** On a risk `x.risk` and a measure `m`: by its class where a rule names classes, else by the risk it was planned against. */
const ANSWERS = sql`((x.risk, m.kind) in (${sql.join(ANSWERING.map(({ risk, kind }) => sql`(${risk}::text, ${kind}::text)`))})
  or (x.risk <> all(${[...new Set(ANSWERING.map(({ risk }) => risk))]}::text[]) and m.risk = x.risk))`;

/** Spells of being monitored that hold on the day, `s`. */
function monitoredSpells(r: Reading): Condition {
  const isOut =
    r.settings['monitored.cleared'] === 'in' ? sql`true` : sql`coalesce(s.risk_cleared_on > ${dateOf(r.on.day)}, true)`;
  return sql`s.status <> 'lifted' and s.started_on <= ${dateOf(r.on.day)} and coalesce(s.ended_on > ${dateOf(r.on.day)}, true)
    and ${isOut}`;
}

/**
 * Ids of spells with a risk that has no measure, one begun by the day that had not ended before the spell began. `risks`: a select of
 * id, household_number, since and risk, a row for each risk.
 */
function unanswered(r: Reading, risks: Condition): Condition {
  const measures = sql`(select m.household_number, m.measure_kind as kind, m.against_risks as risk, m.started_on, m.ended_on
      from ${r.valid('help-measures')} m
    union all select h.number, m.class, m.answers, m.planned_from, null from case_measures m
      join cases c on c.county_code = m.county_code and c.id = m.case_id
      join households h on h.county_code = c.county_code and h.id = c.household_id
      where m.state <> 'cancelled' and ${known(r, sql`m.at`)})`;
  return sql`(select x.id from (${risks}) x where not exists (select from ${measures} m where m.household_number = x.household_number
    and m.started_on <= ${dateOf(r.on.day)} and coalesce(m.ended_on > x.since, true) and ${ANSWERS}))`;
}

/** Households monitored by a spell of the register or by a case; what the registry alone says names no risk to answer. */
function monitoredHouseholds(r: Reading, isHelped: boolean): Condition {
  const spells = sql`from ${r.valid('household-statuses')} s`;
  const inForce = sql`${monitoredSpells(r)} and ${r.within('s.place_code')}`;
  const spellRisks = sql`select s.id, s.household_number, s.started_on as since, risk
    ${spells} cross join unnest(s.risk_kinds) risks (risk) where ${inForce}`;
  const cases = sql`from cases c join households h on h.county_code = c.county_code and h.id = c.household_id`;
  const underWay = sql`${isTakenIn(r)} and c.decided_on <= ${dateOf(r.on.day)} and coalesce(${caseEnd(r)} > ${dateOf(r.on.day)}, true)
    and ${r.within('c.village_code')}`;
  const caseRisks = sql`select c.id, h.number as household_number, c.decided_on as since, risk
    ${cases} cross join unnest(c.risks) risks (risk) where ${underWay}`;
  const answered = (id: Condition, risks: Condition) =>
    isHelped ? sql`${id} not in ${unanswered(r, risks)}` : sql`true`;
  return sql`select ${registerCells('household-statuses', 's', { object: sql`s.household_number` })}
    ${spells} where ${inForce} and ${answered(sql`s.id`, spellRisks)}
    union all select ${screenCells('cases', sql`h.number`, sql`c.decided_on`)}
    ${cases} where ${underWay} and ${answered(sql`c.id`, caseRisks)}`;
}

const helped: FigureSource = (r) => ({
  needs: [
    sql`(${r.has('household-statuses', sql`t.status <> 'lifted' and t.started_on <= ${dateOf(r.on.day)}`)}
      or exists (select from cases c where ${isTakenIn(r)} and c.decided_on <= ${dateOf(r.on.day)}))`,
  ],
  parts: [distinct(monitoredHouseholds(r, true), '分子'), distinct(monitoredHouseholds(r, false), '分母')],
});

/** Numbers of households monitored anew in the year after their risk had been cleared. */
function monitoredAgain(r: Reading): Condition {
  return sql`select s.household_number from ${r.valid('household-statuses')} s
    where s.status <> 'lifted' and ${inYear(sql`s.started_on`, r.on)} and exists (select from ${r.valid('household-statuses')} e
      where e.household_number = s.household_number and e.status <> 'lifted' and e.risk_cleared_on <= s.started_on and e.started_on < s.started_on)`;
}

/** Numbers of lifted households under the line in the income year that were not under it the year before. */
function fallenUnder(r: Reading): Condition {
  const year = r.incomeYear ?? 0;
  const line = sql`(${r.settings['income.line'] ?? '0'}::numeric * 100)`;
  return sql`select i.household_number from ${incomesOf(r, year, 'net_fen')} i
    join ${incomesOf(r, year - 1, 'net_fen')} b on b.household_number = i.household_number
    where i.net_fen < ${line} * i.members and b.net_fen >= ${line} * b.members`;
}

/** Households that have fallen back, in counties where they are more than the line of 规模性返贫. */
const massRelapse: FigureSource = (r) => {
  const share = sql`${r.settings['relapse.mass'] ?? '0'}::numeric`;
  const rows: Part['rows'] = sql`
    select ${registryCells('households', 'x', { object: sql`x.county_code::bigint * 1000000` })}
    from (select s.*, s.is_back and count(*) filter (where s.is_back) over county > ${share} * count(*) filter (where s.is_focus) over county as counts
      from (select s.*, ${isFocusOn('s', dateOf(r.on.day))} as is_focus,
          (s.number in (${monitoredAgain(r)}) or (${isLiftedOn('s', dateOf(r.on.day))} and s.number in (${fallenUnder(r)}))) as is_back
        from ${statusesOf(r)} s where ${r.isCounty(sql`s.county_code::bigint * 1000000`)}) s
      window county as (partition by s.county_code)) x
    where x.counts`;
  return {
    needs: [
      sql`${r.settings['relapse.mass'] !== undefined && r.settings['income.line'] !== undefined && r.incomeYear !== undefined}::boolean`,
      r.has('household-statuses'),
      hasIncomes(r, r.incomeYear ?? 0),
    ],
    parts: [distinct(rows)],
  };
};

/** Persons on the newest roster that a county has handed in by the month, in households lifted or monitored on the day. */
const dibaoPersons: FigureSource = (r) => {
  const loaded = sql`(select b.id from feed_batches b where b.dataset = 'dibao-roster' and b.state = 'loaded' and ${known(r, sql`b.loaded_at`)})`;
  const upTo = sql`f.month <= ${dateOf(r.on.day)} and f.batch_id in ${loaded}`;
  // Of all months those of each county are taken out first: beside the households each row would be held against every county.
  const rows = sql`with newest as materialized (select f.county_code, max(f.month) as month from feed_dibao_roster f
      where ${upTo} and f.person_id is not null group by 1),
    roster as materialized (select f.* from feed_dibao_roster f join newest n on n.county_code = f.county_code and n.month = f.month where ${upTo})
    select 'dibao-roster' as register, p.number as key, s.village_code::bigint as place, p.number as object, 1::numeric as amount,
      f.month as since, null::date as until, f.batch_id as batch, null::int as file_no, f.line, p.county_code, p.id as record_id
    from roster f
    join ${statusesOf(r)} s on s.county_code = f.county_code and s.id = f.household_id
    join persons p on p.county_code = f.county_code and p.household_id = f.household_id and p.id = f.person_id
    where ${isFocusOn('s', dateOf(r.on.day))}`;
  return {
    needs: [sql`exists (select from feed_dibao_roster f where ${upTo})`],
    parts: [distinct(rows, '', { objectIn: 'county' })],
  };
};

export const monitoringSources: Record<string, FigureSource> = {
  'household.dibao.persons': dibaoPersons,
  'monitoring.identified': identified,
  'monitoring.taken_in': takenIn,
  'monitoring.helped': helped,
  'monitoring.mass_relapse': massRelapse,
};
