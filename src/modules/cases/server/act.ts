// One action of a case: load and lock, decide by the pure rules, append, store what follows, tell the registry.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../platform/server/photos.ts';
import { setMonitoring } from '../../households/server/index.ts';
import { accountNamed } from '../../organisations/server/index.ts';
import { ACTIONS, type CaseAction, type DetailOf, type Kind } from '../domain/actions.ts';
import type { CaseKey } from '../domain/addresses.ts';
import type { Refusal } from '../domain/detail-rules.ts';
import { refuseAction, refuseDetail } from '../domain/refuse-action.ts';
import type { Standing } from '../domain/standing.ts';
import { CATEGORY_NAMES } from '../domain/words.ts';
import '../domain/problems.ts';
import { templateOn } from '../../process/server/index.ts';
import { circumstancesOf, lineFenOn } from './circumstances.ts';
import { holdHouseholdOf } from './hold-household.ts';
import type { CasesHooks } from './hooks.ts';
import { foldActions, type LoadedCase, loadCase } from './load-case.ts';
import { type Now, openCase } from './open-case.ts';
import { insertAction, saveStanding, saveSteps } from './save-case.ts';

/** What the browser gives: the program itself adds the line and the template. */
export type GivenDetail<K extends Kind> = Omit<DetailOf<K>, 'lineFen' | 'before' | 'templateId' | 'responsibleAccount'>;

export type Acting<K extends Kind> = CaseKey & { kind: K; version: number; detail: GivenDetail<K> };

/** Ids of the uploads that a detail names. */
export function filesOf(detail: object): string[] {
  const { photos = [], authorisation = [] } = detail as { photos?: string[]; authorisation?: string[] };
  return [...authorisation, ...photos];
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal) throw new Problem(refusal.code, refusal.details);
}

function refuseStale({ actions, standing }: LoadedCase, version: number): void {
  if (standing.version === version) return;
  const newest = actions.at(-1);
  throw new Problem('cases.moved-on', {
    who: newest?.by ?? '他人',
    what: newest ? ACTIONS[newest.kind].title : '',
  });
}

/** What the program knows better than the browser: the line of the day, the template in force, whose name it is. */
async function completed<K extends Kind>(
  tx: Tx,
  { countyCode, kind, detail }: Acting<K>,
  { category, cleared, villageCode }: LoadedCase['row'],
  now: Now,
): Promise<DetailOf<K>> {
  if (kind === 'approve') {
    const lineFen = await lineFenOn(tx, countyCode, now.day);
    if (lineFen === undefined) throw new Problem('cases.line-missing');
    return { ...detail, lineFen, before: { category, cleared } } as DetailOf<K>;
  }
  if (kind === 'plan' || kind === 'hand-over') {
    const { responsible } = detail as unknown as DetailOf<'hand-over'>;
    const given = (detail as { responsibleAccount?: number }).responsibleAccount;
    const responsibleAccount = given ?? (await accountNamed(tx, responsible, villageCode));
    return { ...detail, ...(responsibleAccount === undefined ? {} : { responsibleAccount }) } as DetailOf<K>;
  }
  if (kind === 'start-clearing')
    return { ...detail, templateId: (await templateOn(tx, countyCode, now.day)).id } as DetailOf<K>;
  return detail as DetailOf<K>;
}

/** Copies of uploads become files of the case; `seq` 0 belongs to no action. */
export async function keepFiles(tx: Tx, key: CaseKey, villageCode: number, seq: number, files: readonly StoredPhoto[]) {
  for (const { id, name, type, byteSize } of files)
    await tx.run(sql`insert into case_files (county_code, case_id, id, seq, village_code, name, type, byte_size)
      values (${key.countyCode}, ${key.id}, ${id}, ${seq}, ${villageCode}, ${name}, ${type}, ${byteSize})`);
}

/** Uploads have ids of their own; the record names the files it keeps. */
function withKeptFiles<Detail extends object>(detail: Detail, kept: ReadonlyMap<string, string>): Detail {
  const renamed = Object.fromEntries(
    (['photos', 'authorisation'] as const)
      .filter((field) => field in detail)
      .map((field) => [field, (detail as Record<string, string[]>)[field]?.map((id) => kept.get(id) ?? id)]),
  );
  return { ...detail, ...renamed };
}

/** What an action means beyond the case: the registry, and after a reversal the next case. */
async function carryOut(
  tx: Tx,
  keys: Keys,
  { row, actions }: LoadedCase,
  action: CaseAction,
  after: Standing,
  now: Now,
) {
  const household = { countyCode: row.countyCode, id: row.householdId };
  const onDate = formatDate(action.on);
  if (action.kind === 'approve') {
    const { category } = action.detail;
    await setMonitoring(tx, household, { onDate, category, note: CATEGORY_NAMES[category] });
  }
  if (action.kind === 'clear') await setMonitoring(tx, household, { onDate, cleared: true, note: '旗县审定风险消除' });
  if (action.kind === 'recall') {
    const recalled = actions[action.detail.seq - 1];
    const before = recalled?.kind === 'approve' ? recalled.detail.before : { category: row.category, cleared: false };
    if (before && (recalled?.kind === 'approve' || recalled?.kind === 'clear'))
      await setMonitoring(tx, household, { onDate, restored: before, note: '收回审定，恢复原状态' });
  }
  if (action.kind === 'reverse') {
    await openCase(tx, keys, {
      household: { ...household, villageCode: row.villageCode },
      clues: after.clueIds.slice(-1).map((id) => ({ id, channel: 'visit' })),
      openedOn: now.day,
      now,
      previousId: row.id,
    });
  }
}

/** Kinds after which a case is under way that was not. */
const OPENING: readonly Kind[] = ['appeal', 'reverse', 'recall'];

export type Acted = { version: number; state: string };

/** `files` takes the uploads that the detail names, by the upload's id, once it is clear that the action stands. */
export async function act<K extends Kind>(
  tx: Tx,
  keys: Keys,
  acting: Acting<K>,
  {
    now,
    files: takeFiles,
    hooks,
  }: { now: Now; files: () => Promise<ReadonlyMap<string, StoredPhoto>>; hooks: Pick<CasesHooks, 'onActed'> },
): Promise<Outcome<Acted>> {
  const key = { countyCode: acting.countyCode, id: acting.id };
  if (OPENING.includes(acting.kind)) await holdHouseholdOf(tx, key);
  const loaded = await loadCase(tx, keys, key, true);
  refuseStale(loaded, acting.version);
  const given = await circumstancesOf(tx, loaded, now.day);
  refuse(refuseAction(acting.kind, loaded.standing, given));
  const complete = await completed(tx, acting, loaded.row, now);
  refuse(refuseDetail(acting.kind, complete, loaded.standing, given));
  const files = await takeFiles();
  const kept = new Map([...files].map(([uploadId, { id }]) => [uploadId, id]));
  const action = {
    kind: acting.kind,
    seq: loaded.actions.length + 1,
    on: now.day,
    at: now.at,
    by: tx.actor.name,
    role: tx.actor.role,
    detail: withKeptFiles(complete as object, kept),
  } as CaseAction;
  const { villageCode, householdId } = loaded.row;
  await insertAction(tx, keys, { ...key, villageCode }, action);
  await keepFiles(tx, key, villageCode, action.seq, [...files.values()]);
  const after = await foldActions(tx, [...loaded.actions, action], loaded.calendar);
  await saveStanding(tx, key, after);
  await saveSteps(tx, { ...key, villageCode }, after);
  await carryOut(tx, keys, loaded, action, after, now);
  await hooks.onActed(tx, loaded.row, action, loaded.standing, after);
  const audit = {
    operation: `cases.${acting.kind}`,
    subjectKind: 'case',
    subjectId: `${key.countyCode}-${key.id}`,
    regionCode: villageCode,
    householdId,
    before: { state: loaded.standing.state },
    after: { state: after.state, seq: action.seq },
  };
  return { result: { version: after.version, state: after.state }, audit };
}
