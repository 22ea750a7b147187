// A run as it is told: standings, one sheet, and what other weights would do.

import { Problem } from '../../../kernel/problem.ts';
import { exactOf, hundredths, pointsText, readExact } from '../domain/exact.ts';
import { methodWords } from '../domain/method-words.ts';
import type { Standing } from '../domain/reckon.ts';
import '../domain/problems.ts';
import {
  baseDoubts,
  type FrozenIndicator,
  type RunContent,
  reweighed,
  type ScoreContent,
  standingsOf,
  weightSum,
  withPoints,
} from '../domain/run.ts';
import type { SchemeRow } from './load-scheme.ts';
import type { OpenRun, Sight } from './read-run.ts';

export function headOf({ scheme, areaName }: { scheme: SchemeRow; areaName: string }) {
  const { countyCode, id, number, name, edition, year, regionCode, targets, state, asOf, enteredBy } = scheme;
  return {
    ...{ countyCode, id, number, name, edition, year, areaCode: regionCode, areaName, targets, state },
    ...{ asOf, enteredBy },
    ...(scheme.objectionsUntil ? { objectionsUntil: scheme.objectionsUntil } : {}),
    ...(scheme.publishedOn ? { publishedOn: scheme.publishedOn } : {}),
  };
}

export function toldIndicator(one: FrozenIndicator) {
  const { number, parent, name, source, figure, unit, weight, method, department } = one;
  const all = { number, parent, name, source, figure, unit, weight, method, department, words: methodWords(one) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as typeof all;
}

export function toldStanding(open: OpenRun, standing: Standing) {
  const { run, contents, standings, corrections } = open;
  const content = contents.find(({ regionCode }) => regionCode === standing.regionCode);
  const { idle: _idle, ...rest } = standing;
  return {
    ...rest,
    name: content?.name ?? '',
    groupSize: standings.filter(({ group, rank }) => group === standing.group && rank !== undefined).length,
    doubts: content?.values.filter((value) => baseDoubts(run.content, value).length > 0).length ?? 0,
    corrections: corrections.filter(({ regionCode }) => regionCode === standing.regionCode).length,
  };
}

/** What who asks may see of a run: nothing below before the scores were told. */
export function toldRun(open: OpenRun | undefined, { isWhole, isTold, sees }: Sight) {
  if (!open || !(isWhole || isTold)) return { earlier: 0, standings: [], openObjections: 0 };
  const { run, at, by } = open.run;
  return {
    ...{ computed: { run, at, by }, earlier: run - 1, openObjections: isWhole ? open.openObjections : 0 },
    standings: open.standings.filter(({ regionCode }) => sees(regionCode)).map((one) => toldStanding(open, one)),
  };
}

function toldValues({ run, computed }: OpenRun, content: ScoreContent) {
  const before = computed.find(({ regionCode }) => regionCode === content.regionCode);
  return content.values.map((value) => {
    const first = before?.values.find(({ number }) => number === value.number)?.points;
    return {
      ...{ indicator: value.number, shown: value.shown, marks: value.marks ?? [] },
      doubts: baseDoubts(run.content, value),
      ...(value.before === undefined ? {} : { before: pointsText(hundredths(readExact(value.before))) }),
      ...(value.base === undefined ? {} : { base: value.base }),
      ...(value.baseBefore === undefined ? {} : { baseBefore: value.baseBefore }),
      ...(value.points === undefined ? {} : { points: value.points }),
      ...(first === value.points || first === undefined ? {} : { computedPoints: first }),
    };
  });
}

/** Throws `appraisals.no-target`. */
export function sheetOf(open: OpenRun, regionCode: number) {
  const content = open.contents.find((one) => one.regionCode === regionCode);
  const standing = open.standings.find((one) => one.regionCode === regionCode);
  if (!content || !standing) throw new Problem('appraisals.no-target');
  return {
    ...headOf(open),
    standing: toldStanding(open, standing),
    indicators: open.run.content.indicators.map(toldIndicator),
    values: toldValues(open, content),
    adjustments: content.adjustments.map((one) => ({ ...one, idle: standing.idle.includes(one.number) })),
  };
}

type Weight = { number: string; weight: number };

function newRun({ content }: { content: RunContent }, weights: readonly Weight[]): RunContent {
  const run = reweighed(content, new Map(weights.map(({ number, weight }) => [number, weight])));
  const sum = weightSum(run.indicators);
  if (sum !== hundredths(exactOf(100))) throw new Problem('appraisals.weights-not-100', { sum: pointsText(sum) });
  return run;
}

/** Before and after, by the new place. What was put right by objections is held to the old weights and does not take part. */
export function whatIf({ run, computed, contents, standings }: OpenRun, weights: readonly Weight[]) {
  const other = newRun(run, weights);
  const rescored = withPoints(other.indicators, computed);
  const after = new Map(standingsOf(other, rescored).map((one) => [one.regionCode, one]));
  const names = new Map(contents.map(({ regionCode, name }) => [regionCode, name]));
  return standings
    .map(({ regionCode, group, total, rank, grade }) => {
      const now = after.get(regionCode);
      return {
        ...{ regionCode, group, total, name: names.get(regionCode) ?? '', newTotal: now?.total ?? 0 },
        ...(rank === undefined ? {} : { rank }),
        ...(grade === undefined ? {} : { grade }),
        ...(now?.rank === undefined ? {} : { newRank: now.rank }),
        ...(now?.grade === undefined ? {} : { newGrade: now.grade }),
      };
    })
    .sort((a, b) => a.group.localeCompare(b.group, 'zh') || (a.newRank ?? 1e6) - (b.newRank ?? 1e6));
}
