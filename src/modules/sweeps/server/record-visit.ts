// A visit to a household of a round. What it finds goes its way in the same transaction: a risk becomes a clue whose clock begins on the day of the visit, a doubt becomes
// a data issue, doubts of before are explained.

import { sql } from 'kysely';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, seal } from '../../../platform/server/keys.ts';
import type { KeptPhoto } from '../../../platform/server/photos.ts';
import { RISK_NAMES } from '../../cases/domain/words.ts';
import { addClue } from '../../clues/server/index.ts';
import { explainIssue } from '../../households/server/index.ts';
import { type Question, troubles } from '../domain/survey.ts';
import type { SeenGiven } from '../domain/visit-contract.ts';
import { isDone, isLate, refuseVisit } from '../domain/visit-rules.ts';
import type { SweepList } from '../domain/words.ts';
import { type Round, runningRound } from './read-rounds.ts';
import { questionsFor } from './settings.ts';
import { countVillages, holdVillages } from './village-counts.ts';
import { doubtVisit } from './visit-doubts.ts';
import '../domain/problems.ts';

type Household = { countyCode: number; id: number };
export type NewVisit = Omit<SeenGiven, 'photos'> & {
  number: string;
  household: Household;
  photos: readonly string[];
  explanations: readonly { issueId: number; explanation: string }[];
};
/** `take` takes the photos once it is clear that the visit is kept; `now` is the moment of the clock. */
export type VisitTools = { keys: Keys; today: PlainDate; now: Date; take: () => Promise<KeptPhoto[]> };

type Item = { villageCode: number; lists: SweepList[]; rechecked: boolean };

async function findItem(tx: Tx, sweepId: number, { countyCode, id }: Household): Promise<Item> {
  const item = await tx.first(sql<Item>`
    select i.village_code, i.lists, exists (select from sweep_rechecks c where c.county_code = i.county_code and c.sweep_id = i.sweep_id
      and c.household_id = i.household_id and c.redone_at is null and c.checked_on is not null) as rechecked
    from sweep_items i where i.county_code = ${countyCode} and i.sweep_id = ${sweepId} and i.household_id = ${id} and i.left_on is null`);
  if (!item) throw new Problem('sweeps.not-listed');
  return item;
}

/** The visit before, which this one corrects: its clue stays the one of this household. */
async function replaceEarlier(tx: Tx, sweepId: number, { countyCode, id }: Household): Promise<number | undefined> {
  const earlier = await tx.first(sql<{ clueId: number | null }>`
    update sweep_visits set replaced_at = now() where county_code = ${countyCode} and sweep_id = ${sweepId} and household_id = ${id}
      and replaced_at is null returning clue_id`);
  return earlier?.clueId ?? undefined;
}

/** What the clue says: what was found, also where it was put right on the spot. */
function clueText(round: Round, { answers, risks, note, solved }: NewVisit, questions: readonly Question[]): string {
  const found = [...risks.map((risk) => RISK_NAMES[risk]), ...troubles(questions, answers)];
  return [
    `${round.name}入户核查发现：${found.join('、')}`,
    ...(note ? [note] : []),
    ...(solved ? ['现场已解决'] : []),
  ].join('；');
}

type Placed = Item & {
  round: Round;
  visitedOn: string;
  late: boolean;
  clueId: number | undefined;
  photos: KeptPhoto[];
};

async function keepVisit(tx: Tx, { keys, now }: VisitTools, visit: NewVisit, placed: Placed): Promise<number> {
  const { household, visitedOn, mode, result, secondVisitor, answers, risks, note, solved, signed, filledAt } = visit;
  const { villageCode, late, clueId, photos, round } = placed;
  const { longitude, latitude } = visit;
  const sealed = seal(keys, JSON.stringify({ risks, note, solved, longitude, latitude }));
  const made = await tx.first(sql<{ id: number }>`
    insert into sweep_visits (county_code, sweep_id, household_id, village_code, visited_on, visit_mode, visit_result, visitor_1, visitor_1_name,
      visitor_2_name, answers, sealed, photos, signed, late, clue_id, filled_at)
    values (${household.countyCode}, ${round.id}, ${household.id}, ${villageCode}, ${visitedOn}::date, ${mode}, ${result}, ${tx.actor.accountId}, ${tx.actor.name},
      ${secondVisitor}, ${JSON.stringify(answers)}::jsonb, ${sealed}, ${JSON.stringify(photos)}::jsonb, ${signed}, ${late}, ${clueId ?? null},
      ${filledAt ?? now.toISOString()}::timestamptz)
    returning id`);
  await tx.run(sql`update sweep_items set visited_on = ${visitedOn}::date, visit_mode = ${mode}, visit_result = ${result}, late = ${late},
      visitors = ${`${tx.actor.name}、${secondVisitor}`}
    where county_code = ${household.countyCode} and sweep_id = ${round.id} and household_id = ${household.id}`);
  return made?.id ?? 0;
}

/** Doubts of before that the household explains at the door: each closed like one that is closed on its own page. */
async function explain(tx: Tx, countyCode: number, explanations: NewVisit['explanations']): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { issueId, explanation } of explanations) {
    const { audit } = await explainIssue(tx, { countyCode, id: issueId, explanation });
    entries.push(...[audit].flat());
  }
  return entries;
}

type Told = { late: boolean; clueId?: number; doubts: number };

/** Throws what `refuseVisit` says, `sweeps.not-running`, `sweeps.not-listed`, `sweeps.visit-rechecked`. */
export async function recordVisit(tx: Tx, tools: VisitTools, visit: NewVisit): Promise<Outcome<Told>> {
  const { keys, today, take } = tools;
  const { household, visitedOn, result, mode } = visit;
  const round = await runningRound(tx, visit.number);
  const item = await findItem(tx, round.id, household);
  if (item.rechecked) throw new Problem('sweeps.visit-rechecked');
  const questions = await questionsFor(tx, household.countyCode, round.issuedOn);
  const visitor = tx.actor.name;
  const asked = { ...round, today: formatDate(today), questions, lists: item.lists, visitor };
  const refusal = refuseVisit({ ...visit, photos: visit.photos.length }, asked);
  if (refusal) throw new Problem(refusal.code, refusal.details);
  const village = { low: item.villageCode, high: item.villageCode };
  await holdVillages(tx, round.id, village);
  const photos = await take();
  const audit: AuditEntry[] = [];
  let clueId = await replaceEarlier(tx, round.id, household);
  if (result === 'clue' && clueId === undefined) {
    const given = { countyCode: household.countyCode, householdId: household.id, channel: 'visit' as const };
    const text = clueText(round, visit, questions);
    const clue = await addClue(tx, keys, { ...given, receivedOn: parseDate(visitedOn), text }, today);
    audit.push(...[clue.audit].flat());
    clueId = clue.result.id;
  }
  const late = isLate(visitedOn, round);
  const visitId = await keepVisit(tx, tools, visit, { ...item, round, visitedOn, late, clueId, photos });
  const doubts = isDone(result)
    ? await doubtVisit(tx, { ...household, villageCode: item.villageCode, visitId, photos, result, mode })
    : 0;
  audit.push(...(await explain(tx, household.countyCode, visit.explanations)));
  await countVillages(tx, round.id, village);
  audit.unshift({
    ...{
      operation: 'sweeps.visit',
      subjectKind: 'household',
      subjectId: String(household.id),
      regionCode: item.villageCode,
      householdId: household.id,
    },
    after: { round: round.number, visitedOn, mode, result, late, photos: photos.length },
  });
  return { result: { late, doubts, ...(clueId === undefined ? {} : { clueId }) }, audit };
}
