// Forms of one problem, and the three lists and the report of an area, as the file that was asked for.

import { sql } from 'kysely';
import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { OFFICERS, READERS } from '../../../kernel/operation.ts';
import { formatDate } from '../../../kernel/plain-date.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { withoutNulls } from '../../../platform/server/lists/without-nulls.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { type LedgerRow, listsPaper, reportPaper } from '../domain/area-papers.ts';
import { ledgerInput, paperInput } from '../domain/contract.ts';
import { FORM_NAMES, LEDGER_NAMES } from '../domain/forms.ts';
import { problemPaper } from '../domain/papers.ts';
import { STATE } from './problem-sql.ts';
import { readOverview } from './read-overview.ts';
import { readProblem } from './read-problem.ts';

const NO_PICTURES = new Map<string, never>();
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
  rawRoute({
    meta: { name: 'rectification.paper', roles: READERS, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/rectification/papers/:form',
    input: paperInput,
    answer: async ({ db, actor, services, spend }, { number, form, format }) => {
      checkFormat(format, spend);
      const problem = await db.write(actor, undefined, async (tx) => {
        const result = await readProblem(tx, number, dayOn(services.clock));
        const of = { subjectKind: 'problem', subjectId: result.id, regionCode: result.regionCode };
        return { result, audit: { operation: 'rectification.paper', ...of, after: { number, form, format } } };
      });
      const title = `${FORM_NAMES[form]}（${number}）`;
      const documents = [problemPaper(form, FORM_NAMES[form], problem)];
      const options = { title, pageNumbers: true };
      return answerTable({ accountId: actor.accountId, documents, pictures: NO_PICTURES, options }, format);
    },
  }),
  rawRoute({
    meta: {
      name: 'rectification.ledger',
      roles: OFFICERS,
      writes: false,
      offline: false,
      heavy: true,
      quota: 'export',
    },
    method: 'GET',
    path: '/rectification/ledgers/:form',
    input: ledgerInput,
    answer: async ({ db, actor, services, spend }, { area, form, format }) => {
      checkFormat(format, spend);
      const today = dayOn(services.clock);
      const document = await db.write(actor, undefined, async (tx) => {
        const region = await getRegion(tx, area ?? actor.areaCode);
        const title = `${region.name}${LEDGER_NAMES[form]}`;
        const audit = {
          ...{ operation: 'rectification.ledger', subjectKind: 'list', subjectId: form, regionCode: region.code },
          after: { format },
        };
        if (form === 'lists') return { result: listsPaper(title, await ledgerRows(tx, area)), audit };
        const { total, rows } = await readOverview(tx, { area }, today);
        const result = reportPaper(title, { areaName: region.name, asOf: formatDate(today), total, rows });
        return { result, audit };
      });
      const options = { title: document.title, pageNumbers: true };
      return answerTable({ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES, options }, format);
    },
  }),
];
