// What a phone offers to choose from where a register of teams asks for a number that nobody knows by heart: members of the team, tasks of the year.

import { sql } from 'kysely';
import { formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { POSTS } from '../domain/words.ts';
import { loadMembers } from './members.ts';

export type Pick = { value: string; words: string; isOwn?: boolean };

/** A phone of a township takes no lists of all its teams along. */
const MOST_PICKED = 100;

/** By `register.field`; nothing where nobody is posted. */
export async function readPicks(tx: Tx, range: RegionRange, today: PlainDate): Promise<Record<string, Pick[]>> {
  const on = formatDate(today);
  const members = (await loadMembers(tx, range, { from: on, through: on })).slice(0, MOST_PICKED);
  if (members.length === 0) return {};
  const people = members
    .map(
      ({ cadreNumber, name, post }): Pick => ({
        value: cadreNumber,
        words: `${name}（${POSTS[post]}）`,
        ...(name === tx.actor.name ? { isOwn: true } : {}),
      }),
    )
    .sort((a, b) => Number(b.isOwn ?? false) - Number(a.isOwn ?? false));
  const tasks =
    await tx.rows(sql<Pick>`select t.sequence::text as value, t.sequence || '. ' || t.content as words from list_items t
    where t.list = 'team-tasks' and t.year = ${yearOf(today)} and not t.voided and t.in_force_on <= ${on}::date
      and (t.ended_on is null or t.ended_on > ${on}::date) order by t.sequence limit 200`);
  return {
    'team-leaves.cadreNumber': people,
    'team-fixes.cadreNumber': people,
    'team-diaries.cadreNumber': people,
    'team-task-records.taskNo': tasks,
  };
}
