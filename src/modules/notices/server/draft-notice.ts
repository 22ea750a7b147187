// A notice from rows that were ticked in the list of a register: its place follows from theirs, its columns from the white list.

import { sql } from 'kysely';
import type * as z from 'zod';
import { yearOf } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isWithin, LEVEL_NAMES, LEVELS, type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type Notice, noticeCode } from '../../../kernel/register/notices/notice.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Standing, standingOf } from '../../../platform/server/registers/moves/standing.ts';
import { nextNumber } from '../../../platform/server/registers/next-number.ts';
import { addRecord } from '../../../platform/server/registers/record.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { levelsOf, namesOf } from '../../regions/server/index.ts';
import type { noticesContract } from '../domain/contract.ts';
import { noticeRegister } from '../domain/notice-register.ts';
import '../domain/problems.ts';
import { rowName, whyUnfit } from './fitting.ts';

export const notices = noticeRegister as unknown as RegisterDefinition;

type Asked = z.output<(typeof noticesContract.draft)['~orpc']['inputSchema'] & z.ZodType>;
type Drafted = { countyCode: number; id: number; number: string; rows: number };

/** Named in a refusal; the list holds them all. */
const NAMED = 3;

function refuseUnfit(register: RegisterDefinition, notice: Notice, rows: readonly Standing[]): void {
  const unfit = rows.flatMap((row) => {
    const why = whyUnfit(register, notice, row);
    return why === undefined ? [] : [{ name: rowName(register, row), why }];
  });
  const [first] = unfit;
  if (!first) return;
  const same = unfit.filter(({ why }) => why === first.why);
  const names = same.slice(0, NAMED).map(({ name }) => `“${name}”`);
  const more = same.length > NAMED ? `等 ${same.length} 条` : '';
  throw new Problem('notices.row-unfit', { rows: `${names.join('、')}${more}`, why: first.why });
}

/** The one region of the level that all rows lie in. Throws where there are several, or a row lies above the level. */
async function placeOf(tx: Tx, rows: readonly Standing[], level: RegionLevel): Promise<number> {
  const levels = await levelsOf(tx, [...new Set(rows.map(({ placeCode }) => placeCode))]);
  const places = new Set<number>();
  for (const { placeCode } of rows) {
    const own = levels.get(placeCode);
    if (!own || LEVELS.indexOf(own) < LEVELS.indexOf(level))
      throw new Problem('notices.wrong-level', { level: LEVEL_NAMES[level], levels: LEVEL_NAMES[own ?? 'county'] });
    places.add(rangeOf(placeCode, level).low);
  }
  const [place = 0] = places;
  if (places.size > 1) throw new Problem('notices.several-places', { level: LEVEL_NAMES[level] });
  return place;
}

/** The place itself is the actor's: who looks after a village hangs nothing out for its county. */
async function refuseOthers(tx: Tx, place: number, level: RegionLevel): Promise<void> {
  const { low, high } = rangeOf(place, level);
  if (isWithin(tx.actor.range, low) && isWithin(tx.actor.range, high)) return;
  const names = await namesOf(tx, [place]);
  throw new Problem('notices.not-yours', { place: names.get(place) ?? LEVEL_NAMES[level] });
}

/** Rows of other notices of this kind that nobody has ended or taken down. */
async function refuseHanging(
  tx: Tx,
  register: RegisterDefinition,
  notice: Notice,
  rows: readonly Standing[],
  place: number,
) {
  const hanging = await tx.rows<{ countyCode: number; id: number; number: string }>(sql`
    select r.row_county as county_code, r.record_id as id, n.number
    from notice_rows r join notices n on n.county_code = r.county_code and n.id = r.notice_id
    where r.notice_code = ${noticeCode(register.code, notice.kind)} and not n.voided and n.ended_on is null
      and n.taken_down_on is null and n.place_code = ${place}::bigint and (r.row_county, r.record_id) in
        (select k.county_code, k.id from unnest(${rows.map(({ countyCode }) => countyCode)}::int[],
          ${rows.map(({ id }) => id)}::bigint[]) k (county_code, id))
    order by n.number, r.ord limit ${NAMED}`);
  const [first] = hanging;
  if (!first) return;
  const named = rows.filter((row) =>
    hanging.some(({ countyCode, id }) => row.countyCode === countyCode && row.id === id),
  );
  const names = named.map((row) => `“${rowName(register, row)}”`).join('、');
  throw new Problem('notices.row-unfit', { rows: names, why: `已在公示 ${first.number} 中，还没有结束` });
}

/**
 * Throws `notices.unknown`, `notices.no-rows`, `notices.row-unfit`, `notices.wrong-level`, `notices.several-places`,
 * `notices.not-yours`.
 */
export async function draftNotice(tx: Tx, tools: RecordTools, asked: Asked, today: number): Promise<Outcome<Drafted>> {
  const register = tools.catalogue.find(asked.register);
  const notice = register?.notices?.find(({ kind }) => kind === asked.kind);
  if (!register || !notice || !register.roles.read.some((role) => role === tx.actor.role))
    throw new Problem('notices.unknown', { register: register?.title ?? asked.register, kind: asked.kind });
  const { level, basis } = asked;
  if (!notice.levels.includes(level)) {
    const levels = notice.levels.map((each) => LEVEL_NAMES[each]).join('、');
    throw new Problem('notices.wrong-level', { level: LEVEL_NAMES[level], levels });
  }
  const rows = await standingOf(tx, register, [], asked.records, { moves: [], locked: true });
  if (rows.length === 0) throw new Problem('notices.no-rows');
  refuseUnfit(register, notice, rows);
  const place = await placeOf(tx, rows, level);
  await refuseOthers(tx, place, level);
  await refuseHanging(tx, register, notice, rows, place);

  const number = await nextNumber(tx, 'notice_numbers', `GS${yearOf(today)}`, 6);
  const code = noticeCode(register.code, notice.kind);
  const { key, audit } = await addRecord(tx, tools, notices, {
    ...{ number, regionCode: place, subject: notice.title, noticeCode: code, level },
    basis: basis || null,
  });
  await tx.run(sql`insert into notice_rows (county_code, notice_id, ord, notice_code, row_county, record_id, place_code)
    select ${key.countyCode}::int, ${key.id}::bigint, k.ord, ${code}, k.county_code, k.id, k.place
    from unnest(${rows.map(({ countyCode }) => countyCode)}::int[], ${rows.map(({ id }) => id)}::bigint[],
      ${rows.map(({ placeCode }) => placeCode)}::bigint[]) with ordinality k (county_code, id, place, ord)`);
  return {
    result: { ...key, number, rows: rows.length },
    audit: { ...audit, operation: 'notices.draft', after: { number, notice: code, level, rows: rows.length } },
  };
}
