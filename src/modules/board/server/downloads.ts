// The board as a sheet to print, as Word or as a workbook: what was kept, as it stands on the page.

import { sql } from 'kysely';
import { READERS } from '../../../kernel/operation.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { figureNamed } from '../../figures/server/index.ts';
import { type BoardSheet, buildBoard } from '../domain/board-paper.ts';
import { boardPaperInput } from '../domain/contract.ts';
import { readKept } from './kept-values.ts';
import { aboutOf, type BoardArea, boardArea, type Card, readCards } from './read-board.ts';

type Below = { code: number; name: string };

/** What is ranked on a sheet of one page: leagues of the region, counties of a league. */
async function rankingOf(tx: Tx, area: BoardArea, figure: string | undefined): Promise<BoardSheet['ranking']> {
  const { region, day } = area;
  if (figure === undefined || (region.level !== 'autonomous-region' && region.level !== 'prefecture')) return undefined;
  const { id, name, unit } = figureNamed(figure);
  const below = await tx.rows(sql<Below>`select code, name from regions
    where parent_code = ${region.code} and valid_to is null and kind <> 'statistical-zone' order by code limit 200`);
  const rows = await readKept(tx, { regions: below.map(({ code }) => code), figures: [id], days: [day] });
  const regions = below.flatMap(({ code, name: regionName }) => {
    const row = rows.find(({ regionCode }) => regionCode === code);
    return row ? [{ code, name: regionName, shown: row.shown, number: row.number }] : [];
  });
  return { title: name, unit, regions };
}

/** China has one time. */
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });

function countedAt(cards: readonly Card[]): string | undefined {
  const [first] = cards.flatMap(({ keptAt }) => keptAt ?? []).sort();
  return first && CLOCK.format(Date.parse(first));
}

export const boardDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'board.paper', roles: READERS },
    path: '/board/paper',
    input: boardPaperInput,
    build: async (tx, { figure, ...asked }, today) => {
      const area = await boardArea(tx, asked, today);
      const { cards } = await readCards(tx, area);
      const { areaName, day, week, year } = aboutOf(area);
      const ranking = await rankingOf(tx, area, figure);
      return {
        document: buildBoard({ areaName, day, week, year, cards, countedAt: countedAt(cards), ranking }),
        title: `${areaName}看板_${day}`,
        audit: { subjectKind: 'list', subjectId: day, regionCode: area.region.code, after: { rows: cards.length } },
      };
    },
  }),
];
