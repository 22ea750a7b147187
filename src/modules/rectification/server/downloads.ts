// Forms of one problem, and the three lists and the report of an area, as papers.

import { sql } from 'kysely';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { OFFICERS, READERS } from '../../../kernel/operation.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { type LedgerRow, listsPaper, reportPaper } from '../domain/area-papers.ts';
import { ledgerInput, paperInput } from '../domain/contract.ts';
import { FORM_NAMES, LEDGER_NAMES } from '../domain/forms.ts';
import { problemPaper } from '../domain/papers.ts';
import { STATE } from './problem-sql.ts';
import { readOverview } from './read-overview.ts';
import { readProblem } from './read-problem.ts';

const MOST_ROWS = 5000;

async function ledgerRows(tx: Tx, area: number | undefined): Promise<LedgerRow[]> {
  const { low, high } = await rangeAsked(tx, area);
  const rows = await tx.rows(sql<LedgerRow>`
    select t.number, coalesce(r.name, '') as region_name, t.problem_source as source, t.reported_back_on::text as reported_on,
      t.feedback_document_no as document_no, t.problem_wording as wording, t.problem_kind as topic, t.lead_unit,
      t.responsible_unit as unit, t.duty_post as post, t.rectify_by::text, t.measures as measures_text, t.rectified_on::text,
      t.closed_on::text, ${sql.raw(STATE)} as state
    from problems t left join regions r on r.code = t.region_code
    where not t.voided and t.place_code between ${low} and ${high} order by t.place_code, t.number limit ${MOST_ROWS}`);
  return rows.map((row) => {
    const { wording, measuresText, ...rest } = withoutNulls(row);
    return {
      ...{ ...rest, wording: hideNumbers(wording) },
      ...(measuresText ? { measuresText: hideNumbers(measuresText) } : {}),
    };
  });
}

export const rectificationDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'rectification.paper', roles: READERS },
    path: '/rectification/papers/:form',
    input: paperInput,
    build: async (tx, { number, form }, today) => {
      const problem = await readProblem(tx, number, today);
      return {
        ...{ document: problemPaper(form, FORM_NAMES[form], problem), title: `${FORM_NAMES[form]}（${number}）` },
        audit: {
          ...{ subjectKind: 'problem', subjectId: problem.id, regionCode: problem.regionCode },
          after: { number, form },
        },
      };
    },
  }),
  paperRoute({
    ...{ name: 'rectification.ledger', roles: OFFICERS, heavy: true },
    path: '/rectification/ledgers/:form',
    input: ledgerInput,
    build: async (tx, { area, form }, today) => {
      const { code, name } = await getRegion(tx, area ?? tx.actor.areaCode);
      const title = `${name}${LEDGER_NAMES[form]}`;
      const audit = { subjectKind: 'list', subjectId: form, regionCode: code };
      if (form === 'lists') return { document: listsPaper(title, await ledgerRows(tx, area)), audit };
      const { total, rows } = await readOverview(tx, { area }, today);
      return { document: reportPaper(title, { areaName: name, asOf: formatDate(today), total, rows }), audit };
    },
  }),
];
