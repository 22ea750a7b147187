// What somebody has to hear of an action that another did to a case.

import type { Tx } from '../../../platform/server/db.ts';
import type { CaseAction, Kind } from '../../cases/domain/actions.ts';
import { casePath } from '../../cases/domain/addresses.ts';
import type { Standing } from '../../cases/domain/standing.ts';
import type { MessageKind } from '../domain/kinds.ts';
import { ROLE_OF_TURN } from '../domain/reminders.ts';
import { tell } from './tell.ts';

type Place = { countyCode: number; id: number; villageCode: number };

const TELLS: Partial<Record<Kind, MessageKind>> = {
  return: 'returned',
  reject: 'returned',
  object: 'objected',
  appeal: 'objected',
};

/** Tells the level whose turn it now is; of a rejection also where nobody's turn follows, the village that tells the family. */
export async function tellOfAction(
  tx: Tx,
  row: Place,
  action: CaseAction,
  _before: Standing,
  after: Standing,
): Promise<void> {
  const kind = TELLS[action.kind];
  if (!kind) return;
  const { countyCode, id, villageCode } = row;
  await tell(tx, [
    {
      kind,
      key: `case:${countyCode}-${id}:${action.seq}`,
      regionCode: villageCode,
      roles: [ROLE_OF_TURN[after.turn ?? 'village']],
      countyCode,
      caseId: id,
      facts: { by: action.by, action: action.kind },
      path: casePath({ countyCode, id }),
    },
  ]);
}
