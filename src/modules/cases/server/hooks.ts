// What cases ask of slices beside and above; the composition passes it.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { CaseAction } from '../domain/actions.ts';
import type { Standing } from '../domain/standing.ts';
import type { CaseRow } from './load-case.ts';

export type CasesHooks = {
  /** Called after a household came into monitoring or left it, so that facts and warnings follow. */
  onHouseholdChanged: (services: Services, db: Database, actor: Actor) => void;
  /** Called in the transaction of every action that was done to a case, after it was stored. */
  onActed: (tx: Tx, row: CaseRow, action: CaseAction, before: Standing, after: Standing) => Promise<void>;
};
