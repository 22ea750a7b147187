// What the composition gives to the HTTP edge.

import type { AnyContractRouter } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import type { Logger } from 'pino';
import type { Database } from '../db.ts';
import type { ResumableRoute } from '../field/tus-routes.ts';
import type { ResolveActor, Services } from './context.ts';
import type { Limits } from './limits.ts';
import type { RawRoute } from './raw-route.ts';
import type { Pace } from './slow-bodies.ts';
import type { UploadRoute } from './upload-route.ts';

export type HttpOptions = {
  contract: AnyContractRouter;
  router: AnyRouter;
  rawRoutes: readonly RawRoute[];
  /** Uploads beside the one for everybody signed in. */
  uploadRoutes: readonly UploadRoute[];
  /** Where files come in pieces. */
  resumable?: ResumableRoute | undefined;
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
  /** The proxies in front, which tell the caller's address and end TLS: how many, or their addresses. */
  trustProxy?: TrustedProxies;
  /** How slowly a body may come in. */
  pace?: Pace | undefined;
  /** How many times as much as a person is allowed. */
  limitFactor?: number | undefined;
};

/** False: nobody in front. Never simply "whoever": then every caller would choose an address. */
export type TrustedProxies = false | number | string[];

/** What the parts of the edge share beside. */
export type ServedOptions = HttpOptions & { limits: Limits };
