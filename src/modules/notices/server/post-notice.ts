// A notice is hung out: from now on it says what it says, until its last day by the calendar.

import { sql } from 'kysely';
import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findNotice, publicColumns } from '../../../kernel/register/notices/public-columns.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import { type Standing, standingOf } from '../../../platform/server/registers/moves/standing.ts';
import {
  judgeTyped,
  type RecordTools,
  saveTyped,
  typedReasons,
} from '../../../platform/server/registers/typed-rows.ts';
import { type DayKind, lastDay } from '../../process/domain/calendar.ts';
import { loadCalendar } from '../../process/server/index.ts';
import '../domain/problems.ts';
import { whyUnfit } from './fitting.ts';
import { publicRows } from './public-rows.ts';
import { keptRows, shown, templateFor } from './read-notice.ts';
import { noticeSettings } from './settings.ts';

type Found = NonNullable<ReturnType<typeof findNotice>>;

/** Natural or working days, as the county's own notices of households count them. */
function dayKind({
  identification,
}: {
  identification: { steps: readonly { step: string; term: { kind: DayKind } }[] };
}) {
  return identification.steps.find(({ step }) => step === 'notice')?.term.kind ?? 'natural';
}

/** The first and last day, written into the rows of a register that keeps them. */
async function fillIn(
  tx: Tx,
  tools: RecordTools,
  { register, notice }: Found,
  rows: readonly Standing[],
  days: string[],
) {
  const { fills } = notice;
  if (!fills || rows.length === 0) return;
  const [from, until] = days;
  const values = rows.map((row) => ({
    ...Object.fromEntries(register.key.map((name) => [name, row[name] ?? null])),
    ...{ [fills.from]: from, [fills.until]: until },
  }));
  const judged = await judgeTyped(tx, tools, register, values);
  const refused = judged.find(({ refusals }) => refusals.length > 0);
  if (refused) throw new Problem('registers.refused', { reasons: typedReasons(register, refused), fields: '' });
  await saveTyped(tx, register);
}

/** Rows are taken up again: what changed in between does not hang out. Throws `notices.changed`. */
async function freeze(tx: Tx, tools: RecordTools, row: Standing, found: Found, postedOn: string) {
  const { register, notice } = found;
  const key = { countyCode: row.countyCode, id: row.id };
  const kept = await keptRows(tx, key);
  const standing = await standingOf(tx, register, [], kept, { moves: [], locked: true });
  const fit = standing.filter((each) => whyUnfit(register, notice, each) === undefined);
  if (fit.length < kept.length || kept.length === 0)
    throw new Problem('notices.changed', { rows: kept.length - fit.length });
  const columns = publicColumns(tools.catalogue, register, notice);
  const { definition, rule } = await templateFor(tx, row, parseDate(postedOn));
  const rows = await publicRows(tx, register, columns, kept, { rule });
  const paper = { title: notice.title, about: notice.about, columns: columns.map(shown) };
  await tx.run(sql`insert into notice_papers (county_code, notice_id, place_code, paper)
    values (${row.countyCode}::int, ${row.id}::bigint, ${row.placeCode}::bigint, ${JSON.stringify(paper)}::jsonb)`);
  await tx.run(sql`update notice_rows r set cells = array(select jsonb_array_elements_text(f.cells))
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ countyCode, id, cells }) => ({ county: countyCode, id, cells })))}::jsonb)
      f (county int, id bigint, cells jsonb)
    where r.county_code = ${row.countyCode}::int and r.notice_id = ${row.id}::bigint and r.row_county = f.county and r.record_id = f.id`);
  return { standing, kind: dayKind(definition) };
}

async function post(tx: Tx, tools: RecordTools, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const settings = noticeSettings(tools.catalogue);
  const inForce = await settings.inForce(tx, doneOn);
  const from = parseDate(doneOn);
  const calendar = await loadCalendar(tx, from);
  for (const row of rows) {
    const code = String(row.noticeCode ?? '');
    const found = findNotice(tools.catalogue, code);
    if (!found) throw new Problem('notices.unknown', { register: '', kind: code });
    const { standing, kind } = await freeze(tx, tools, row, found, doneOn);
    const days = inForce(row.placeCode)(code);
    const until = formatDate(lastDay(from, { days, kind }, calendar) ?? from);
    await tx.run(sql`update notices set held_days = ${days}::int, posted_until = ${until}::date
      where county_code = ${row.countyCode}::int and id = ${row.id}::bigint`);
    await fillIn(tx, tools, found, standing, [doneOn, until]);
  }
  return [];
}

export const noticesEffects: Effect[] = [{ register: 'notices', move: 'post', run: post }];
