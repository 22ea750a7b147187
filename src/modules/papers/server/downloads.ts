// Official documents as files: of one case, all notices that hang in an area today, the list of a day's decisions. Whoever
// may see the case may have its papers, and each that is taken out stands in the audit trail.

import { READERS } from '../../../kernel/operation.ts';
import { fileIdsOf, type OfficialDocument } from '../../../kernel/papers/model.ts';
import { parseDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionRange } from '../../../kernel/region-code.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { handedOut } from '../../../platform/server/lists/handed-out.ts';
import { rangeAsked } from '../../regions/server/index.ts';
import { approvalPapersInput, documentInput, noticePapersInput } from '../domain/contract.ts';
import { buildDocuments, documentTitle, noticePaper, whyNotReady } from '../domain/documents/catalogue.ts';
import '../domain/problems.ts';
import { answerFile, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { readPictures } from '../../../platform/server/papers/pictures.ts';
import { approvalPapers } from './documents/load-approvals.ts';
import { hangingCases } from './documents/load-notices.ts';
import { loadCaseView, photosOf } from './documents/load-view.ts';

const MOST_NOTICES = 300;

const document = rawRoute({
  meta: { name: 'papers.document', roles: READERS, writes: false, offline: false, quota: 'export' },
  method: 'GET',
  path: '/cases/:countyCode/:id/documents/:document',
  input: documentInput,
  answer: async ({ db, actor, services, spend }, { document: key, format, ...caseKey }) => {
    checkFormat(format, spend);
    const { documents, photos, title } = await db.write(actor, undefined, async (tx) => {
      const { loaded, view } = await loadCaseView(tx, services.keys, caseKey, dayOn(services.clock));
      const why = whyNotReady(key, view);
      if (why !== undefined) throw new Problem('papers.document-not-ready', { title: documentTitle(key), why });
      const built = buildDocuments(key, view);
      const result = {
        documents: built,
        photos: await photosOf(tx, caseKey, built.flatMap(fileIdsOf)),
        title: `${view.household.headName} ${documentTitle(key)}`,
      };
      const audit = {
        operation: 'papers.document',
        subjectKind: 'case',
        subjectId: `${caseKey.countyCode}-${caseKey.id}`,
        regionCode: loaded.row.villageCode,
        householdId: loaded.row.householdId,
        after: { document: key, format },
      };
      return { result, audit };
    });
    const pictures = await readPictures(services.dataFolder, caseKey.countyCode, photos);
    return answerFile(
      { accountId: actor.accountId, documents, pictures, options: { title, pageNumbers: !key.endsWith('notice') } },
      format,
    );
  },
});

const NO_PICTURES = new Map<string, never>();

/** Under the area it was taken from: what was asked for, cut to the actor's. */
function auditOfPapers(operation: string, { low }: RegionRange, after: object) {
  return { operation, subjectKind: 'list', subjectId: low, regionCode: low, after };
}

const notices = rawRoute({
  meta: { name: 'papers.print-notices', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/papers/notices/print',
  input: noticePapersInput,
  answer: async ({ db, actor, services, spend }, { area, format }) => {
    checkFormat(format, spend);
    const documents = await db.write(actor, undefined, async (tx) => {
      const asked = { range: await rangeAsked(tx, area), today: dayOn(services.clock) };
      const { cases, next } = await hangingCases(tx, services.keys, asked, { limit: MOST_NOTICES });
      if (next) throw new Problem('papers.too-many-papers', { limit: MOST_NOTICES });
      const handed = handedOut();
      for (const { key } of cases) handed.add(key.countyCode);
      const papers: OfficialDocument[] = cases.flatMap(({ view, notices: hung }) =>
        hung.map((notice) => noticePaper(view, notice)),
      );
      if (papers.length === 0) throw new Problem('papers.no-notices');
      return {
        result: papers,
        audit: handed.audits(
          auditOfPapers('papers.print-notices', asked.range, { papers: papers.length, format }),
          asked.range,
        ),
      };
    });
    return answerFile(
      { accountId: actor.accountId, documents, pictures: NO_PICTURES, options: { title: '公示', pageNumbers: false } },
      format,
    );
  },
});

const approvals = rawRoute({
  meta: { name: 'papers.print-approvals', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
  method: 'GET',
  path: '/papers/approvals',
  input: approvalPapersInput,
  answer: async ({ db, actor, spend }, { area, day, format }) => {
    checkFormat(format, spend);
    const documents = await db.write(actor, undefined, async (tx) => {
      const range = await rangeAsked(tx, area);
      const papers = await approvalPapers(tx, range, parseDate(day));
      return { result: papers, audit: auditOfPapers('papers.print-approvals', range, { day, format }) };
    });
    const options = { title: `${day} 审定名单`, pageNumbers: true };
    return answerFile({ accountId: actor.accountId, documents, pictures: NO_PICTURES, options }, format);
  },
});

export const papersDownloads: RawRoute[] = [document, notices, approvals];
