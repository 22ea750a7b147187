// One notice with what stands on it: as it was hung out, or live while it is a draft.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { findNotice, publicColumns } from '../../../kernel/register/notices/public-columns.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { templateOn } from '../../process/server/index.ts';
import { namesOf } from '../../regions/server/index.ts';
import type { FrozenPaper, NoticePaper } from '../domain/notice-paper.ts';
import '../domain/problems.ts';
import { notices } from './draft-notice.ts';
import { type PublicRow, publicRows, type RowKey } from './public-rows.ts';

export type Head = RowKey & {
  placeCode: number;
  noticeCode: string | null;
  subject: string;
  number: string;
  level: RegionLevel;
  basis: string | null;
  postedOn: string | null;
  postedUntil: string | null;
  phone: string | null;
};

/** Throws `notices.not-found`. */
export async function noticeHead(tx: Tx, { countyCode, id }: RowKey): Promise<Head> {
  const head =
    await tx.first<Head>(sql`select t.county_code, t.id, t.place_code, t.notice_code, t.subject, t.number, t.level, t.basis,
      t.posted_on::text, t.posted_until::text, t.phone from notices t
    where t.county_code = ${countyCode}::int and t.id = ${id}::bigint and not t.voided`);
  if (!head) throw new Problem('notices.not-found');
  return head;
}

/** How the county of the notice lets people be named, and in whose name it issues. */
export async function templateFor(tx: Tx, { placeCode }: Pick<Head, 'placeCode'>, day: number) {
  const county = Math.floor(placeCode / 1_000_000);
  const { definition } = await templateOn(tx, county, day);
  return { definition, rule: definition.noticeName ?? ('full' as const) };
}

type KeptRow = RowKey & { placeCode: number; cells: string[] | null };

/** Rows in the order of the paper, those that the actor may see. */
export function keptRows(tx: Tx, { countyCode, id }: RowKey): Promise<KeptRow[]> {
  return tx.rows<KeptRow>(sql`select r.row_county as county_code, r.record_id as id, r.place_code, r.cells from notice_rows r
    where r.county_code = ${countyCode}::int and r.notice_id = ${id}::bigint order by r.ord limit 2000`);
}

export type NoticeRead = {
  head: Head;
  register: RegisterDefinition | undefined;
  frozen: FrozenPaper;
  rows: PublicRow[];
  isFrozen: boolean;
  /** In whose name the county issues. */
  countyIssuer: string | undefined;
};

/** `day`: today, for drafts. */
export async function readNotice(tx: Tx, catalogue: Catalogue, key: RowKey, day: number): Promise<NoticeRead> {
  const head = await noticeHead(tx, key);
  const found = findNotice(catalogue, head.noticeCode ?? '');
  const kept = await keptRows(tx, key);
  const paper = await tx.first<{ paper: FrozenPaper; at: string }>(sql`select p.paper, p.at::text from notice_papers p
    where p.county_code = ${key.countyCode}::int and p.notice_id = ${key.id}::bigint`);
  const columns = found ? publicColumns(catalogue, found.register, found.notice) : [];
  const { definition, rule } = await templateFor(tx, head, day);
  const { countyIssuer } = definition;
  const live = found ? await publicRows(tx, found.register, columns, kept, { rule, since: paper?.at }) : [];
  if (!paper) {
    const { title, about } = found?.notice ?? { title: head.subject, about: '' };
    return {
      head,
      register: found?.register,
      frozen: { title, about, columns: columns.map(shown) },
      rows: live,
      isFrozen: false,
      countyIssuer,
    };
  }
  const now = new Map(live.map((row) => [`${row.countyCode}-${row.id}`, row]));
  const rows = kept.map(({ cells, ...row }) => {
    const own = now.get(`${row.countyCode}-${row.id}`);
    return { ...row, cells: cells ?? [], isChanged: own === undefined || own.isChanged };
  });
  return { head, register: found?.register, frozen: paper.paper, rows, isFrozen: true, countyIssuer };
}

/** What is kept of a column with the paper. */
export function shown({ title, isNumber, isMoney }: FrozenPaper['columns'][number]): FrozenPaper['columns'][number] {
  return { title, isNumber, isMoney };
}

/** Everything the paper needs, and no more. */
export async function paperOf(
  tx: Tx,
  { head, frozen, rows, countyIssuer }: NoticeRead,
  today: number,
): Promise<NoticePaper> {
  const { level, placeCode, basis, postedOn, postedUntil, phone } = head;
  const names = await namesOf(tx, [placeCode]);
  return {
    ...frozen,
    ...{
      level,
      place: names.get(rangeOf(placeCode, level).low) ?? '',
      countyIssuer: level === 'county' ? countyIssuer : undefined,
    },
    ...{
      basis: basis ?? undefined,
      from: postedOn ?? undefined,
      until: postedUntil ?? undefined,
      phone: phone ?? undefined,
    },
    isOver: postedUntil !== null && postedUntil < formatDate(today),
    rows: rows.map(({ cells }) => cells),
  };
}

type OfRow = RowKey & {
  number: string;
  subject: string;
  state: string;
  postedOn: string | null;
  postedUntil: string | null;
};

const MOST_OF_ROW = 50;

/** Notices that a row stood on, the newest first. */
export async function noticesOfRow(tx: Tx, { register, countyCode, id }: RowKey & { register: string }) {
  const rows =
    await tx.rows<OfRow>(sql`select t.county_code, t.id, t.number, t.subject, ${sql.raw(stateSql(notices))} as state,
      t.posted_on::text, t.posted_until::text
    from notice_rows r join notices t on t.county_code = r.county_code and t.id = r.notice_id
    where r.row_county = ${countyCode}::int and r.record_id = ${id}::bigint and r.notice_code like ${`${register}.%`} and not t.voided
    order by t.id desc limit ${MOST_OF_ROW}`);
  return rows.map(({ postedOn, postedUntil, ...row }) => ({
    ...row,
    ...(postedOn ? { postedOn } : {}),
    ...(postedUntil ? { postedUntil } : {}),
  }));
}
