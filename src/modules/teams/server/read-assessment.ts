// The four dimensions of every member of an area in a year, and the grades that follow for a whole county.

import { sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import { areaAsked, getRegion, isAtMost, ownRegion, rangeAsked } from '../../regions/server/index.ts';
import {
  daysScore,
  deductionOf,
  economyScore,
  gradesOf,
  resultsScore,
  totalScore,
  villagersScore,
} from '../domain/assessment.ts';
import { teamGradeRegister } from '../domain/registers/team-grade-register.ts';
import { type CautionKind, DIMENSIONS, type Dimension, type Grade, type Mark } from '../domain/words.ts';
import { readTasks } from './evidence.ts';
import { type Loaded, loadMembers, workingDays } from './members.ts';
import { daysOfYear, yearLine } from './read-team.ts';
import { teamSettings } from './settings.ts';

const MOST_ASSESSED = 5000;
const grades = teamGradeRegister as unknown as RegisterDefinition;
const countyOf = (village: number) => Math.floor(village / 1e6);

type Economy = { villageCode: number; earlier: number | null; now: number | null };
type MarkRow = { cadreNumber: string; mark: Mark; slips: number };
type Settled = { cadreNumber: string; grade: Grade; isDecided: boolean };

/** What is known beside the days, by village or member. */
async function readGround(tx: Tx, { low, high }: RegionRange, year: number) {
  const economy = await tx.rows(sql<Economy>`
    select t.village_code, max(t.operating_income_fen) filter (where t.year = ${year - 1}) as earlier,
      max(t.operating_income_fen) filter (where t.year = ${year}) as now
    from collective_economy t where not t.voided and t.place_code between ${low} and ${high} and t.year in (${year - 1}, ${year}) group by 1 limit 20000`);
  const marks = await tx.rows(sql<MarkRow>`
    select m.cadre_number, m.mark, sum(m.slips)::int as slips from team_marks m join team_ballots t on t.number = m.ballot_number
    where not t.voided and t.year = ${year} and m.village_code between ${low} and ${high} group by 1, 2 limit 50000`);
  const cautions = await tx.rows(sql<{ cadreNumber: string; kind: CautionKind }>`
    select t.cadre_number, t.caution_kind as kind from team_cautions t where not t.voided and extract(year from t.decided_on) = ${year}
      and t.place_code between ${low} and ${high} order by t.id limit 20000`);
  const settled = await tx.rows(sql<Settled>`
    select t.cadre_number, t.grade, t.decided_on is not null as is_decided from team_grades t where not t.voided and t.year = ${year}
      and t.place_code between ${low} and ${high} order by t.id limit 20000`);
  return {
    economy: new Map(economy.map((row) => [row.villageCode, row])),
    marks: Map.groupBy(marks, ({ cadreNumber }) => cadreNumber),
    cautions: Map.groupBy(cautions, ({ cadreNumber }) => cadreNumber),
    settled: new Map(settled.map((row) => [row.cadreNumber, row])),
  };
}

/** Whoever was in two villages is assessed where he is, or was last. */
function lastOf(members: readonly Loaded[]): Loaded[] {
  const found = new Map<string, Loaded>();
  for (const member of members) {
    const other = found.get(member.cadreNumber);
    if (!other || other.appointedOn < member.appointedOn) found.set(member.cadreNumber, member);
  }
  return [...found.values()];
}

/** Throws `regions.not-found`, `teams.area-too-large`. */
export async function readAssessment(
  tx: Tx,
  { area, year }: { area?: number | undefined; year: number },
  today: PlainDate,
) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, area);
  const asOf = year < yearOf(today) ? `${year}-12-31` : formatDate(today);
  const members = lastOf(await loadMembers(tx, range, { from: `${year}-01-01`, through: asOf }));
  if (members.length > MOST_ASSESSED) throw new Problem('teams.area-too-large');
  const ground = await readGround(tx, range, year);
  const tasks = await readTasks(tx, range, year, asOf);
  const of = await teamSettings.inForce(tx, asOf);
  const isWorking = await workingDays(tx, year * 10_000 + 101);
  const [days, length] = [daysOfYear(asOf), daysOfYear(`${year}-12-31`).length];
  const lines = members.map((member) => {
    const { cadreNumber, villageCode } = member;
    const settings = of(villageCode);
    const line = yearLine(member, days, isWorking, {
      today: formatDate(today),
      required: settings('year.days'),
      length,
    });
    const income = ground.economy.get(villageCode);
    const marks = Object.fromEntries((ground.marks.get(cadreNumber) ?? []).map(({ mark, slips }) => [mark, slips]));
    const own = tasks(villageCode);
    const found: Partial<Record<Dimension, number | undefined>> = {
      days: daysScore(line.inPost, line.required),
      economy: economyScore(income?.earlier ?? undefined, income?.now ?? undefined, settings),
      villagers: villagersScore(marks, settings('ballot.least')),
      results: resultsScore(own.filter(({ state }) => state === 'done').length, own.length),
    };
    const scores = Object.fromEntries(Object.entries(found).filter(([, score]) => score !== undefined)) as Partial<
      Record<Dimension, number>
    >;
    const deducted = deductionOf(
      (ground.cautions.get(cadreNumber) ?? []).map(({ kind }) => kind),
      settings,
    );
    const { name, villageName, post } = member;
    const base = {
      cadreNumber,
      name,
      villageCode,
      villageName,
      post,
      scores,
      deducted,
      absentDays: line.counts.absent,
    };
    return { ...base, score: totalScore(scores, deducted, settings) };
  });
  // The share of excellent ones is the county's: who sees a part of it is shown no grades that would be others over the whole.
  const isWhole = !isAtMost(await areaAsked(tx, area), 'township');
  const found = new Map(
    isWhole
      ? [...Map.groupBy(lines, ({ villageCode }) => countyOf(villageCode))].flatMap(([county, own]) => {
          const ranked = own.flatMap(({ cadreNumber, score, absentDays }) =>
            score === undefined ? [] : [{ key: cadreNumber, score, absent: absentDays }],
          );
          return [...gradesOf(ranked, ranked.length, of(county * 1e6))];
        })
      : [],
  );
  const settings = of(region.code);
  return {
    area: { code: region.code, name: region.name, level: region.level },
    ...{ year, asOf },
    weights: Object.fromEntries(
      (Object.keys(DIMENSIONS) as Dimension[]).map((key) => [key, settings(`weight.${key}`)]),
    ) as Record<Dimension, number>,
    share: settings('excellent.share'),
    lines: lines
      .map(({ score, ...line }) => {
        const grade = found.get(line.cadreNumber);
        const settled = ground.settled.get(line.cadreNumber);
        return {
          ...line,
          ...(score === undefined ? {} : { score }),
          ...(grade ? { grade } : {}),
          ...(settled ? { settled: settled.grade, isDecided: settled.isDecided } : {}),
        };
      })
      .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.cadreNumber.localeCompare(b.cadreNumber)),
  };
}
export type Assessment = Awaited<ReturnType<typeof readAssessment>>;

/** Grades of a county as rows of the register, with the scores they rest on; those decided stay. Throws `teams.nothing-to-grade`. */
export async function proposeGrades(
  tx: Tx,
  tools: RecordTools,
  { area, year }: { area: number; year: number },
  today: PlainDate,
): Promise<Outcome<{ proposed: number; incomplete: number }>> {
  const { code } = await ownRegion(tx, area);
  const { lines } = await readAssessment(tx, { area: code, year }, today);
  const open = lines.filter(({ isDecided }) => isDecided !== true);
  const rows = open.flatMap(({ cadreNumber, villageCode, scores, score, deducted, absentDays, grade }) =>
    score === undefined || grade === undefined
      ? []
      : [
          {
            ...{ cadreNumber, villageCode, year, score, absentDays, grade, deducted },
            ...{
              daysScore: scores.days ?? null,
              economyScore: scores.economy ?? null,
              villagersScore: scores.villagers ?? null,
              resultsScore: scores.results ?? null,
            },
          },
        ],
  );
  if (rows.length === 0) throw new Problem('teams.nothing-to-grade');
  const judged = await judgeTyped(tx, tools, grades, rows);
  const bad = judged.find(({ refusals }) => refusals.length > 0);
  if (bad) throw new Problem('registers.refused', { reasons: typedReasons(grades, bad) });
  await saveTyped(tx, grades);
  return {
    result: { proposed: rows.length, incomplete: open.length - rows.length },
    audit: {
      ...{
        operation: 'teams.propose-grades',
        subjectKind: teamGradeRegister.record,
        subjectId: `${code} ${year}`,
        regionCode: code,
      },
      after: { year, proposed: rows.length },
    },
  };
}
