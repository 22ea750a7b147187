// What the composition gives to the HTTP edge.

import type { AnyContractRouter } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import type { Logger } from 'pino';
import type { Database } from '../db.ts';
import type { ResolveActor, Services } from './context.ts';
import type { RawRoute } from './raw-route.ts';
import type { UploadRoute } from './upload-route.ts';

export type HttpOptions = {
  contract: AnyContractRouter;
  router: AnyRouter;
  rawRoutes: readonly RawRoute[];
  /** Uploads beside the one for everybody signed in. */
  uploadRoutes: readonly UploadRoute[];
  db: Database;
  services: Services;
  resolveActor: ResolveActor;
  log: Logger;
  /** The built web; left out where only the API is wanted. */
  webFolder?: string | undefined;
  /** Pages of the built web beside the office's, by the beginning of their addresses. */
  pages: Readonly<Record<string, string>>;
  /** Where an address, its query with it, has moved to; undefined for one that has not. */
  movedTo?: (address: string) => string | undefined;
  /** Behind a proxy that tells the caller's address and ends TLS. */
  trustProxy?: boolean;
};
