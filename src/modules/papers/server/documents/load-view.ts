// Reads a case as its documents are built from.

import { sql } from 'kysely';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import { type Keys, open } from '../../../../platform/server/keys.ts';
import type { StoredPhoto } from '../../../../platform/server/photos.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { suggestCategory } from '../../../cases/domain/category.ts';
import { inForce } from '../../../cases/domain/recall.ts';
import { conditionsOf, foldContextOf, type LoadedCase, lineFenOn, loadCase } from '../../../cases/server/index.ts';
import { DEMAND_NAMES, MEASURE_CLASS_NAMES } from '../../../help/domain/measures.ts';
import { listMeasures, type Measure } from '../../../help/server/index.ts';
import { maskId, readSecrets } from '../../../households/domain/mask.ts';
import type { CaseView, MeasureView, MemberView, PlaceView } from '../../domain/documents/case-view.ts';
import type { CaseRecord } from '../../domain/documents/catalogue.ts';
import { noticesOf } from '../../domain/documents/notices.ts';

async function placeOf(tx: Tx, villageCode: number): Promise<PlaceView> {
  const row = await tx.first(sql<PlaceView>`
    select v.name as village, coalesce(t.name, '') as township, coalesce(c.name, '') as county
    from regions v left join regions t on t.code = v.parent_code left join regions c on c.code = t.parent_code
    where v.code = ${villageCode}`);
  return row ?? { village: '', township: '', county: '' };
}

type MemberRow = { name: string; relation: string; sex: string; birth: number | null; sealed: Buffer | null };

function memberOf(keys: Keys, { name, relation, sex, birth, sealed }: MemberRow): MemberView {
  const { id } = sealed ? readSecrets(open(keys, sealed)) : { id: '' };
  return {
    name,
    relation,
    sex,
    birthYear: birth ? String(Math.floor(birth / 10_000)) : '',
    idMasked: id === '' ? '' : maskId(id),
  };
}

async function membersOf(tx: Tx, keys: Keys, { countyCode, householdId }: LoadedCase['row']): Promise<MemberView[]> {
  const rows = await tx.rows(sql<MemberRow>`
    select name, relation, sex, birth, sealed from persons
    where county_code = ${countyCode} and household_id = ${householdId} and valid_to is null order by id limit 100`);
  return rows.map((row) => memberOf(keys, row));
}

function measureOf(measure: Measure): MeasureView {
  const { answers, content, unit, person, dueOn, moneyFen, resultOn, result = '' } = measure;
  return {
    risk: answers ? DEMAND_NAMES[answers] : '',
    kind: MEASURE_CLASS_NAMES[measure.class],
    content,
    unit,
    person,
    due: dueOn,
    amountFen: moneyFen === 0 ? undefined : moneyFen,
    result: resultOn ? `${resultOn} ${result}` : '',
  };
}

/** As the pad on the screen names what is drawn on it. */
const DRAWN_NAME = '签名.png';

async function drawnSignatures(tx: Tx, { countyCode, id }: CaseKey): Promise<string[]> {
  const rows = await tx.rows(sql<{ id: string }>`select id from case_files
    where county_code = ${countyCode} and case_id = ${id} and name = ${DRAWN_NAME} limit 100`);
  return rows.map((row) => row.id);
}

/** What says which documents there are. */
export async function recordOf(tx: Tx, { actions, standing }: LoadedCase, today: PlainDate): Promise<CaseRecord> {
  const context = await foldContextOf(tx, actions);
  const current = inForce(actions);
  return { actions: current, standing, today, notices: noticesOf(current, context, today) };
}

export type LoadedView = { loaded: LoadedCase; view: CaseView };

export async function loadCaseView(tx: Tx, keys: Keys, key: CaseKey, today: PlainDate): Promise<LoadedView> {
  const loaded = await loadCase(tx, keys, key);
  const { row, standing } = loaded;
  const household = await tx.first(sql<{ headName: string; memberCount: number }>`
    select head_name, member_count from households where county_code = ${row.countyCode} and id = ${row.householdId}`);
  if (!household) throw new Problem('cases.not-found');
  const lineFen = standing.lineFen ?? (await lineFenOn(tx, row.countyCode, today));
  const survey = standing.surveys.identification;
  const view: CaseView = {
    ...(await recordOf(tx, loaded, today)),
    place: await placeOf(tx, row.villageCode),
    household: {
      ...household,
      number: row.householdNumber,
      lifted: row.lifted,
      members: await membersOf(tx, keys, row),
    },
    category: standing.category ?? (survey && suggestCategory({ lifted: row.lifted, survey, lineFen }).category),
    lineFen,
    conditions: await conditionsOf(tx, loaded, today),
    drawn: await drawnSignatures(tx, key),
    measures: (await listMeasures(tx, keys, key)).filter(({ state }) => state !== 'cancelled').map(measureOf),
  };
  return { loaded, view };
}

/** The files of a case that documents show. */
export async function photosOf(tx: Tx, { countyCode, id }: CaseKey, ids: readonly string[]): Promise<StoredPhoto[]> {
  if (ids.length === 0) return [];
  return tx.rows(sql<StoredPhoto>`select id, name, type, byte_size from case_files
    where county_code = ${countyCode} and case_id = ${id} and id = any(${ids}::uuid[]) limit 500`);
}
