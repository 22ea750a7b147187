// Reports of this slice as the file that was asked for: the year of a pairing, and of the cooperation with Beijing.

import { READERS } from '../../../kernel/operation.ts';
import type { TablePaperFormat } from '../../../kernel/papers/formats.ts';
import type { OfficialDocument } from '../../../kernel/papers/model.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { reportInput } from '../domain/contract.ts';
import { cooperationReportInput } from '../domain/cooperation/contract.ts';
import { buildCooperationReport } from '../domain/cooperation/report.ts';
import { buildReport } from '../domain/report.ts';
import { readCooperation } from './cooperation/read-cooperation.ts';
import { readPairing } from './read-pairing.ts';

const NO_PICTURES = new Map<string, never>();

function answer(accountId: number, document: OfficialDocument, format: TablePaperFormat) {
  const options = { title: document.title, pageNumbers: true };
  return answerTable({ accountId, documents: [document], pictures: NO_PICTURES, options }, format);
}

const meta = { roles: READERS, writes: false, offline: false, quota: 'export' } as const;

export const pairingDownloads: RawRoute[] = [
  rawRoute({
    meta: { ...meta, name: 'pairing.report' },
    method: 'GET',
    path: '/pairing/report',
    input: reportInput,
    answer: async ({ db, actor, services, spend }, { format, number, year }) => {
      checkFormat(format, spend);
      const report = await db.write(actor, undefined, async (tx) => {
        const result = await readPairing(tx, { number, year }, dayOn(services.clock));
        const of = { subjectKind: 'pairing', subjectId: result.id, regionCode: result.helpedCode };
        return { result, audit: { operation: 'pairing.report', ...of, after: { number, year, format } } };
      });
      return answer(actor.accountId, buildReport(report), format);
    },
  }),
  rawRoute({
    meta: { ...meta, name: 'pairing.cooperation-report' },
    method: 'GET',
    path: '/pairing/cooperation/report',
    input: cooperationReportInput,
    answer: async ({ db, actor, services, spend }, { format, ...asked }) => {
      checkFormat(format, spend);
      const report = await db.write(actor, undefined, async (tx) => {
        const result = await readCooperation(tx, asked, dayOn(services.clock));
        const of = { subjectKind: 'region', subjectId: result.area.code, regionCode: result.area.code };
        return {
          result,
          audit: { operation: 'pairing.cooperation-report', ...of, after: { year: result.year, format } },
        };
      });
      return answer(actor.accountId, buildCooperationReport({ ...report, areaName: report.area.name }), format);
    },
  }),
];
