// What higher slices do when feeds change: the composition passes it, so that feeds need not know them.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database, Tx } from '../../../platform/server/db.ts';
import type { ColumnName } from '../domain/column-names.ts';
import type { FeedDefinition } from '../domain/feed-definition.ts';
import type { HoldLimits } from '../domain/hold.ts';

/**
 * Called after rows came in, went or found their person. `touchedSelect` is a SELECT of household_id and village_code of
 * every household concerned. Must give the same result when called again.
 */
export type AfterLoad = (db: Database, actor: Actor, touchedSelect: string) => Promise<unknown>;

/** Checked and confirmed warnings that a dataset has a part in, inside the actor's area. */
export type Confirmation = { dataset: string; checked: number; confirmed: number };

export type FeedsHooks = {
  onTouched: AfterLoad;
  /** Somebody said what headings of an office's file are, in the transaction in which it is handed in. */
  onNamed: (tx: Tx, definition: FeedDefinition, names: readonly ColumnName[]) => Promise<void>;
  /** The shares above which a batch of a county's (or a higher) office is held on a day. */
  holdLimits: (tx: Tx, countyCode: number, day: string) => Promise<HoldLimits>;
  /** Left out where nothing is known of warnings: the rates then have no confirmation. */
  confirmations?: (
    tx: Tx,
    range: { low: number; high: number },
    days: { from?: string | undefined; to?: string | undefined },
  ) => Promise<Confirmation[]>;
};
