// What the settings of the process ask of slices above; the composition passes it.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';

export type ProcessHooks = {
  /** Called after days of the calendar were saved, so that what counts working days follows. */
  onCalendarChanged: (services: Services, db: Database, actor: Actor) => void;
};
