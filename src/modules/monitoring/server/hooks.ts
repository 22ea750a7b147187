// What the monitoring of households asks of other slices; the composition passes it.

import type { Actor } from '../../../platform/server/actor.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Services } from '../../../platform/server/http/context.ts';

export type MonitoringHooks = {
  /** Called after a household came into monitoring or left it, so that facts and warnings follow. */
  onHouseholdChanged: (services: Services, db: Database, actor: Actor) => void;
};
