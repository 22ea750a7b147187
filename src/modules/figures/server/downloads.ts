// Figures as files: all of an area and day, and the rows behind one.

import { READERS } from '../../../kernel/operation.ts';
import { Problem } from '../../../kernel/problem.ts';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { askReason } from '../../../platform/server/lists/ask-reason.ts';
import { handedOut } from '../../../platform/server/lists/handed-out.ts';
import { countedPaperRoute } from '../../../platform/server/papers/paper-route.ts';
import { asked, askedChanges, askedFigure, figurePaperInput, MONTHS_SHOWN } from '../domain/contract.ts';
import { FIGURES } from '../domain/definitions/index.ts';
import { buildFigure } from '../domain/figure-paper.ts';
import { answerFigure } from './answer.ts';
import { compareFigures } from './compare.ts';
import { changesCsv, pageCsv, ROWS_HEAD, rowsCsv } from './files.ts';
import { answersBelow, answersByMonth, askedBy, changesSince, figureNamed, showFigure } from './handlers.ts';
import { eachRow, rowsBehind } from './rows.ts';

const meta = (name: string) => ({
  ...{ name, roles: READERS, writes: false, offline: false, heavy: true },
  quota: 'export' as const,
});

const MOST_ROWS = 200_000;

const exportFigures = rawRoute({
  meta: meta('figures.export'),
  method: 'GET',
  path: '/figures/export',
  input: asked,
  answer: async (context, input) => {
    const file = await askedBy(context, input, async ({ tx, reading, region, day, knownBy }) => {
      const lines = [];
      for (const definition of FIGURES) {
        const { id, name, unit } = definition;
        lines.push({ id, name, unit, area: region.code, asOf: day, ...(await answerFigure(tx, reading, definition)) });
      }
      const published = await compareFigures(tx, { day, where: { area: region.code }, knownBy });
      return { name: `${region.name}公布数_${day}.csv`, area: region.code, day, text: pageCsv(lines, published) };
    });
    return context.db.write(context.actor, undefined, async () => ({
      result: { headers: downloadHeaders(file.name, 'csv'), body: file.text },
      audit: {
        ...{ operation: 'figures.export', subjectKind: 'list', subjectId: file.day },
        ...{ regionCode: file.area, after: { rows: FIGURES.length } },
      },
    }));
  },
});

const exportRows = rawRoute({
  meta: meta('figures.export-rows'),
  method: 'GET',
  path: '/figures/:id/rows/export',
  input: askedFigure,
  answer: async (context, { id, ...input }) => {
    const definition = figureNamed(id);
    const handed = handedOut();
    const file = await askedBy(context, input, async ({ tx, reading, region, day }) => {
      const parts = [ROWS_HEAD];
      const behind = await rowsBehind(tx, reading, definition);
      if (behind)
        for await (const rows of eachRow(tx, behind)) {
          for (const { countyCode, place } of rows) handed.add(countyCode ?? Math.floor(place / 1_000_000));
          if (handed.rows() > MOST_ROWS) throw new Problem('figures.too-many-rows', { most: MOST_ROWS });
          parts.push(rowsCsv(rows, { forSpreadsheets: true }));
        }
      await askReason(tx, handed.rows());
      return { name: `${region.name}${definition.name}明细_${day}.csv`, area: reading.area, day, text: parts.join('') };
    });
    return context.db.write(context.actor, undefined, async () => ({
      result: { headers: downloadHeaders(file.name, 'csv'), body: file.text },
      audit: handed.audits(
        { operation: 'figures.export-rows', subjectKind: 'list', subjectId: definition.id, after: { asOf: file.day } },
        file.area,
      ),
    }));
  },
});

const exportChanges = rawRoute({
  meta: meta('figures.export-changes'),
  method: 'GET',
  path: '/figures/:id/changes/export',
  input: askedChanges,
  answer: async (context, { id, since, knownSince, ...input }) => {
    const definition = figureNamed(id);
    const handed = handedOut();
    const file = await askedBy(context, input, async (opened) => {
      const { came, went, rows } = await changesSince(opened, definition, { since, knownSince }, MOST_ROWS);
      if (came > MOST_ROWS || went > MOST_ROWS) throw new Problem('figures.too-many-rows', { most: MOST_ROWS });
      for (const { countyCode, place } of rows) handed.add(countyCode ?? Math.floor(place / 1_000_000));
      await askReason(opened.tx, handed.rows());
      const { region, reading, day } = opened;
      return {
        name: `${region.name}${definition.name}增减_${since}_${day}.csv`,
        area: reading.area,
        day,
        text: changesCsv(rows),
      };
    });
    return context.db.write(context.actor, undefined, async () => ({
      result: { headers: downloadHeaders(file.name, 'csv'), body: file.text },
      audit: handed.audits(
        {
          ...{ operation: 'figures.export-changes', subjectKind: 'list', subjectId: definition.id },
          after: { asOf: file.day, since },
        },
        file.area,
      ),
    }));
  },
});

/** All that the page of a figure shows but its rows. */
const figurePaper = countedPaperRoute({
  ...{ name: 'figures.paper', roles: READERS },
  heavy: true,
  path: '/figures/:id/paper',
  input: figurePaperInput,
  build: (context, { id, format: _format, ...input }) =>
    askedBy(context, input, async (opened) => {
      const definition = figureNamed(id);
      const document = buildFigure({
        ...(await showFigure(opened, definition)),
        months: await answersByMonth(opened, definition, MONTHS_SHOWN),
        regions: definition.rollUp === 'top' ? [] : await answersBelow(opened, definition),
      });
      return {
        ...{ document, title: `${document.title}_${opened.day}` },
        audit: {
          ...{ subjectKind: 'list', subjectId: definition.id, regionCode: opened.region.code },
          after: { asOf: opened.day },
        },
      };
    }),
});

export const figuresDownloads = [exportFigures, exportRows, exportChanges, figurePaper];
