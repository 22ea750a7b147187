// The board of posts: who is where today, what the month has come to, what teams lack, what waits for a decision.

import { sql } from 'kysely';
import { firstOfMonth, formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { type RegionRange, sizeBelow } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { getRegion, namesOf, rangeAsked } from '../../regions/server/index.ts';
import { dayKind, daysOfMonth, type MonthDays, monthLine } from '../domain/attendance.ts';
import { teamCampRegister } from '../domain/registers/team-camp-register.ts';
import { teamCautionRegister } from '../domain/registers/team-caution-register.ts';
import { teamFixRegister } from '../domain/registers/team-fix-register.ts';
import { teamLeaveRegister } from '../domain/registers/team-leave-register.ts';
import { COUNTING } from '../domain/words.ts';
import { type Loaded, loadMembers, workingDays } from './members.ts';
import { readGaps } from './read-gaps.ts';
import { teamSettings } from './settings.ts';

const NOTHING = {
  ...{ villages: 0, members: 0, teams: 0, secretaries: 0, inPost: 0, onLeave: 0 },
  ...{ monthDays: 0, monthRequired: 0, absentDays: 0 },
};
type PostCounts = typeof NOTHING;

function add(a: PostCounts, b: PostCounts): PostCounts {
  return Object.fromEntries(
    Object.keys(NOTHING).map((key) => [key, a[key as keyof PostCounts] + b[key as keyof PostCounts]]),
  ) as PostCounts;
}

/** Counts of one village: a member who changed posts within it is one. */
function countVillage(members: readonly Loaded[], month: MonthDays, required: number): PostCounts {
  const { today } = month;
  const now = members.filter(({ facts }) =>
    facts.posted.some(({ from, through }) => from <= today && today <= through),
  );
  const kinds = now.map(({ facts }) => dayKind(today, facts, month));
  const lines = members.map(({ facts }) => monthLine(facts, month, required));
  const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0);
  return {
    ...{ villages: 1, members: now.length, teams: now.length > 0 ? 1 : 0 },
    secretaries: now.some(({ post }) => post === 'first-secretary') ? 1 : 0,
    inPost: kinds.filter((kind) => kind !== undefined && COUNTING.includes(kind)).length,
    onLeave: kinds.filter((kind) => kind === 'leave' || kind === 'rest').length,
    monthDays: sum(({ inPost }) => inPost),
    monthRequired: sum((line) => line.required),
    absentDays: sum(({ counts }) => counts.absent),
  };
}

const stateOf = (register: unknown) => stateSql(register as RegisterDefinition);

async function readWaiting(tx: Tx, { low, high }: RegionRange) {
  const is = (table: string, where: string) =>
    sql`(select count(*)::int from ${sql.raw(table)} t where not t.voided and t.place_code between ${low} and ${high} and ${sql.raw(where)})`;
  const row = await tx.first(sql<{ leaves: number; fixes: number; camps: number; cautions: number }>`select
    ${is('team_leaves', `${stateOf(teamLeaveRegister)} in ('asked', 'reviewed')`)} as leaves,
    ${is('team_fixes', `${stateOf(teamFixRegister)} = 'asked'`)} as fixes,
    ${is('team_camps', `${stateOf(teamCampRegister)} = 'proposed'`)} as camps,
    ${is('team_cautions', `${stateOf(teamCautionRegister)} = 'proposed'`)} as cautions`);
  return row ?? { leaves: 0, fixes: 0, camps: 0, cautions: 0 };
}

export async function readBoard(tx: Tx, { area }: { area?: number | undefined }, today: PlainDate) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const range = await rangeAsked(tx, area);
  const first = formatDate(firstOfMonth(today));
  const asOf = formatDate(today);
  const all = daysOfMonth(first);
  const month: MonthDays = {
    ...{ days: all.filter((day) => day <= asOf), length: all.length, today: asOf },
    isWorking: await workingDays(tx, firstOfMonth(today)),
  };
  const members = await loadMembers(tx, range, { from: first, through: asOf });
  const of = await teamSettings.inForce(tx, asOf);
  const size = sizeBelow(region.level);
  const areas = new Map<number, PostCounts>();
  for (const [village, own] of Map.groupBy(members, ({ villageCode }) => villageCode)) {
    const code = Math.floor(village / size) * size;
    areas.set(code, add(areas.get(code) ?? NOTHING, countVillage(own, month, of(village)('month.days'))));
  }
  const names = await namesOf(tx, [...areas.keys()]);
  return {
    area: { code: region.code, name: region.name, level: region.level },
    asOf,
    month: first,
    total: [...areas.values()].reduce(add, NOTHING),
    areas: [...areas]
      .map(([code, counts]) => ({ code, name: names.get(code) ?? String(code), ...counts }))
      .sort((a, b) => a.code - b.code),
    ...(await readGaps(tx, range, asOf)),
    waiting: await readWaiting(tx, range),
    settings: await teamSettings.shown(tx, region.code, asOf),
  };
}
