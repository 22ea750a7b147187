// Notices of an area: those that hang today, and those that are over. Only the fields of the public papers leave here.

import { sql } from 'kysely';
import type * as z from 'zod';
import { publicPhone } from '../../../../kernel/papers/public-phone.ts';
import { formatDate, type PlainDate } from '../../../../kernel/plain-date.ts';
import type { RegionRange } from '../../../../kernel/region-code.ts';
import type { Tx } from '../../../../platform/server/db.ts';
import type { Keys } from '../../../../platform/server/keys.ts';
import { readIdCursor } from '../../../../platform/server/lists/id-cursor.ts';
import { placesBy } from '../../../../platform/server/lists/place.ts';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import { suggestCategory } from '../../../cases/domain/category.ts';
import { foldCase } from '../../../cases/domain/fold.ts';
import { inForce } from '../../../cases/domain/recall.ts';
import { actionsOfCases, caseName, foldContextOf, lineFenOn } from '../../../cases/server/index.ts';
import type { noticeItem } from '../../domain/contract.ts';
import type { PlaceView } from '../../domain/documents/case-view.ts';
import { type PublicView, publicHousehold } from '../../domain/documents/catalogue.ts';
import { type HungNotice, hangsOn, noticesOf } from '../../domain/documents/notices.ts';
import '../../domain/problems.ts';

type CaseRow = CaseKey & PlaceView & { headName: string; memberCount: number; lifted: boolean };

/** A case as far as its public papers need it. */
export type NoticeCase = { key: CaseKey; view: PublicView; notices: HungNotice[] };

const COLUMNS = sql.raw(`c.county_code, c.id, h.head_name, h.member_count, h.kind = 'lifted' as lifted,
  coalesce(v.name, '') as village, coalesce(t.name, '') as township, coalesce(n.name, '') as county`);
const JOINS = sql.raw(`join households h on h.county_code = c.county_code and h.id = c.household_id
  left join regions v on v.code = c.village_code left join regions t on t.code = v.parent_code
  left join regions n on n.code = t.parent_code`);

/** Folds many cases with a handful of reads. */
async function foldAll(tx: Tx, keys: Keys, rows: readonly CaseRow[], today: PlainDate): Promise<NoticeCase[]> {
  if (rows.length === 0) return [];
  const actions = await actionsOfCases(tx, keys, rows);
  const context = await foldContextOf(tx, [...actions.values()].flat());
  const lines = new Map<number, number | undefined>();
  for (const { countyCode } of rows)
    if (!lines.has(countyCode)) lines.set(countyCode, await lineFenOn(tx, countyCode, today));
  return rows.map((row) => {
    const { countyCode, id, headName, memberCount, lifted, village, township, county } = row;
    const own = actions.get(caseName(row)) ?? [];
    const standing = foldCase(own, context);
    const survey = standing.surveys.identification;
    const lineFen = standing.lineFen ?? lines.get(countyCode);
    const suggested = survey && suggestCategory({ lifted, survey, lineFen }).category;
    return {
      key: { countyCode, id },
      view: {
        standing,
        household: { headName, memberCount },
        place: { village, township, county },
        category: standing.category ?? suggested,
      },
      notices: noticesOf(inForce(own), context, today),
    };
  });
}

type Item = z.output<typeof noticeItem>;

function itemOf({ key, view }: NoticeCase, notice: HungNotice): Item {
  const { name, memberCount, category } = publicHousehold(view);
  return {
    ...key,
    walk: notice.walk,
    level: notice.level,
    name,
    villageName: view.place.village,
    townshipName: view.place.township,
    memberCount,
    ...(category ? { category } : {}),
    from: formatDate(notice.from),
    until: formatDate(notice.until),
    phone: publicPhone(notice.phone),
  };
}

type Page = { cursor?: string | undefined; limit: number };
type Asked = { range: RegionRange; today: PlainDate };

const endedPlaces = placesBy('day', 'int8', 'int4');

/** Cases whose notice is under way, by number. */
async function casesInNotice(tx: Tx, { low, high }: RegionRange, { cursor, limit }: Page): Promise<CaseRow[]> {
  const after = readIdCursor(cursor);
  return tx.rows(sql<CaseRow>`
    select ${COLUMNS} from cases c ${JOINS}
    where c.state in ('identification.notice', 'clearing.notice') and c.village_code between ${low} and ${high}
      ${after === undefined ? sql`` : sql`and c.id > ${after}::bigint`}
    order by c.id limit ${limit}`);
}

/** Cases of which a notice hangs today; `next` is where the following page begins. */
export async function hangingCases(tx: Tx, keys: Keys, { range, today }: Asked, { cursor, limit }: Page) {
  const rows = await casesInNotice(tx, range, { cursor, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const cases = await foldAll(tx, keys, shown, today);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    cases: cases.map((each) => ({ ...each, notices: each.notices.filter((notice) => hangsOn(notice, today)) })),
    next: last ? String(last.id) : undefined,
  };
}

export async function listRunning(tx: Tx, keys: Keys, asked: Asked, page: Page) {
  const { cases, next } = await hangingCases(tx, keys, asked, page);
  return {
    items: cases.flatMap((each) => each.notices.map((notice) => itemOf(each, notice))),
    ...(next ? { next } : {}),
  };
}

type StepRow = CaseRow & { entry: number; doneOn: string; enteredOn: string };

async function endedSteps(tx: Tx, { low, high }: RegionRange, { cursor, limit }: Page): Promise<StepRow[]> {
  const at = endedPlaces.read(cursor);
  return tx.rows(sql<StepRow>`
    select ${COLUMNS}, s.entry, s.done_on, s.entered_on
    from case_steps s join cases c on c.county_code = s.county_code and c.id = s.case_id ${JOINS}
    where s.step = 'notice' and s.done_on is not null and s.village_code between ${low} and ${high}
      ${at ? sql`and (s.done_on, s.case_id, s.entry) < (${at[0]}::date, ${at[1]}::bigint, ${at[2]}::int)` : sql``}
    order by s.done_on desc, s.case_id desc, s.entry desc limit ${limit + 1}`);
}

/** Their days are over, but nobody has ended the step: they do not hang any more all the same. */
async function expired(tx: Tx, keys: Keys, { range, today }: Asked, limit: number): Promise<Item[]> {
  const cases = await foldAll(tx, keys, await casesInNotice(tx, range, { limit }), today);
  return cases.flatMap((each) => {
    const entered = each.view.standing.since;
    const over = each.notices.filter(({ isOver, from }) => isOver && from >= entered);
    return over.map((notice) => itemOf(each, notice));
  });
}

const asNumber = (day: string) => Number(day.replaceAll('-', ''));

/** Notices that are over, the latest first. */
export async function listEnded(tx: Tx, keys: Keys, asked: Asked, page: Page) {
  const steps = await endedSteps(tx, asked.range, page);
  const shown = steps.slice(0, page.limit);
  const cases = await foldAll(tx, keys, shown, asked.today);
  const items = cases.flatMap((each, i) => {
    const step = shown[i];
    const hung = each.notices.filter(
      ({ from }) => step && from >= asNumber(step.enteredOn) && from <= asNumber(step.doneOn),
    );
    return hung.map((notice) => itemOf(each, notice));
  });
  const last = steps.length > page.limit ? shown.at(-1) : undefined;
  return {
    items: [...(page.cursor === undefined ? await expired(tx, keys, asked, page.limit) : []), ...items],
    ...(last ? { next: endedPlaces.write([last.doneOn, last.id, last.entry]) } : {}),
  };
}
