// What comes of the moves of a round: a county's own is listed in the same breath, wider ones begin their lists within the minute (`refresh-lists.ts`).

import { countyOf, levelOfCode } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Effect } from '../../../platform/server/registers/moves/effects.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';
import { sweepRegister } from '../domain/registers/sweep-register.ts';
import { listCounty } from './make-lists.ts';
import { getRound } from './read-rounds.ts';

const WIDE = ['autonomous-region', 'prefecture'];

async function issue(tx: Tx, _tools: unknown, rows: readonly Standing[], doneOn: string): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const { id } of rows) {
    const sweep = await getRound(tx, id);
    const { regionCode, number } = sweep;
    if (WIDE.includes(levelOfCode(regionCode))) continue;
    const listed = await listCounty(tx, { sweep, countyCode: countyOf(regionCode), on: doneOn });
    entries.push({
      ...{ operation: 'sweeps.list-households', subjectKind: sweepRegister.record, subjectId: number, regionCode },
      after: { listed },
    });
  }
  return entries;
}

export const sweepsEffects: Effect[] = [{ register: sweepRegister.code, move: 'issue', run: issue }];
