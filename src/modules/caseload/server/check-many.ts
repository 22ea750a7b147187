// Before a deed for many: who of the chosen can have it done now, and of the others why not.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { CaseKey } from '../../cases/domain/addresses.ts';
import { type BulkKind, MOST_AT_ONCE } from '../../cases/domain/bulk-act.ts';
import { suggestCategory } from '../../cases/domain/category.ts';
import { refuseAction } from '../../cases/domain/refuse-action.ts';
import {
  CASE_JOINS,
  caseName,
  conditionsOf,
  ITEM_COLUMNS,
  type ItemRow,
  type LoadedCase,
  lineFenOn,
  loadCases,
  presentItem,
} from '../../cases/server/index.ts';
import { STATE_NAMES } from '../../process/domain/steps.ts';

/** The first is refused for what it is, not for a rule one could do something about: then the step says more. */
function reasonOf(loaded: LoadedCase, refusal: { code: string; details?: Record<string, string | number> }): string {
  if (refusal.code === 'cases.not-now') return `当前环节是“${STATE_NAMES[loaded.standing.state]}”`;
  return new Problem(refusal.code, refusal.details).message;
}

async function refusalOf(tx: Tx, kind: BulkKind, loaded: LoadedCase, today: PlainDate) {
  const { row, standing } = loaded;
  const conditions = kind === 'clear' ? await conditionsOf(tx, loaded, today) : [];
  return refuseAction(kind, standing, {
    role: tx.actor.role as Role,
    today,
    lifted: row.lifted,
    unmet: conditions.filter(({ met }) => !met).map(({ label }) => label),
  });
}

/** What the facts say of the category: each household's own, before the county decides. */
function suggestionOf({ row, standing }: LoadedCase, lines: ReadonlyMap<number, number | undefined>) {
  const survey = standing.surveys.identification;
  if (!survey) return {};
  const { category, reasons } = suggestCategory({ lifted: row.lifted, survey, lineFen: lines.get(row.countyCode) });
  return { suggestion: { ...(category ? { category } : {}), reasons } };
}

async function itemsOf(tx: Tx, cases: readonly CaseKey[]): Promise<Map<string, ItemRow>> {
  const rows = await tx.rows(sql<ItemRow>`select ${ITEM_COLUMNS}
    from unnest(${cases.map(({ countyCode }) => countyCode)}::int[], ${cases.map(({ id }) => id)}::bigint[]) as k (county_code, id)
    join cases c on c.county_code = k.county_code and c.id = k.id ${CASE_JOINS}`);
  return new Map(rows.map((row) => [caseName(row), row]));
}

export type ToCheck = { kind: BulkKind; cases: readonly CaseKey[]; total: number };

/** Sorts the cases into those that can have it done now and, by reason, the others. */
export async function checkMany(tx: Tx, keys: Keys, { kind, cases, total }: ToCheck, today: PlainDate) {
  const loaded = await loadCases(tx, keys, cases);
  const items = await itemsOf(tx, cases);
  const lines = new Map<number, number | undefined>();
  for (const code of new Set(loaded.map(({ row }) => row.countyCode)))
    lines.set(code, await lineFenOn(tx, code, today));
  const fitting = [];
  const others = new Map<string, { countyCode: number; id: number; headName: string; villageName: string }[]>();
  for (const each of loaded) {
    const item = items.get(caseName(each.row));
    if (!item) continue;
    const refusal = await refusalOf(tx, kind, each, today);
    if (refusal) {
      const { countyCode, id, headName, villageName } = item;
      const reason = reasonOf(each, refusal);
      others.set(reason, [...(others.get(reason) ?? []), { countyCode, id, headName, villageName }]);
    } else fitting.push({ ...presentItem(item, today), ...suggestionOf(each, lines) });
  }
  return {
    fitting,
    others: [...others]
      .map(([reason, own]) => ({ reason, cases: own }))
      .sort((a, b) => b.cases.length - a.cases.length),
    total,
    limit: MOST_AT_ONCE,
  };
}
