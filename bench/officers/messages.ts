// What the bench tells the process of the officers, and what comes back.

import type { Role } from '../../src/kernel/operation.ts';

export type Officer = {
  cookie: string;
  role: Role;
  countyCode: number;
  /** Households of the area without a case, for new clues. */
  spare: number[];
};

export type Shift = { url: string; officers: Officer[]; seconds: number; warmUpSeconds: number; thinkSeconds: number };

export type Sample = { name: string; isWrite: boolean; milliseconds: number; status: number };

export type Report = { samples: Sample[]; refusals: Record<string, number> };
