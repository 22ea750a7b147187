// The forms of an assessment as the file that was asked for.

import { Problem } from '../../../kernel/problem.ts';
import type { OperationContext } from '../../../platform/server/http/context.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerPaper, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { appraisalPaperInput, type PaperKind } from '../domain/contract.ts';
import { type AppraisalPaper, buildIndicators, buildResults, buildSheet } from '../domain/papers.ts';
import { APPRAISAL_READERS } from '../domain/registers/scheme-states.ts';
import '../domain/problems.ts';
import type { RunContent } from '../domain/run.ts';
import { indicatorsOf, runContentOf, type SchemeRow } from './load-scheme.ts';
import { areaNameOf, askedRun, askedScheme, type OpenRun, openRun, type Sight } from './read-run.ts';

function paperOf(scheme: SchemeRow, areaName: string, run: RunContent): AppraisalPaper {
  return {
    ...{ schemeName: scheme.name, areaName, run, documentNo: scheme.documentNo ?? undefined },
    ...{ publishedNo: scheme.publishedNo ?? undefined, publishedOn: scheme.publishedOn ?? undefined },
  };
}

type Asked = { number: string; paper: PaperKind; region?: number | undefined };

/** By what is scored is everybody's to read from the day it was issued. */
function buildRules(context: OperationContext, { number }: Asked) {
  return askedScheme(context, number, async (scheme, _sight, tx) => {
    const content = (await openRun(tx, scheme))?.run.content;
    const run = content ?? runContentOf(scheme, await indicatorsOf(tx, number));
    return { scheme, document: buildIndicators(paperOf(scheme, await areaNameOf(tx, scheme), run)) };
  });
}

function build(open: OpenRun, sight: Sight, { paper, region = 0 }: Asked) {
  const told = paperOf(open.scheme, open.areaName, open.run.content);
  if (paper === 'results') {
    if (!sight.isWhole) throw new Problem('appraisals.no-target');
    const names = new Map(open.contents.map(({ regionCode, name }) => [regionCode, name]));
    return buildResults(told, open.standings, (code) => names.get(code) ?? String(code));
  }
  const content = open.contents.find(({ regionCode }) => regionCode === region);
  const standing = open.standings.find(({ regionCode }) => regionCode === region);
  if (!content || !standing || !sight.sees(region)) throw new Problem('appraisals.no-target');
  return buildSheet(told, content, standing);
}

export const appraisalsDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'appraisals.paper', roles: APPRAISAL_READERS, writes: false, offline: false, quota: 'export' },
    method: 'GET',
    path: '/appraisals/:number/paper',
    input: appraisalPaperInput,
    answer: async (context, { format, ...asked }) => {
      const { db, actor, spend } = context;
      checkFormat(format, spend);
      const { document, scheme } =
        asked.paper === 'indicators'
          ? await buildRules(context, asked)
          : await askedRun(context, asked.number, (open, sight) => ({
              ...{ document: build(open, sight, asked), scheme: open.scheme },
            }));
      await db.write(actor, undefined, async () => ({
        result: undefined,
        audit: {
          ...{ operation: 'appraisals.paper', subjectKind: 'assessment-scheme', subjectId: scheme.id },
          ...{ regionCode: asked.region ?? scheme.regionCode, after: { ...asked, format } },
        },
      }));
      return answerPaper(actor.accountId, document, format, { title: document.title, pageNumbers: true });
    },
  }),
];
