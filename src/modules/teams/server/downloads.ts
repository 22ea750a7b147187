// Papers of teams as files: forms by their names, the month's sheet, the slips of a ballot.

import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { answerPaper, checkFormat } from '../../../platform/server/papers/answer-file.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { formRoute } from '../../regions/server/index.ts';
import { SLIP_ROLES, slipsAsked } from '../domain/assessment-contract.ts';
import { sheetPaper } from '../domain/attendance-contract.ts';
import { TEAM_FORMS } from '../domain/words.ts';
import { slipsPaper } from './ballots.ts';
import { TEAM_FORM_SHEETS } from './forms.ts';
import { readSheet } from './read-sheet.ts';
import { buildSheetPaper } from './sheet-paper.ts';

/** Their codes come of a secret of the program, which a paper of records alone has not. */
const slips = rawRoute({
  meta: { name: 'teams.slips', roles: SLIP_ROLES, writes: false, offline: false, quota: 'export' },
  method: 'GET',
  path: '/teams/ballots/:number/slips',
  input: slipsAsked,
  answer: async ({ db, actor, services, spend }, { number, format }) => {
    checkFormat(format, spend);
    const document = await db.write(actor, undefined, async (tx) => {
      const made = await slipsPaper(tx, services.keys, number, dayOn(services.clock));
      const subject = { subjectKind: 'team-ballot', subjectId: number, regionCode: made.village };
      return {
        result: made.document,
        audit: { operation: 'teams.slips', ...subject, after: { slips: made.slips, format } },
      };
    });
    return answerPaper(actor.accountId, document, format, { title: document.title, pageNumbers: false });
  },
});

export const teamsDownloads: RawRoute[] = [
  formRoute({ name: 'teams.form', titles: TEAM_FORMS, forms: TEAM_FORM_SHEETS }),
  slips,
  paperRoute({
    ...{ name: 'teams.sheet-paper', roles: READERS, heavy: true },
    path: '/teams/sheet/paper',
    input: sheetPaper,
    build: async (tx, asked, today) => {
      const sheet = await readSheet(tx, asked, today);
      return {
        document: buildSheetPaper(sheet),
        audit: {
          subjectKind: 'list',
          subjectId: 'team-sheet',
          regionCode: sheet.area.code,
          after: { month: asked.month, rows: sheet.lines.length },
        },
      };
    },
  }),
];
