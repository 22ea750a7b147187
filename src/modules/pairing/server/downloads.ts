// Reports of this slice as papers: the year of a pairing, and of the cooperation with Beijing.

import { READERS } from '../../../kernel/operation.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { reportInput } from '../domain/contract.ts';
import { cooperationReportInput } from '../domain/cooperation/contract.ts';
import { buildCooperationReport } from '../domain/cooperation/report.ts';
import { buildReport } from '../domain/report.ts';
import { readCooperation } from './cooperation/read-cooperation.ts';
import { readPairing } from './read-pairing.ts';

export const pairingDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'pairing.report', roles: READERS },
    path: '/pairing/report',
    input: reportInput,
    build: async (tx, { number, year }, today) => {
      const report = await readPairing(tx, { number, year }, today);
      return {
        document: buildReport(report),
        audit: {
          ...{ subjectKind: 'pairing', subjectId: report.id, regionCode: report.helpedCode },
          after: { number, year },
        },
      };
    },
  }),
  paperRoute({
    ...{ name: 'pairing.cooperation-report', roles: READERS },
    path: '/pairing/cooperation/report',
    input: cooperationReportInput,
    build: async (tx, { format: _format, ...asked }, today) => {
      const report = await readCooperation(tx, asked, today);
      const { code, name } = report.area;
      return {
        document: buildCooperationReport({ ...report, areaName: name }),
        audit: { subjectKind: 'region', subjectId: code, regionCode: code, after: { year: report.year } },
      };
    },
  }),
];
