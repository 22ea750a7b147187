// Positions go after the months that are set: with the daily round, and as the owner, because nobody else may remove them.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import { keepSetting, readSetting } from '../../../platform/server/settings.ts';
import { teamSettings } from './settings.ts';

const LAST_PURGE = 'teams.purge';

/** Once a day, the first time it is asked on it. Answers how many positions went. */
export async function purgePositions({ clock }: Pick<Services, 'clock'>, db: Database): Promise<number> {
  const today = dayOn(clock);
  const last = await db.bulkRead((tx) => readSetting<number>(tx, LAST_PURGE));
  if (last === today) return 0;
  const on = formatDate(today);
  const months = teamSettings.inForceSql('position.months', { region: 'p.village_code', on: `'${on}'::date` });
  return db.bulk(systemActor('每日清理'), async (tx) => {
    const gone = await tx.run(sql`delete from team_positions p
      where p.at < ${on}::date - make_interval(months => ${sql.raw(`(${months})::int`)})`);
    await keepSetting(tx, LAST_PURGE, today);
    const audit =
      gone === 0 ? [] : { operation: 'teams.purge', subjectKind: 'cadre', subjectId: '', after: { positions: gone } };
    return { result: gone, audit };
  });
}
