// The twelve rules (contract §5). Table `hits` gets one row for each household and rule.

import type { LoadedFeed } from './load.ts';
import { feedNumbers, matched } from './match.ts';
import type { Session } from './session.ts';

type Days = { asOf: string; from: string; month: string; before: string; year: number; schoolYear: number };

function daysOf(asOf: string): Days {
  const year = Number(asOf.slice(0, 4));
  const day = `DATE '${asOf}'`;
  const month = `date_trunc('month', ${day})::DATE`;
  return {
    asOf: day,
    from: `(${day} - 89)`,
    month,
    before: `(${month} - INTERVAL 1 MONTH)::DATE`,
    year,
    schoolYear: asOf.slice(5) >= '09-01' ? year : year - 1,
  };
}

const WITH_PARAMETERS = 'JOIN parameters v ON v.county = h.village // 1000000';

async function hit(session: Session, rule: string, households: string): Promise<void> {
  await session.run(`INSERT INTO hits SELECT DISTINCT household, '${rule}' FROM (${households})`);
}

async function isLoaded(
  session: Session,
  feeds: readonly LoadedFeed[],
  dataset: string,
  where: string,
): Promise<boolean> {
  for (const feed of feeds.filter((f) => f.dataset === dataset))
    if (await session.value(`SELECT EXISTS (FROM ${feed.table} WHERE fault IS NULL AND ${where})`)) return true;
  return false;
}

/** R06, R11, R12 look at the same few households: those whose income per head is low. */
async function incomeRules(session: Session, feeds: readonly LoadedFeed[], days: Days): Promise<void> {
  await session.run(`CREATE TABLE low AS SELECT h.*, n.heads, v.* FROM households h ${WITH_PARAMETERS}
    JOIN (SELECT household, count(*) AS heads FROM people GROUP BY household) n ON n.household = h.household
    WHERE h.net * 10000 < greatest(10000, v.exit_factor, v.drop_factor) * v.line * n.heads`);
  const under = (factor: string) => `net * 10000 < ${factor} * line * heads`;
  await hit(session, 'R06', `SELECT household FROM low WHERE ${under('10000')}`);
  await hit(
    session,
    'R12',
    `SELECT household FROM low WHERE last_year > 0 AND net * 10000 < drop_ratio * last_year AND ${under('drop_factor')}`,
  );
  const both =
    (await isLoaded(session, feeds, 'dibao-roster', `day = ${days.month}`)) &&
    (await isLoaded(session, feeds, 'dibao-roster', `day = ${days.before}`));
  if (!both) return;
  const on = (month: string) => matched(feeds, 'dibao-roster', 'household', `day = ${month}`);
  await hit(
    session,
    'R11',
    `SELECT household FROM low SEMI JOIN ${on(days.before)} b USING (household) ANTI JOIN ${on(days.month)} n USING (household) WHERE ${under('exit_factor')}`,
  );
}

/**
 * R01. The positive amounts alone bound a household's sum from above, so only households over the limit by that bound
 * have their serial numbers made unique.
 */
async function medicalRule(session: Session, feeds: readonly LoadedFeed[], days: Days): Promise<void> {
  const files = feeds.map((feed, i) => ({ ...feed, i })).filter((feed) => feed.dataset === 'medical-settlement');
  if (files.length === 0) return;
  const period = `day > ${days.asOf} - INTERVAL 12 MONTH AND day <= ${days.asOf}`;
  const rows = matched(feeds, 'medical-settlement', 'feed, row, household, amount', period);
  const over =
    'paid > CASE WHEN focus THEN paid_focus ELSE paid_general END AND (net <= 0 OR paid * 10000 > paid_share * net)';
  await session.run(`CREATE TABLE maybe_sick AS SELECT household FROM (
      SELECT household, sum(amount) FILTER (amount > 0) AS paid FROM ${rows} GROUP BY household
      HAVING paid > (SELECT min(least(paid_focus, paid_general)) FROM parameters)) s
    JOIN households h USING (household) ${WITH_PARAMETERS} WHERE ${over}`);
  const serials = (where: string) =>
    files.map((f) => `SELECT ${f.i} AS feed, rowid AS row, serial FROM ${f.table} ${where}`).join(' UNION ALL ');
  await session.run(`CREATE TABLE settlements AS SELECT m.feed, m.row, m.household, m.amount, s.serial
    FROM (FROM ${rows} SEMI JOIN maybe_sick USING (household)) m JOIN (${serials('')}) s ON s.feed = m.feed AND s.row = m.row`);
  await session.run(`CREATE TABLE first_rows AS SELECT serial, min(feed::BIGINT * 4294967296 + row) AS place
    FROM (${serials('WHERE fault IS NULL')}) SEMI JOIN settlements USING (serial) GROUP BY serial`);
  await hit(
    session,
    'R01',
    `SELECT household FROM (SELECT household, sum(amount) AS paid FROM settlements s JOIN first_rows f
       ON f.serial = s.serial AND f.place = s.feed::BIGINT * 4294967296 + s.row GROUP BY household)
     JOIN households h USING (household) ${WITH_PARAMETERS} WHERE ${over}`,
  );
}

/** R02, R08, R09: who is, or is not, on a roster. */
async function rosterRules(session: Session, feeds: readonly LoadedFeed[], days: Days): Promise<void> {
  const alive = `NOT EXISTS (FROM deaths d WHERE d.person = p.person AND d.day <= ${days.asOf})`;
  const listed = (dataset: string, where: string) =>
    `EXISTS (FROM ${matched(feeds, dataset, 'person', where)} r WHERE r.person = p.person)`;
  if (await isLoaded(session, feeds, 'school-enrolment', `amount = ${days.schoolYear}`)) {
    const ages = `key_birth(key) BETWEEN ${days.schoolYear - 15}0901 AND ${days.schoolYear - 6}0831`;
    const enrolled = listed('school-enrolment', `amount = ${days.schoolYear}`);
    await hit(session, 'R02', `SELECT household FROM (FROM people WHERE ${ages}) p WHERE NOT ${enrolled} AND ${alive}`);
  }
  if (await isLoaded(session, feeds, 'medical-insurance', `amount = ${days.year}`)) {
    const members = '(FROM people SEMI JOIN (FROM households WHERE focus) USING (household))';
    const insured = listed('medical-insurance', `amount = ${days.year}`);
    await hit(session, 'R09', `SELECT household FROM ${members} p WHERE NOT ${insured} AND ${alive}`);
  }
  const drawing = matched(feeds, 'dibao-roster', 'person, household', `day = ${days.month}`);
  await hit(
    session,
    'R08',
    `SELECT household FROM ${drawing} r JOIN deaths d USING (person) WHERE d.day < ${days.month}`,
  );
}

/** R04 and R10: what happened to the village. */
async function villageRules(session: Session, days: Days): Promise<void> {
  const window = `greatest(day, ${days.from}), least(coalesce(last_day, ${days.asOf}), ${days.asOf})`;
  await hit(
    session,
    'R04',
    `SELECT household FROM (SELECT village, count(DISTINCT dry) AS days FROM (
         SELECT village, unnest(generate_series(${window}, INTERVAL 1 DAY)) AS dry FROM water_outage WHERE fault IS NULL) GROUP BY village) o
     JOIN households h USING (village) ${WITH_PARAMETERS} WHERE h.focus AND o.days > v.outage_days`,
  );
  await hit(
    session,
    'R10',
    `SELECT household FROM (SELECT village, max(amount) AS worst FROM disaster_report
         WHERE fault IS NULL AND day BETWEEN ${days.from} AND ${days.asOf} GROUP BY village) o
     JOIN households h USING (village) ${WITH_PARAMETERS} WHERE o.worst >= v.severity AND 2 * h.business > h.gross`,
  );
}

/** R03, R05, R07: the newest of each house and person. */
async function eventRules(session: Session, feeds: readonly LoadedFeed[], days: Days): Promise<void> {
  const inspections = matched(feeds, 'housing-inspection', 'household, day, amount', `day <= ${days.asOf}`);
  await hit(
    session,
    'R03',
    `SELECT household FROM (SELECT household, max({d: day, g: amount}) AS newest FROM ${inspections} GROUP BY household) WHERE newest.g >= 3`,
  );
  const severe = `amount <= 2 AND day BETWEEN ${days.from} AND ${days.asOf}`;
  await hit(session, 'R05', `SELECT household FROM ${matched(feeds, 'disability-certificate', 'household', severe)}`);
  const changes = matched(feeds, 'employment-change', 'person, household, day, amount', `day <= ${days.asOf}`);
  const alive = (alias: string) =>
    `NOT EXISTS (FROM deaths d WHERE d.person = ${alias}.person AND d.day <= ${days.asOf})`;
  await session.run(`CREATE TABLE work AS SELECT person, any_value(household) AS household, max({d: day, lost: amount}) AS newest
    FROM ${changes} GROUP BY person`);
  await session.run(
    `CREATE TABLE lost AS SELECT person, household FROM work w WHERE newest.lost = 1 AND newest.d >= ${days.from} AND ${alive('w')}`,
  );
  await session.run(`CREATE TABLE working AS SELECT p.person, p.household FROM (FROM people SEMI JOIN lost USING (household)) p
    LEFT JOIN work w ON w.person = p.person WHERE coalesce(w.newest.lost = 0, p.works) AND ${alive('p')}`);
  await hit(
    session,
    'R07',
    'SELECT household FROM lost l WHERE NOT EXISTS (FROM working w WHERE w.household = l.household AND w.person <> l.person)',
  );
}

export async function runRules(session: Session, feeds: readonly LoadedFeed[], asOf: string): Promise<void> {
  const days = daysOf(asOf);
  await session.run('CREATE TABLE hits(household BIGINT, rule VARCHAR)');
  const deaths = matched(feeds, 'death-register', 'person, day');
  await session.run(`CREATE TABLE deaths AS SELECT person, min(day) AS day FROM ${deaths} GROUP BY person`);
  await incomeRules(session, feeds, days);
  await medicalRule(session, feeds, days);
  await rosterRules(session, feeds, days);
  await villageRules(session, days);
  await eventRules(session, feeds, days);
}

/** How many rows each dataset matched by each method. */
export async function countMethods(session: Session, feeds: readonly LoadedFeed[]) {
  const counts: Record<string, Record<string, number>> = {};
  for (const dataset of new Set(feeds.map((feed) => feed.dataset))) {
    const numbers = feedNumbers(feeds, dataset);
    const rows = await session.rows(
      `SELECT 'id' AS method, count(*) AS n FROM found WHERE person IS NOT NULL AND feed IN (${numbers})
       UNION ALL SELECT method, count(*) FROM settled WHERE feed IN (${numbers}) GROUP BY method`,
    );
    const methods: Record<string, number> = {};
    for (const row of rows) methods[String(row.method)] = (methods[String(row.method)] ?? 0) + Number(row.n);
    counts[dataset] = methods;
  }
  return counts;
}
