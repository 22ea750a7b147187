// The year's report of a pairing as the file that was asked for.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerTable, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { reportInput } from '../domain/contract.ts';
import { buildReport } from '../domain/report.ts';
import { readPairing } from './read-pairing.ts';

const NO_PICTURES = new Map<string, never>();

export const pairingDownloads: RawRoute[] = [
  rawRoute({
    meta: { name: 'pairing.report', roles: READERS, writes: false, offline: false, quota: 'export' },
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
      const document = buildReport(report);
      return answerTable(
        {
          ...{ accountId: actor.accountId, documents: [document], pictures: NO_PICTURES },
          options: { title: document.title, pageNumbers: true },
        },
        format,
      );
    },
  }),
];
