// Who acts, from where, and over which area. Everything the database needs to hold rows back, and the audit to name them.

import { REGION_CODE, type RegionRange, WHOLE_REGION } from '../../kernel/region-code.ts';

/** Where rows came from and by which paper. */
export type Batch = { source: string; documentNo: string };

export type Actor = {
  accountId: number;
  name: string;
  role: string;
  /** Twelve-digit code of the actor's own region; rows outside `range` do not exist for this actor. */
  areaCode: number;
  range: RegionRange;
  /** Department code of a department's data officer, else empty. */
  department: string;
  /** Of an account that sees one batch of rows alone: to the database its area is empty, and what the batch opens is said there. */
  batch?: Batch | undefined;
  ip: string;
  requestId: string;
  /** What the request is for, where it says so: it stands in the entries of the trail that have no reason of their own. */
  reason?: string | undefined;
  /** The operation and the address it was asked at: two requests with one id of the client are the same only if this is. */
  asks?: string | undefined;
};

/** The program itself at the command line or in a scheduled job: the whole region, named in the audit as such. */
export function systemActor(name: string): Actor {
  return {
    accountId: 0,
    name,
    role: 'system',
    areaCode: REGION_CODE,
    range: WHOLE_REGION,
    department: '',
    ip: 'local',
    requestId: '',
  };
}
