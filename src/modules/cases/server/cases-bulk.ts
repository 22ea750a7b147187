// One deed for many households. A transaction for each: an action is its own record and its own audit entry, a household that
// is refused holds no other back, and no lock is held longer than one case takes. The request's id makes each case's own, so
// that a repeat (a slow link, a fault in the middle) goes on where it stopped and does nothing twice.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import type { PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { dropUploads, type StoredPhoto, withPhotos } from '../../../platform/server/photos.ts';
import { STATE_NAMES } from '../../process/domain/steps.ts';
import type { CaseKey } from '../domain/addresses.ts';
import { type BulkInput, type BulkKind, MOST_AT_ONCE } from '../domain/cases-bulk.ts';
import { suggestCategory } from '../domain/category.ts';
import { refuseAction } from '../domain/refuse-action.ts';
import '../domain/problems.ts';
import { act, filesOf, type GivenDetail } from './act.ts';
import { conditionsOf, lineFenOn } from './circumstances.ts';
import type { CasesHooks } from './hooks.ts';
import { CASE_JOINS } from './lists/case-columns.ts';
import { ITEM_COLUMNS, type ItemRow, presentItem } from './lists/list-cases.ts';
import { caseName, type LoadedCase, loadCases } from './load-case.ts';
import type { Now } from './open-case.ts';

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

/** A uuid that is always the same for this case of this request. */
function idOf(requestId: string, key: CaseKey): string {
  const hex = createHash('sha256')
    .update(`${requestId}:${caseName(key)}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const NOT_FOUND = 'cases.not-found';

type Doing = { now: Now; hooks: Pick<CasesHooks, 'onActed'> };
type Refused = CaseKey & { code: string; reason: string };

/** Does it for one household after the other; each refused one is told with its reason, none stops the others. */
export async function actOnMany({ db, actor, services }: OperationContext, input: BulkInput, { now, hooks }: Doing) {
  const { requestId, kind, shared, cases } = input;
  const uploads = filesOf(shared);
  const done: (CaseKey & { version: number })[] = [];
  const refused: Refused[] = [];
  for (const { own, version, ...key } of cases) {
    const detail = { ...shared, ...own } as GivenDetail<typeof kind>;
    try {
      const taking = { accountId: actor.accountId, countyCode: key.countyCode, fileIds: uploads, keepsUploads: true };
      const after = await withPhotos(services, taking, (take) =>
        db.write(actor, idOf(requestId, key), (tx) => {
          const files = async () => {
            const photos = await take();
            return new Map(uploads.map((id, i): [string, StoredPhoto] => [id, photos[i] as StoredPhoto]));
          };
          return act(tx, services.keys, { ...key, kind, version, detail }, { now, files, hooks });
        }),
      );
      done.push({ ...key, version: after.version });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refused.push({ ...key, code: error.code, reason: error.message });
    }
  }
  // Of cases that are not there for this account nothing more is said than of a single one.
  if (refused.length === cases.length && refused.every(({ code }) => code === NOT_FOUND)) throw new Problem(NOT_FOUND);
  // Where a household was refused the same photos are wanted again with the next attempt.
  if (refused.length === 0) await dropUploads(services, uploads);
  return { done, refused };
}
