// A scheme with what it scores and whom, from its registers.

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { stateSql } from '../../../platform/server/registers/moves/state-sql.ts';
import { findFigure } from '../../figures/domain/definitions/index.ts';
import { exactOf, hundredths } from '../domain/exact.ts';
import '../domain/problems.ts';
import type { Grading } from '../domain/reckon.ts';
import { schemeRegister } from '../domain/registers/scheme-register.ts';
import type { FrozenIndicator, RunContent } from '../domain/run.ts';

export const schemes = schemeRegister as unknown as RegisterDefinition;

export type SchemeState = 'draft' | 'issued' | 'computed' | 'announced' | 'heard' | 'approved' | 'published';

export type SchemeRow = {
  countyCode: number;
  id: number;
  version: string;
  number: string;
  name: string;
  edition: number;
  replacesNumber: string | null;
  regionCode: number;
  year: number;
  kind: string;
  targets: 'counties' | 'leagues';
  asOf: string;
  enteredBy: string;
  groupFigure: string | null;
  groupBounds: string | null;
  smallBase: number;
  baseDrop: number;
  objectionDays: number;
  documentNo: string | null;
  objectionsUntil: string | null;
  publishedOn: string | null;
  publishedNo: string | null;
  state: SchemeState;
  /** Numbers of the register, points not yet hundredths. */
  grading: Grading;
};

export const SCHEME_COLUMNS = sql`t.county_code, t.id, (extract(epoch from t.recorded_at) * 1000000)::bigint::text as version,
  t.number, t.scheme_name as name, t.edition, t.replaces_number, t.region_code, t.year,
  t.assessment_kind as kind, t.targets, t.as_of::text, t.entered_by::text, t.group_figure, t.group_bounds, t.small_base,
  t.base_drop::float8 as base_drop, t.objection_days, t.document_no, t.objections_until::text, t.published_on::text, t.published_no,
  ${sql.raw(stateSql(schemes))} as state,
  jsonb_build_object('grading', t.grading, 'goodFrom', coalesce(t.good_from, 0), 'fairlyGoodFrom', coalesce(t.fairly_good_from, 0),
    'fairFrom', t.fair_from, 'goodShare', coalesce(t.good_share, 0), 'fairlyGoodShare', coalesce(t.fairly_good_share, 0),
    'bonusMost', t.bonus_most, 'deductMost', t.deduct_most, 'vetoGrade', t.veto_grade, 'missing', t.missing_rule, 'leastWeight', t.least_weight) as grading`;

/** Throws `appraisals.not-found`. */
export async function findScheme(tx: Tx, number: string): Promise<SchemeRow> {
  const found = await tx.first<SchemeRow>(sql`select ${SCHEME_COLUMNS} from assessment_schemes t
    where t.number = ${number} and not t.voided`);
  if (!found) throw new Problem('appraisals.not-found');
  return found;
}

const points = (value: number) => hundredths(exactOf(value));

/** Points of the register as whole hundredths. */
export function gradingOf({ grading }: SchemeRow): Grading {
  const { goodFrom, fairlyGoodFrom, fairFrom, bonusMost, deductMost } = grading;
  return {
    ...grading,
    ...{ goodFrom: points(goodFrom), fairlyGoodFrom: points(fairlyGoodFrom), fairFrom: points(fairFrom) },
    ...{ bonusMost: points(bonusMost), deductMost: points(deductMost) },
  };
}

type IndicatorRow = { [K in keyof FrozenIndicator]: FrozenIndicator[K] | null };

/** In the order of the scheme; a figure by its id, whatever it was called. */
export async function indicatorsOf(tx: Tx, schemeNumber: string): Promise<FrozenIndicator[]> {
  const rows = await tx.rows<IndicatorRow>(sql`select t.indicator_number as number, t.parent_number as parent,
      t.indicator_name as name, t.source, t.figure, t.weight::float8 as weight, t.method, t.better, t.full_at::float8 as "full",
      t.zero_at::float8 as zero, t.steps, t.per_unit::float8 as per_unit, t.least_share::float8 as least_share, t.department
    from assessment_indicators t where t.scheme_number = ${schemeNumber} and not t.voided
    order by array(select m[1]::int from regexp_matches(t.indicator_number, '[0-9]{1,9}', 'g') m), t.indicator_number limit 500`);
  return rows.map((row) => {
    const told = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as FrozenIndicator;
    const figure = told.figure === undefined ? undefined : findFigure(told.figure);
    return { ...told, ...(figure ? { figure: figure.id, unit: figure.unit } : {}) };
  });
}

export function runContentOf(scheme: SchemeRow, indicators: FrozenIndicator[]): RunContent {
  const { asOf, enteredBy, targets, smallBase, baseDrop } = scheme;
  return { asOf, enteredBy, targets, smallBase, baseDrop, grading: gradingOf(scheme), indicators };
}
