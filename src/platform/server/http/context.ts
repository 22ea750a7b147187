// What a handler gets beside its input, and how a slice binds handlers to its contract.

import type { AnyContractRouter } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { Logger } from 'pino';
import type { Quota } from '../../../kernel/operation.ts';
import type { Problem } from '../../../kernel/problem.ts';
import { REGION_CODE } from '../../../kernel/region-code.ts';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db.ts';
import type { Jobs } from '../jobs.ts';
import type { Keys } from '../keys.ts';
import type { Uploads } from './uploads.ts';

/** What the program opens once and every operation may use. */
export type Services = {
  keys: Keys;
  dataFolder: string;
  uploads: Uploads;
  jobs: Jobs;
  clock: Clock;
  auditTitles: AuditTitles;
  /** Whether this process makes a backup each day. */
  backsUp: boolean;
  /** Names of the operations a role may call. */
  operationsOf: (role: string) => string[];
};

/** Chinese names of what the audit trail records under its English names. */
export type AuditTitles = { operations: ReadonlyMap<string, string>; subjects: ReadonlyMap<string, string> };

export type OperationContext = {
  db: Database;
  /** Who calls; for operations open to the public possibly `visitorActor`, which sees nothing. */
  actor: Actor;
  log: Logger;
  requestId: string;
  services: Services;
  session: SessionCookie;
  /** Counts one of what an account may do only so often, where that shows only in the input; throws `http.quota`. */
  spend: (quota: Quota) => void;
};

/** The cookie that carries the session's token, and what else a request says of who sends it. */
export type SessionCookie = {
  token: string | undefined;
  /** The header of that name, as programs of other offices send it; a browser sends none. */
  authorization: string | undefined;
  userAgent: string;
  /** The other cookie: by which a browser is known again after its session is over. It opens nothing. */
  device: string | undefined;
  keepDevice: (value: string, seconds: number) => void;
  keep: (token: string, seconds: number) => void;
  drop: () => void;
};

/** What the accounts know of a token. */
export type SignedIn = {
  actor: Actor;
  /** A reason not to let this account call the operation just now, beside its role. */
  refuse?: (operation: string) => Problem | undefined;
  /** Notes that somebody is there, so that the session goes on. */
  seen?: () => Promise<void>;
};

export type Caller = { token: string; ip: string; requestId: string };

export type ResolveActor = (caller: Caller) => Promise<SignedIn | undefined>;

/** Somebody who has not signed in: no account, no area. */
export function visitorActor(ip: string, requestId: string): Actor {
  return {
    accountId: 0,
    name: '',
    role: '',
    areaCode: REGION_CODE,
    range: { low: 0, high: -1 },
    department: '',
    ip,
    requestId,
  };
}

/** `handlersFor(regionsContract).router({ … })`: one typed handler for each operation of the contract, none left out. */
export function handlersFor<Contract extends AnyContractRouter>(contract: Contract) {
  return implement(contract).$context<OperationContext>();
}
