// `shouwang figures …`: the command line of the data contract for registers, §7. It sees all areas.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Problem } from '../../kernel/problem.ts';
import { REGION_CODE, WHOLE_REGION } from '../../kernel/region-code.ts';
import { momentOf } from '../../modules/figures/domain/asked.ts';
import { FIGURES, findFigure } from '../../modules/figures/domain/definitions/index.ts';
import type { FigureDefinition } from '../../modules/figures/domain/figure.ts';
import {
  answerFigure,
  comparedCsv,
  compareFigures,
  eachRow,
  figuresCsv,
  openReading,
  ROWS_HEAD,
  rowsBehind,
  rowsCsv,
} from '../../modules/figures/server/index.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import type { Outcome } from './command.ts';

export const FIGURES_USAGE = `  shouwang figures --as-of D [--area CODE] [--figure ID…] [--known-by K] [--out F]
                                                       公布数：数值、显示、状态
  shouwang figures rows ID --as-of D [--area CODE] [--known-by K] --out F
                                                       一个数背后的各行
  shouwang figures compare --as-of D [--area CODE] [--out F]
                                                       与已发布数比较`;

export type FigureOptions = {
  'as-of'?: string | undefined;
  'known-by'?: string | undefined;
  area?: string | undefined;
  figure?: string[] | undefined;
  out?: string | undefined;
};

type Asked = { day: string; area: number; knownBy?: string };

function askedOf(options: FigureOptions): Asked {
  const { 'as-of': day, 'known-by': knownBy, area } = options;
  if (!day) throw new UsageError('要用 --as-of 写明时点，如 2022-05-31');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || momentOf(day) === undefined)
    throw new UsageError(`--as-of 要写日期，如 2022-05-31，现在是“${day}”`);
  if (knownBy !== undefined && momentOf(knownBy) === undefined)
    throw new UsageError(`--known-by 要写日期或时间，如 2022-06-08T10:00:00，现在是“${knownBy}”`);
  if (area !== undefined && !/^15\d{10}$/.test(area))
    throw new UsageError(`--area 要写 12 位地区代码，现在是“${area}”`);
  return { day, area: Number(area ?? REGION_CODE), ...(knownBy === undefined ? {} : { knownBy }) };
}

function figureOf(word: string): FigureDefinition {
  const found = findFigure(word);
  if (!found) throw new UsageError(`没有名为“${word}”的指标`);
  return found;
}

/** A code that no region has is a mistake of the call. */
async function openAsked(tx: Tx, asked: Asked) {
  try {
    return await openReading(tx, asked);
  } catch (error) {
    if (error instanceof Problem && error.code === 'regions.not-found') throw new UsageError(error.message);
    throw error;
  }
}

async function answer(tx: Tx, asked: Asked, { figure: words = [], out }: FigureOptions, isJson: boolean) {
  const definitions = words.length === 0 ? FIGURES : words.map(figureOf);
  const reading = await openAsked(tx, asked);
  const figures = [];
  for (const definition of definitions) {
    const { id, name, op, unit } = definition;
    const settings = Object.fromEntries(definition.settings.map((one) => [one, reading.settings[one] ?? null]));
    const found = await answerFigure(tx, reading, definition);
    figures.push({ id, name, area: asked.area, asOf: asked.day, op, unit, settings, ...found });
  }
  if (out !== undefined) await writeFile(out, figuresCsv(figures));
  if (!isJson)
    return Object.fromEntries(
      figures.map(({ id, name, shown, unit, status }) => [
        id,
        `${name} ${shown}${status === 'value' ? ` ${unit}` : ''}`,
      ]),
    );
  const { day, area, knownBy = null } = asked;
  const told = figures.map(({ exact: _exact, ...figure }) => ({ ...figure, area: String(figure.area) }));
  return { asOf: day, area: String(area), knownBy, figures: told };
}

async function writeRows(tx: Tx, asked: Asked, word: string | undefined, { out }: FigureOptions) {
  const definition = figureOf(word ?? '');
  if (!out) throw new UsageError('要用 --out 写明输出文件');
  const reading = await openAsked(tx, asked);
  const behind = await rowsBehind(tx, reading, definition);
  const target = createWriteStream(out);
  target.write(ROWS_HEAD);
  let rows = 0;
  if (behind)
    for await (const found of eachRow(tx, behind)) {
      rows += found.length;
      if (!target.write(rowsCsv(found))) await once(target, 'drain');
    }
  target.end();
  await finished(target);
  return { figure: definition.id, out, rows };
}

async function compare(tx: Tx, asked: Asked, { area, out }: FigureOptions) {
  if (area !== undefined) await openAsked(tx, asked);
  const where = area === undefined ? { range: WHOLE_REGION } : { area: asked.area };
  const figures = await compareFigures(tx, { day: asked.day, where, knownBy: asked.knownBy });
  if (out !== undefined) await writeFile(out, comparedCsv(figures));
  return { asOf: asked.day, figures: figures.map((row) => ({ ...row, area: String(row.area) })) };
}

/** Runs the words after `figures`. */
export async function runFigures(
  open: () => Promise<Shouwang>,
  words: string[],
  options: FigureOptions & { json?: boolean | undefined },
): Promise<Outcome> {
  const [what, word, ...more] = words;
  if (what !== undefined && what !== 'rows' && what !== 'compare')
    throw new UsageError(`figures 后面可以写 rows 或 compare，没有“${what}”`);
  if (more.length > 0 || (what === 'compare' && word !== undefined)) throw new UsageError(`多出“${more[0] ?? word}”`);
  const asked = askedOf(options);
  for (const one of options.figure ?? []) figureOf(one);
  if (what === 'rows') {
    figureOf(word ?? '');
    if (!options.out) throw new UsageError('要用 --out 写明输出文件');
  }
  const shouwang = await open();
  try {
    const result = await shouwang.db.bulkRead((tx): Promise<unknown> => {
      if (what === 'rows') return writeRows(tx, asked, word, options);
      return what === 'compare' ? compare(tx, asked, options) : answer(tx, asked, options, options.json ?? false);
    });
    return { result, failed: false };
  } finally {
    await shouwang.close();
  }
}
