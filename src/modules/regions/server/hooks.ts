// What higher slices do when regions change: the composition passes it, so that regions need not know them.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';
import type { ChangeCounts } from '../domain/contract.ts';

/** What lies in `oldCode` goes over to `newCode`; days are ISO. */
export type RegionMove = { oldCode: number; newCode: number; effectiveOn: string; document: string };

export type RegionsHooks = {
  /** What lies in each of the regions, by code; codes without anything may be left out. */
  count: (tx: Tx, codes: number[]) => Promise<Map<number, ChangeCounts>>;
  /** Called in the transaction of the change. */
  onMoved: (tx: Tx, moves: readonly RegionMove[]) => Promise<void>;
  /** Called when it has been committed. */
  afterMoved: (services: Services, db: Database, actor: Actor) => void;
};
