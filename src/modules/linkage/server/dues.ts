// Terms of contracts, for who has to act: the village registers what was paid, looks where nothing was, and visits who has no link.

import { sql } from 'kysely';
import { addDays, formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { LinkageNeed } from '../domain/needs.ts';
import { contractNeedsSql } from './contract-needs.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

type Told = { need: LinkageNeed | 'unchecked'; key: string; what: string; path: string };

function due({ need, key, what, path }: Told): Due {
  const rows: Due['rows'] = async (tx, on) =>
    tx.rows(sql<DueRow>`
      select f.place_code, f.due_on::text as due_on from (${await contractNeedsSql(tx, { range: WHOLE_REGION, on, around: AROUND })}) f
      where f.need = ${need} and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.county_code, f.id limit ${MOST_ROWS}`);
  return { ...{ key: `linkage.${key}`, what, unit: '份', holder: 'village' }, path, rows };
}

/** The lists of a year are to be there by its end: asked for as of the first day on which they are late. */
const payDue: Due = {
  ...{ key: 'linkage.pay', what: '利益联结年度兑现登记', unit: '份', holder: 'village', path: '/linkage' },
  rows: async (tx, on) => {
    const later = formatDate(addDays(parseDate(on), AROUND));
    return tx.rows(sql<DueRow>`
      select f.place_code, f.due_on::text as due_on from (${await contractNeedsSql(tx, { range: WHOLE_REGION, on: later })}) f
      where f.need = 'unpaid' and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.county_code, f.id limit ${MOST_ROWS}`);
  },
};

const visitDue: Due = {
  ...{ key: 'linkage.visit', what: '联结建议走访', unit: '户', holder: 'village', path: '/linkage/unlinked' },
  rows: (tx, on) =>
    tx.rows(sql<DueRow>`
      select t.place_code, t.visit_by::text as due_on from linkage_proposals t
      where not t.voided and t.visited_on is null and t.visit_by between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by t.county_code, t.id limit ${MOST_ROWS}`),
};

export const linkageDues: readonly Due[] = [
  payDue,
  due({ need: 'unchecked', key: 'check', what: '未兑现协议核查', path: '/linkage?need=unpaid' }),
  due({ need: 'remedy-late', key: 'remedy', what: '限期兑现', path: '/linkage?need=remedy-late' }),
  due({ need: 'ending', key: 'ending', what: '利益联结协议续签', path: '/linkage?need=ending' }),
  visitDue,
];
