import type { Database } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';

/** The product as it was opened, as far as the demonstration writes into it. */
export type Opened = { db: Database; keys: Keys; dataFolder: string };
