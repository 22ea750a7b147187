// How each fact is computed: one statement per source, over all households or only over those a file touched. `evidence`
// gives the rows behind a household's facts. Everything is SQL; the dates are literals made by `screeningDates`.

import type { ScreeningDates } from '../../domain/screening-dates.ts';
import type { FactContext, FactSource } from './fact-source.ts';
import { REGISTER_SOURCES } from './register-sources.ts';

/**
 * First day somebody is dead, by the register; built before the sources that ask for it. Rows of departments follow their
 * person into another household, so that whoever is in scope is found by the scope of the rows.
 */
export function deathsSelect(c: FactContext): string {
  return `select d.person_id, min(d.died_on) as died_on from feed_death_register d
    where d.person_id is not null and ${c.scope('d.household_id')} group by d.person_id`;
}

const notDead = (person: string, context: FactContext) =>
  `not exists (select from work_deaths d where d.person_id = ${person} and d.died_on <= date '${context.asOf}')`;

// Summed as float8, which is exact for whole numbers up to 2^53 fen and several times faster than bigint's way over numeric.
const medical: FactSource = {
  name: 'medical',
  datasets: ['medical-settlement'],
  key: 'household_id',
  facts: { medical_self_paid_fen: '0' },
  select: (
    c,
  ) => `select m.household_id, sum(m.self_paid_fen::float8)::bigint as medical_self_paid_fen from feed_medical_settlement m
    where m.counts and m.household_id is not null and m.settled_on > date '${c.yearAgo}' and m.settled_on <= date '${c.asOf}'
      and ${c.scope('m.household_id')} group by m.household_id`,
  evidence: (
    c,
  ) => `select m.household_id, 'medical-settlement' as dataset, m.batch_id, m.line, m.person_id from feed_medical_settlement m
    where m.counts and m.settled_on > date '${c.yearAgo}' and m.settled_on <= date '${c.asOf}' and ${c.scope('m.household_id')}`,
};

const missingPupils = (c: FactContext) => `
    select p.household_id, p.id as person_id, p.batch_id, p.line from persons p where p.valid_to is null
      and p.birth between ${c.schoolYear - 15}0901 and ${c.schoolYear - 6}0831 and ${c.scope('p.household_id', 'p.county_code')}
      and not exists (select from feed_school_enrolment e where e.person_id = p.id and e.school_year = ${c.schoolYear} and ${c.scope('e.household_id')})
      and ${notDead('p.id', c)}`;

const school: FactSource = {
  name: 'school',
  datasets: ['school-enrolment', 'death-register'],
  key: 'household_id',
  prepare: (c) => ({ missing_pupils: missingPupils(c) }),
  facts: { pupils_missing: '0' },
  select: () => 'select household_id, count(*)::int as pupils_missing from work_missing_pupils group by household_id',
  evidence: (c) =>
    `select m.household_id, 'members' as dataset, m.batch_id, m.line, m.person_id from work_missing_pupils m where ${c.scope('m.household_id')}`,
};

const newestInspection = (
  c: FactContext,
) => `select distinct on (i.household_id) i.household_id, i.grade, i.batch_id, i.line, i.person_id
    from feed_housing_inspection i where i.household_id is not null and i.inspected_on <= date '${c.asOf}' and ${c.scope('i.household_id')}
    order by i.household_id, i.inspected_on desc, i.grade desc`;

const housing: FactSource = {
  name: 'housing',
  datasets: ['housing-inspection'],
  key: 'household_id',
  facts: { housing_grade: 'null' },
  select: (c) => `select household_id, grade::int as housing_grade from (${newestInspection(c)}) n`,
  evidence: (c) =>
    `select household_id, 'housing-inspection' as dataset, batch_id, line, person_id from (${newestInspection(c)}) n`,
};

const severeCertificates = (c: FactContext) => `feed_disability_certificate d
    where d.household_id is not null and d.grade <= 2 and d.issued_on between date '${c.windowStart}' and date '${c.asOf}' and ${c.scope('d.household_id')}`;

const disability: FactSource = {
  name: 'disability',
  datasets: ['disability-certificate'],
  key: 'household_id',
  facts: { severe_certificates: '0' },
  select: (c) =>
    `select d.household_id, count(*)::int as severe_certificates from ${severeCertificates(c)} group by d.household_id`,
  evidence: (c) =>
    `select d.household_id, 'disability-certificate' as dataset, d.batch_id, d.line, d.person_id from ${severeCertificates(c)}`,
};

/** Newest change per person; on one day a loss goes before 在岗 (status 0). */
const newestChange = (
  c: FactContext,
) => `select distinct on (e.person_id) e.person_id, e.county_code, e.household_id, e.status, e.changed_on, e.batch_id, e.line
      from feed_employment_change e where e.person_id is not null and e.changed_on <= date '${c.asOf}' and ${c.scope('e.household_id')}
      order by e.person_id, e.changed_on desc, (e.status > 0) desc`;

/** In tables of their own, since a planner that takes them for a row or two would compare everyone with everyone. */
const jobless = (c: FactContext) => ({
  newest_change: newestChange(c),
  lost_job: `select * from work_newest_change n where n.status > 0 and n.changed_on >= date '${c.windowStart}' and ${notDead('n.person_id', c)}`,
  housemates: `
    select p.household_id, p.id as person_id, p.working from persons p
    where (p.county_code, p.household_id) in (select county_code, household_id from work_lost_job) and p.valid_to is null`,
  jobless: `
    select l.household_id, l.batch_id, l.line, l.person_id from work_lost_job l where not exists (
      select from work_housemates m left join work_newest_change n on n.person_id = m.person_id
      where m.household_id = l.household_id and m.person_id <> l.person_id
        and coalesce(n.status = 0, m.working) and ${notDead('m.person_id', c)})`,
});

const employment: FactSource = {
  name: 'employment',
  datasets: ['employment-change', 'death-register'],
  key: 'household_id',
  prepare: jobless,
  ways: { housemates: 'looked-up' },
  facts: { jobless_without_worker: '0' },
  select: () => 'select household_id, count(*)::int as jobless_without_worker from work_jobless group by household_id',
  evidence: (c) =>
    `select j.household_id, 'employment-change' as dataset, j.batch_id, j.line, j.person_id from work_jobless j where ${c.scope('j.household_id')}`,
};

const drawnAfterDeath = (c: FactContext) => `feed_dibao_roster r join work_deaths d on d.person_id = r.person_id
    where r.month = date '${c.month}' and d.died_on < date '${c.month}' and ${c.scope('r.household_id')}`;

const dibaoAfterDeath: FactSource = {
  name: 'dibao_after_death',
  datasets: ['dibao-roster', 'death-register'],
  key: 'household_id',
  facts: { dibao_after_death: '0' },
  select: (c) =>
    `select r.household_id, count(distinct r.person_id)::int as dibao_after_death from ${drawnAfterDeath(c)} group by r.household_id`,
  evidence: (c) =>
    `select r.household_id, 'dibao-roster' as dataset, r.batch_id, r.line, r.person_id from ${drawnAfterDeath(c)}`,
};

const uninsured = (c: FactContext) => ({
  focus_members: `
    select p.household_id, p.id as person_id, p.batch_id, p.line
    from persons p join households h on h.county_code = p.county_code and h.id = p.household_id
    where (h.kind = 'lifted' or (h.monitoring_category is not null and h.risk_cleared is not true)) and p.valid_to is null and ${c.scope('p.household_id', 'p.county_code')}`,
  uninsured: `
    select m.* from work_focus_members m
    where not exists (select from feed_medical_insurance i where i.person_id = m.person_id and i.year = ${c.year} and ${c.scope('i.household_id')})
      and ${notDead('m.person_id', c)}`,
});

const insurance: FactSource = {
  name: 'insurance',
  datasets: ['medical-insurance', 'death-register'],
  key: 'household_id',
  prepare: uninsured,
  ways: { uninsured: 'merged' },
  facts: { uninsured_members: '0' },
  select: () => 'select household_id, count(*)::int as uninsured_members from work_uninsured group by household_id',
  evidence: (c) =>
    `select u.household_id, 'members' as dataset, u.batch_id, u.line, u.person_id from work_uninsured u where ${c.scope('u.household_id')}`,
};

const dibao: FactSource = {
  name: 'dibao',
  datasets: ['dibao-roster'],
  key: 'household_id',
  facts: { dibao_before: '0', dibao_now: '0' },
  select: (c) => `select r.household_id,
      count(distinct r.person_id) filter (where r.month = date '${c.previousMonth}')::int as dibao_before,
      count(distinct r.person_id) filter (where r.month = date '${c.month}')::int as dibao_now
    from feed_dibao_roster r where r.household_id is not null and r.month in (date '${c.previousMonth}', date '${c.month}') and ${c.scope('r.household_id')}
    group by r.household_id`,
  evidence: (
    c,
  ) => `select r.household_id, 'dibao-roster' as dataset, r.batch_id, r.line, r.person_id from feed_dibao_roster r
    where r.month = date '${c.previousMonth}' and ${c.scope('r.household_id')}`,
};

/** Rows that name a village which was merged or recoded since speak of the village of today. */
const ofToday = (feed: string) =>
  `(select f.*, coalesce(s.successor_code, f.village_code) as today_code from ${feed} f left join regions s on s.code = f.village_code)`;

const outages = (c: FactContext) => `${ofToday('feed_water_outage')} o
    where o.started_on <= date '${c.asOf}' and coalesce(o.ended_on, date '${c.asOf}') >= date '${c.windowStart}' and ${c.villageScope('o.today_code')}`;

const water: FactSource = {
  name: 'water',
  datasets: ['water-outage'],
  key: 'village_code',
  facts: { water_outage_days: '0' },
  select: (c) => `select village_code, count(distinct day)::int as water_outage_days from (
      select o.today_code as village_code, generate_series(greatest(o.started_on, date '${c.windowStart}'), least(coalesce(o.ended_on, date '${c.asOf}'), date '${c.asOf}'), interval '1 day') as day
      from ${outages(c)}) d group by village_code`,
  evidence: (c) =>
    `select o.today_code as village_code, 'water-outage' as dataset, o.batch_id, o.line, null::bigint as person_id from ${outages(c)}`,
};

const disasters = (c: FactContext) => `${ofToday('feed_disaster_report')} r
    where r.occurred_on between date '${c.windowStart}' and date '${c.asOf}' and ${c.villageScope('r.today_code')}`;

const disaster: FactSource = {
  name: 'disaster',
  datasets: ['disaster-report'],
  key: 'village_code',
  facts: { disaster_severity: 'null' },
  select: (c) =>
    `select r.today_code as village_code, max(r.severity)::int as disaster_severity from ${disasters(c)} group by r.today_code`,
  evidence: (c) =>
    `select r.today_code as village_code, 'disaster-report' as dataset, r.batch_id, r.line, null::bigint as person_id from ${disasters(c)}`,
};

export const FACT_SOURCES: readonly FactSource[] = [
  medical,
  school,
  housing,
  disability,
  employment,
  dibaoAfterDeath,
  insurance,
  dibao,
  water,
  disaster,
  ...REGISTER_SOURCES,
];

/** Whether a roster that a rule needs has been loaded, as SQL. */
export function rosterReady(need: string, context: ScreeningDates): string {
  const month = (day: string) => `exists (select from feed_dibao_roster where month = date '${day}')`;
  switch (need) {
    case 'school-roster':
      return `exists (select from feed_school_enrolment where school_year = ${context.schoolYear})`;
    case 'insurance-roster':
      return `exists (select from feed_medical_insurance where year = ${context.year})`;
    default:
      return `${month(context.month)} and ${month(context.previousMonth)}`;
  }
}
