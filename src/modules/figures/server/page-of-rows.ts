// A page of the rows behind a figure. Where the rows of each county are counted already, only those counties are asked whose rows stand
// on the page, and how many there are is known.

import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { partElsewhere, partsCounted } from './answer.ts';
import { countCountiesKept } from './kept/count-kept.ts';
import type { Part, Reading } from './reading.ts';
import { type FigureRow, named, PLACE_IN_LIST, SHOWN } from './rows.ts';

const cursorShape = z.tuple([z.string(), z.number(), z.string(), z.string(), z.number(), z.number(), z.number()]);
type Cursor = z.infer<typeof cursorShape>;

function readCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new Problem('figures.bad-cursor');
  }
}

function after(cursor: Cursor | undefined): RawBuilder<unknown> {
  if (!cursor) return sql`true`;
  const [part, place, register, key, record, batch, line] = cursor;
  return sql`(${PLACE_IN_LIST}) > (${part}::text, ${place}::bigint, ${register}::text, ${key}::text, ${record}::bigint, ${batch}::int, ${line}::int)`;
}

/** Some of the list's rows, which stand one piece after the other. `rows`: how many there are, where that is known. */
type Piece = { select: RawBuilder<unknown>; part?: string; lastPlace?: number; rows?: number };

const LAST_OF_COUNTY = 999_999;

/** The part county by county, those that have rows; nothing where its rows are not counted so. */
async function byCounty(tx: Tx, r: Reading, definition: FigureDefinition, part: Part, i: number) {
  const elsewhere = partElsewhere(r, definition, i);
  const counties = await countCountiesKept(tx, r, part, elsewhere);
  if (!counties) return undefined;
  return [...counties]
    .filter(([, { rows }]) => rows > 0)
    .sort(([a], [b]) => a - b)
    .map(([code, { rows }]): Piece => {
      const own = elsewhere.in({ code, level: 'county' }) ?? part;
      return { select: named(own), part: part.part, lastPlace: code + LAST_OF_COUNTY, rows };
    });
}

async function piecesOf(tx: Tx, r: Reading, definition: FigureDefinition, parts: readonly Part[]): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const rest: Part[] = [];
  for (const [i, part] of parts.entries()) {
    const own = await byCounty(tx, r, definition, part, i);
    if (own) pieces.push(...own);
    else rest.push(part);
  }
  if (pieces.length === 0 && rest.length > 0) return [{ select: sql.join(rest.map(named), sql` union all `) }];
  pieces.push(...rest.map((part) => ({ select: named(part), part: part.part })));
  const ofPart = ({ part = '' }: Piece) => part;
  return pieces.sort((a, b) => (ofPart(a) < ofPart(b) ? -1 : Number(ofPart(a) > ofPart(b))));
}

function isBefore({ part, lastPlace }: Piece, [ofPart, place]: Cursor): boolean {
  if (part === undefined || part > ofPart) return false;
  return part < ofPart || (lastPlace !== undefined && lastPlace < place);
}

async function totalOf(tx: Tx, pieces: readonly Piece[], ofPart: RawBuilder<unknown>): Promise<number> {
  const unknown = pieces.filter(({ rows }) => rows === undefined);
  const known = pieces.reduce((sum, { rows = 0 }) => sum + rows, 0);
  if (unknown.length === 0) return known;
  const selects = unknown.map(({ select }) => select);
  const counted = await tx.first(
    sql<{ n: number }>`select count(*)::int as n from (${sql.join(selects, sql` union all `)}) x where ${ofPart}`,
  );
  return known + (counted?.n ?? 0);
}

type PlacedRow = FigureRow & { placed: Cursor };
type Asked = { part?: string | undefined; cursor?: string | undefined; limit: number };

/** A page of the rows, of one part if it is named, and how many there are. */
export async function pageOfRows(
  tx: Tx,
  r: Reading,
  definition: FigureDefinition,
  { part, cursor, limit }: Asked,
): Promise<{ items: FigureRow[]; total: number; next?: string }> {
  const since = readCursor(cursor);
  const parts = (await partsCounted(tx, r, definition)) ?? [];
  const ofPart = part === undefined ? sql`true` : sql`x.part = ${part}`;
  const all = await piecesOf(tx, r, definition, parts);
  const pieces = part === undefined ? all : all.filter((piece) => piece.part === undefined || piece.part === part);
  const found: PlacedRow[] = [];
  for (const piece of pieces) {
    if (found.length > limit) break;
    if (since && isBefore(piece, since)) continue;
    found.push(
      ...(await tx.rows(sql<PlacedRow>`select ${SHOWN}, json_build_array(${PLACE_IN_LIST}) as placed from (${piece.select}) x
        where ${ofPart} and ${after(since)} order by ${PLACE_IN_LIST} limit ${limit + 1 - found.length}`)),
    );
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    items: found.slice(0, limit).map(({ placed: _placed, ...row }) => row),
    total: await totalOf(tx, pieces, ofPart),
    ...(last ? { next: Buffer.from(JSON.stringify(last.placed)).toString('base64url') } : {}),
  };
}
