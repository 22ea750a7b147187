// Files that work as the owner of the tables, whom row-level security does not hold: `bulk`, `bulkRead` and `lookUp` of the
// database. Each must look after areas itself, so a new one is a decision that is seen here.

import ts from 'typescript';

export const AS_OWNER: string[] = [
  'src/app/open-api.ts',
  'src/app/commands/audit-command.ts',
  'src/app/backups/back-up.ts',
  'src/app/backups/nightly.ts',
  'src/app/commands/restore-command.ts',
  'src/modules/accounts/server/home/handlers.ts',
  'src/app/commands/export-command.ts',
  'src/app/commands/figure-command.ts',
  'src/app/commands/load-command.ts',
  'src/app/open-shouwang.ts',
  'src/app/commands/register-command.ts',
  'src/modules/accounts/server/change-password.ts',
  'src/modules/accounts/server/create-accounts.ts',
  'src/modules/accounts/server/factor/own-factor.ts',
  'src/modules/accounts/server/sessions.ts',
  'src/modules/accounts/server/sign-in.ts',
  'src/modules/appraisals/server/read-run.ts',
  'src/modules/board/server/kept-values.ts',
  'src/modules/cases/server/follow.ts',
  'src/modules/cases/server/recompute.ts',
  'src/modules/declare/server/status.ts',
  'src/modules/demo/server/demo-actor.ts',
  'src/modules/demo/server/load-cases.ts',
  'src/modules/demo/server/load-demo.ts',
  'src/modules/demo-focus/server/fill-focus.ts',
  'src/modules/demo-focus/server/load-focus.ts',
  'src/modules/demo-registers/server/clean-demo.ts',
  'src/modules/demo-registers/server/load-registers.ts',
  'src/modules/demo-registers/server/team-month.ts',
  'src/modules/demo-registers/server/region-toilets.ts',
  'src/modules/demo-registers/server/visit-round.ts',
  'src/modules/feeds/server/batch-jobs.ts',
  'src/modules/feeds/server/decide-match.ts',
  'src/modules/feeds/server/downloads.ts',
  'src/modules/feeds/server/files/expire-held.ts',
  'src/modules/feeds/server/follow-persons.ts',
  'src/modules/feeds/server/handlers.ts',
  'src/modules/feeds/server/loading/load-batch.ts',
  'src/modules/feeds/server/undo.ts',
  'src/modules/field/server/forget-items.ts',
  'src/modules/figures/server/kept/keep-up.ts',
  'src/modules/figures/server/kept/kept-counts.ts',
  'src/platform/server/field/epoch.ts',
  'src/modules/households/server/event-jobs.ts',
  'src/modules/opendata/server/admit-key.ts',
  'src/modules/registry-import/server/handlers.ts',
  'src/modules/registry-import/server/import-jobs.ts',
  'src/modules/registry-import/server/import-registry.ts',
  'src/modules/households/server/search/name-pinyin.ts',
  'src/modules/registry-import/server/refused-file.ts',
  'src/modules/intake/server/preview-file.ts',
  'src/modules/messages/server/daily.ts',
  'src/modules/messages/server/door.ts',
  'src/modules/messages/server/gather-jobs.ts',
  'src/modules/messages/server/watch-clock.ts',
  'src/modules/national/server/national-export-job.ts',
  'src/modules/regions/server/load.ts',
  'src/modules/cleaning/server/run-job.ts',
  'src/modules/sweeps/server/refresh-lists.ts',
  'src/modules/teams/server/purge.ts',
  'src/modules/warnings/server/handlers.ts',
  'src/modules/organisations/server/merge.ts',
  'src/modules/parameters/server/import-parameters.ts',
  'src/modules/warnings/server/screening/screen.ts',
  'src/modules/warnings/server/screening/screening-jobs.ts',
  'src/modules/warnings/server/screening/screen-some.ts',
  'src/platform/server/applied-requests.ts',
  'src/platform/server/audit-trail/archive-audit.ts',
  'src/platform/server/audit-trail/seal-entries.ts',
  'src/platform/server/http/index.ts',
  'src/platform/server/registers/export.ts',
  'src/platform/server/registers/import-handlers.ts',
  'src/platform/server/registers/import-set.ts',
  'src/platform/server/registers/refused/refused-file.ts',
  'src/platform/server/registers/set-jobs.ts',
];

const DOORS = ['bulk', 'bulkRead', 'lookUp'];

/** Whether a file of the server names one of these doors of a database, called or handed on. */
export function actsAsOwner(file: string, text: string): boolean {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let found = false;
  const visit = (node: ts.Node): void => {
    const name = ts.isPropertyAccessExpression(node)
      ? node.name.text
      : ts.isBindingElement(node)
        ? (node.propertyName ?? node.name).getText()
        : '';
    if (DOORS.includes(name)) found = true;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
