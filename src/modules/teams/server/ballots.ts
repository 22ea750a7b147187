// Ballots by anonymous slips. The code on a slip is made of the ballot and the slip's place by a secret of the program, so that paper can
// be printed again and no list of codes is kept; what comes in is kept as counts alone, beside the marks that a code was used.

import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { OfficialDocument } from '../../../kernel/papers/model.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, keyedHash } from '../../../platform/server/keys.ts';
import { namesOf } from '../../regions/server/index.ts';
import '../domain/problems.ts';
import { MARKS, type Mark, POSTS } from '../domain/words.ts';
import { type Loaded, loadMembers } from './members.ts';
import { teamSettings } from './settings.ts';

/** Without letters and figures that are taken for each other. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 8;
const MOST_SLIPS = 2000;

/** The code of the slip at a place of a ballot. */
export function slipCode(keys: Keys, ballot: string, at: number): string {
  const digest = createHmac('sha256', keys.index).update(`team-slip\0${ballot}\0${at}`).digest();
  return Array.from(digest.subarray(0, CODE_LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}

type Ballot = {
  number: string;
  villageCode: number;
  year: number;
  slips: number;
  state: 'planned' | 'open' | 'closed';
  openedOn: string | null;
};

/** Throws `teams.ballot-not-found`. */
async function findBallot(tx: Tx, number: string, lock = false): Promise<Ballot> {
  const row = await tx.first(sql<Ballot>`
    select t.number, t.village_code, t.year, t.slips, t.opened_on::text as opened_on,
      case when t.closed_on is not null then 'closed' when t.opened_on is not null then 'open' else 'planned' end as state
    from team_ballots t where t.number = ${number} and not t.voided ${lock ? sql`for update` : sql``}`);
  if (!row) throw new Problem('teams.ballot-not-found');
  return row;
}

/** Whom the slips of a ballot are about: the team on the day it was opened, or of today. */
async function teamOf(tx: Tx, { villageCode, openedOn }: Ballot, today: PlainDate): Promise<Loaded[]> {
  const day = openedOn ?? formatDate(today);
  return loadMembers(tx, { low: villageCode, high: villageCode }, { from: day, through: day });
}

async function usedSlips(tx: Tx, { number, villageCode }: Ballot): Promise<number> {
  const row = await tx.first(
    sql<{
      n: number;
    }>`select count(*)::int as n from team_slips where ballot_number = ${number} and village_code = ${villageCode}`,
  );
  return row?.n ?? 0;
}

/** Marks are told once there are as many slips as hide who wrote which. */
export async function readBallot(tx: Tx, number: string, today: PlainDate) {
  const ballot = await findBallot(tx, number);
  const { villageCode, year, state, slips } = ballot;
  const team = await teamOf(tx, ballot, today);
  const used = await usedSlips(tx, ballot);
  const least = (await teamSettings.inForce(tx, formatDate(today)))(villageCode)('ballot.least');
  const rows = await tx.rows(sql<{
    cadreNumber: string;
    mark: Mark;
    slips: number;
  }>`select cadre_number, mark, slips from team_marks
    where ballot_number = ${number} and village_code = ${villageCode} limit 200`);
  const marks = Map.groupBy(rows, ({ cadreNumber }) => cadreNumber);
  const names = await namesOf(tx, [villageCode]);
  return {
    ...{ number, villageCode, villageName: names.get(villageCode) ?? '', year, state, slips, used, least },
    members: team.map(({ cadreNumber, name, post }) => ({
      ...{ cadreNumber, name, post },
      ...(used >= least
        ? {
            marks: Object.fromEntries((marks.get(cadreNumber) ?? []).map((row) => [row.mark, row.slips])) as Partial<
              Record<Mark, number>
            >,
          }
        : {}),
    })),
  };
}

type Cast = { number: string; code: string; marks: readonly { cadreNumber: string; mark: Mark }[] };

/**
 * One slip of the box, once. The audit says that a slip of the ballot was entered, and neither its code nor its marks. Throws
 * `teams.ballot-not-open`, `teams.not-of-team`, `teams.bad-slip`, `teams.slip-used`.
 */
export async function castSlip(
  tx: Tx,
  keys: Keys,
  { number, code, marks }: Cast,
  today: PlainDate,
): Promise<Outcome<{ used: number }>> {
  // Locked: two that are entered at once are added to the same counts.
  const ballot = await findBallot(tx, number, true);
  if (ballot.state !== 'open') throw new Problem('teams.ballot-not-open');
  const { villageCode } = ballot;
  const team = new Set((await teamOf(tx, ballot, today)).map(({ cadreNumber }) => cadreNumber));
  const named = new Set(marks.map(({ cadreNumber }) => cadreNumber));
  if (named.size !== marks.length || [...named].some((each) => !team.has(each))) throw new Problem('teams.not-of-team');
  const written = code.toUpperCase().replace(/[\s-]/g, '');
  const codes = Array.from({ length: Math.min(ballot.slips, MOST_SLIPS) }, (_, at) => slipCode(keys, number, at));
  if (!codes.includes(written)) throw new Problem('teams.bad-slip');
  const countyCode = Math.floor(villageCode / 1e6);
  const slip = keyedHash(keys, 'team-slip', `${number} ${written}`);
  const isNew = await tx.run(sql`insert into team_slips (county_code, ballot_number, village_code, slip)
    values (${countyCode}, ${number}, ${villageCode}, ${slip}) on conflict do nothing`);
  if (isNew === 0) throw new Problem('teams.slip-used');
  await tx.run(sql`insert into team_marks (county_code, ballot_number, village_code, cadre_number, mark, slips)
    select ${countyCode}::int, ${number}, ${villageCode}::bigint, m.cadre, m.mark, 1
    from unnest(${marks.map(({ cadreNumber }) => cadreNumber)}::text[], ${marks.map(({ mark }) => mark)}::text[]) m (cadre, mark)
    on conflict (county_code, ballot_number, cadre_number, mark) do update set slips = team_marks.slips + 1`);
  const used = await usedSlips(tx, ballot);
  const subject = { subjectKind: 'team-ballot', subjectId: number, regionCode: villageCode };
  return { result: { used }, audit: { operation: 'teams.cast-slip', ...subject } };
}

/** All slips of a ballot to be cut apart: code and marks, no name of whoever fills it in, no number in order. */
export async function slipsPaper(
  tx: Tx,
  keys: Keys,
  number: string,
  today: PlainDate,
): Promise<{ document: OfficialDocument; village: number; slips: number }> {
  const ballot = await findBallot(tx, number);
  const { villageCode, year, slips } = ballot;
  const team = await teamOf(tx, ballot, today);
  const name = (await namesOf(tx, [villageCode])).get(villageCode) ?? '';
  const boxes = Object.values(MARKS)
    .map((word) => `□${word}`)
    .join('　');
  // In the order of their codes, which says nothing of the order they are handed out in.
  const codes = Array.from({ length: Math.min(slips, MOST_SLIPS) }, (_, at) => slipCode(keys, number, at)).sort();
  const document: OfficialDocument = {
    title: `${name} ${year} 年驻村工作队群众测评票`,
    blocks: codes.flatMap((code) => [
      { kind: 'heading', text: `票码 ${code.slice(0, 4)} ${code.slice(4)}` },
      { kind: 'paragraph', as: 'note', text: '不写姓名。每人选一项打√，填好后投入票箱；一张票只计一次。' },
      {
        kind: 'table',
        columns: [
          { title: '姓名', share: 14 },
          { title: '身份', share: 14 },
          { title: '评价', share: 60 },
        ],
        rows: team.map((member) => [member.name, POSTS[member.post], boxes]),
      },
    ]),
  };
  return { document, village: villageCode, slips: codes.length };
}
