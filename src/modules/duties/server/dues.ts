// A required post that nobody holds for longer than the setting allows is told one level up.

import { sql } from 'kysely';
import { type RegionLevel, WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueLevel, DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import { policySettings } from '../../policies/server/index.ts';
import { gapSql } from './gaps-sql.ts';

const MOST_ROWS = 100_000;

const ABOVE: readonly (readonly [RegionLevel, DueLevel])[] = [
  ['village', 'township'],
  ['township', 'county'],
  ['county', 'league'],
];

export const dutiesDues: readonly Due[] = ABOVE.map(([level, holder]) => ({
  ...{ key: `duties.vacant.${level}`, what: '责任岗位补缺', unit: '个', holder, path: '/duties/gaps' },
  // A post that was never filled is nobody's leaving: it is listed, and not told of every day.
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`
      select g.region_code as place_code, (g.since + d.days)::text as due_on
      from (${gapSql('vacant-post', WHOLE_REGION, on)}) g join regions r on r.code = g.region_code and r.level = ${level},
        lateral (select ${sql.raw(policySettings.inForceSql('post.vacant', { region: 'g.region_code', on: `date '${on}'` }))}::int as days) d
      where g.since is not null limit ${MOST_ROWS}`),
}));
