// What comes of an approval: the numbers that were said stand in the register of what was published, as they were said.

import { Problem } from '../../../kernel/problem.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import type { RecordTools } from '../../../platform/server/registers/typed-rows.ts';
import { publishFigures } from '../../figures/server/index.ts';
import { KINDS } from '../domain/kinds.ts';
import '../domain/problems.ts';
import { publishedOf } from '../domain/published.ts';
import { statementText } from './load-statement.ts';
import { renderFrozen } from './read-statement.ts';

/** Throws `statements.same-person`, `figures.published-there`. */
async function approve(tx: Tx, tools: RecordTools, rows: readonly Standing[]): Promise<AuditEntry[]> {
  const audit: AuditEntry[] = [];
  for (const { countyCode, id } of rows) {
    const key = { countyCode, id };
    const { head, frozen, rendered } = await renderFrozen(tx, key);
    const { accountId } = await statementText(tx, key);
    if ([accountId, frozen?.accountId].includes(Number(tx.actor.accountId)))
      throw new Problem('statements.same-person');
    if (!KINDS[head.kind].isPublished) continue;
    const { regionCode, asOf, publishOn, number } = head;
    const told = { regionCode, asOf, publishedOn: publishOn, statement: number };
    audit.push(...(await publishFigures(tx, tools, told, publishedOf(rendered.blocks, frozen?.figures ?? []))));
  }
  return audit;
}

export const statementsEffects: readonly Effect[] = [{ register: 'statements', move: 'approve', run: approve }];
