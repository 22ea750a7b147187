// What is measured of the assessed: figures of the program, as they were known on the last day of entering, and what was judged by hand.

import { sql } from 'kysely';
import { inUnit } from '../../../kernel/exact/printing.ts';
import { type Ratio, reduced } from '../../../kernel/exact/ratio.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { onDay, sameDayBefore } from '../../figures/domain/asked.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import { type MeasuredRegions, measureRegions, type RegionAnswer } from '../../figures/server/index.ts';
import { exactOf, hundredths, pointsText, readExact, writeExact } from '../domain/exact.ts';
import { groupOfSize, NO_GROUPS, readBounds } from '../domain/groups.ts';
import {
  type FrozenIndicator,
  type KeptAdjustment,
  type KeptMark,
  type KeptValue,
  meanOf,
  type ScoreContent,
} from '../domain/run.ts';
import type { SchemeRow } from './load-scheme.ts';

const figuresOf = (indicators: readonly FrozenIndicator[]) =>
  indicators.flatMap(({ source, figure }) => (source === 'figure' && figure ? [figure] : []));

/** Held against the year before: progress, and rates whose denominator may have shrunk. */
function isCompared({ method, figure }: FrozenIndicator): boolean {
  const definition = figure === undefined ? undefined : findFigure(figure);
  if (method === 'improve' || !definition) return method === 'improve';
  return (definition.form === 'ratio' || definition.form === 'per-head') && !definition.reads.includes('targets');
}

const dayBefore = ({ asOf }: SchemeRow) => sameDayBefore(onDay(asOf)).day;

/** Asked before anything is written: it takes the database some seconds. */
export function measureScheme(
  context: OperationContext,
  scheme: SchemeRow,
  indicators: readonly FrozenIndicator[],
): Promise<MeasuredRegions> {
  const size = scheme.groupFigure ? findFigure(scheme.groupFigure)?.id : undefined;
  return measureRegions(context, {
    ...{ area: scheme.regionCode, level: scheme.targets === 'counties' ? 'county' : 'prefecture' },
    asks: [
      { day: scheme.asOf, figures: [...new Set([...figuresOf(indicators), ...(size ? [size] : [])])] },
      { day: dayBefore(scheme), figures: [...new Set(figuresOf(indicators.filter(isCompared)))] },
    ],
    knownBy: scheme.enteredBy,
  });
}

/** In the unit the figure is told in. */
function valueIn(figure: string, answer: RegionAnswer | undefined): Ratio | undefined {
  const definition = findFigure(figure);
  if (!answer?.exact || !definition) return undefined;
  return reduced(inUnit(answer.exact, definition.unit));
}

function figureValue(
  scheme: SchemeRow,
  measured: MeasuredRegions,
  { number, figure = '' }: FrozenIndicator,
  code: number,
) {
  const [now, then] = [scheme.asOf, dayBefore(scheme)].map((day) => measured.answer(figure, day, code));
  const [value, before] = [valueIn(figure, now), valueIn(figure, then)];
  return {
    ...{ number, shown: now?.shown ?? '' },
    ...(value ? { value: writeExact(value) } : {}),
    ...(before ? { before: writeExact(before) } : {}),
    ...(now?.base === undefined ? {} : { base: now.base }),
    ...(then?.base === undefined || then.status !== 'value' ? {} : { baseBefore: then.base }),
  };
}

function handValue({ number }: FrozenIndicator, marks: readonly KeptMark[]): KeptValue {
  const mean = meanOf(marks);
  if (mean === undefined) return { number, shown: '没有评分' };
  return { number, value: mean, shown: pointsText(hundredths(readExact(mean))), marks: [...marks] };
}

type MarkRow = { [K in keyof KeptMark]: KeptMark[K] | null } & { indicator: string; target: number };
/** What families answered, as one mark of the indicator: each family counts once, however many questions it was asked. */
function surveyedMarks(tx: Tx, { number, targets }: SchemeRow): Promise<MarkRow[]> {
  const size = targets === 'counties' ? 1_000_000 : 100_000_000;
  return tx.rows(sql<MarkRow>`
    select f.indicator as indicator, f.target, '实地调查' as scorer, round(avg(f.score), 6)::float8 as value,
      count(*)::text || ' 户，' || sum(f.answers)::text || ' 条回答' as evidence, max(f.surveyed_on)::text as scored_on, null as problem_number
    from (select t.indicator_number as indicator, t.place_code / ${size}::bigint * ${size}::bigint as target, t.household_number,
        avg(t.score) as score, count(*) as answers, max(t.surveyed_on) as surveyed_on
      from field_surveys t where t.scheme_number = ${number} and not t.voided group by 1, 2, 3) f
    group by 1, 2 order by 2, 1 limit 100000`);
}

type AdjustmentRow = { [K in keyof KeptAdjustment]: KeptAdjustment[K] | null } & { target: number };
type GroupRow = { target: number; group: string; excluded: boolean | null };

const told = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

async function readByHand(tx: Tx, scheme: SchemeRow) {
  const { number } = scheme;
  const marks = await tx.rows<MarkRow>(sql`select t.indicator_number as indicator, t.target_code as target, t.scorer,
      t.value::float8 as value, t.evidence, t.scored_on::text, t.problem_number
    from assessment_marks t where t.scheme_number = ${number} and not t.voided
    order by t.target_code, t.indicator_number, t.scorer limit 100000`);
  const adjustments = await tx.rows<AdjustmentRow>(sql`select t.adjustment_number as number, t.target_code as target,
      t.adjustment_kind as kind, t.points::float8 as points, t.cap_grade, t.reason, t.evidence, t.occurred_on::text, t.problem_number
    from assessment_adjustments t where t.scheme_number = ${number} and not t.voided
    order by t.target_code, t.adjustment_number limit 20000`);
  const groups = await tx.rows<GroupRow>(sql`select t.target_code as target, t.group_name as group, t.excluded
    from assessment_groups t where t.scheme_number = ${number} and not t.voided limit 1000`);
  marks.push(...(await surveyedMarks(tx, scheme)));
  return { marks, adjustments, groups: new Map(groups.map((row) => [row.target, row])) };
}

function adjustmentOf({ target: _target, points, ...row }: AdjustmentRow): KeptAdjustment {
  return { ...told(row), ...(points === null ? {} : { points: hundredths(exactOf(points ?? 0)) }) } as KeptAdjustment;
}

function markOf({ indicator: _indicator, target: _target, ...row }: MarkRow): KeptMark {
  return told(row) as KeptMark;
}

/** Everybody who is assessed with what was measured, without points yet. */
export async function measuredContents(
  tx: Tx,
  scheme: SchemeRow,
  indicators: readonly FrozenIndicator[],
  measured: MeasuredRegions,
): Promise<ScoreContent[]> {
  const { marks, adjustments, groups } = await readByHand(tx, scheme);
  const bounds = scheme.groupBounds ? readBounds(scheme.groupBounds) : [];
  const sizeFigure = scheme.groupFigure ? (findFigure(scheme.groupFigure)?.id ?? '') : undefined;
  const marksOf = Map.groupBy(marks, ({ target, indicator }) => `${target} ${indicator}`);
  const bySize = (code: number) =>
    sizeFigure === undefined
      ? NO_GROUPS
      : groupOfSize(valueIn(sizeFigure, measured.answer(sizeFigure, scheme.asOf, code)), bounds);
  return measured.regions
    .filter(({ code }) => !groups.get(code)?.excluded)
    .map(({ code, name }) => ({
      ...{ regionCode: code, name, group: groups.get(code)?.group ?? bySize(code) },
      values: indicators
        .filter(({ source }) => source !== 'class')
        .map((one) =>
          one.source === 'figure'
            ? figureValue(scheme, measured, one, code)
            : handValue(one, (marksOf.get(`${code} ${one.number}`) ?? []).map(markOf)),
        ),
      adjustments: adjustments.filter(({ target }) => target === code).map(adjustmentOf),
    }));
}
