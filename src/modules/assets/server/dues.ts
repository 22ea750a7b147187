// Terms of assets, for who has to act: the village that lets them, the county that registers what a project made.

import { sql } from 'kysely';
import { WHOLE_REGION } from '../../../kernel/region-code.ts';
import type { DueRow } from '../../../kernel/register/due.ts';
import type { Due } from '../../../platform/server/registers/due.ts';
import type { Need } from '../domain/needs.ts';
import { needsSql } from './read-needs.ts';

/** Longer than any level waits before or after the day. */
const AROUND = 30;
const MOST_ROWS = 100_000;

function open(need: Need): Due['rows'] {
  return async (tx, on) => {
    const needs = await needsSql(tx, WHOLE_REGION, on, AROUND);
    return tx.rows(sql<DueRow>`
      select f.region_code as place_code, f.due_on::text as due_on from (${needs}) f
      where f.need = ${need} and f.due_on between ${on}::date - ${AROUND}::int and ${on}::date + ${AROUND}::int
      order by f.subject limit ${MOST_ROWS}`);
  };
}

function due(need: Need, what: string, unit: string, holder: Due['holder']): Due {
  return { key: `assets.${need}`, what, unit, holder, path: `/assets/needs?need=${need}`, rows: open(need) };
}

export const assetsDues: readonly Due[] = [
  due('contract-ending', '资产经营合同续签或解除', '份', 'village'),
  due('rent-overdue', '资产收益催收', '项', 'village'),
  due('registered-late', '项目形成资产登记', '个', 'county'),
];
