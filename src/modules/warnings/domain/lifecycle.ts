// What may become of a warning: open → checked with one of four results → open again when the result was wrong. The same
// functions decide on the server and tell the screen which buttons to show.

import type { Role } from '../../../kernel/operation.ts';

export const RESULTS = ['no-risk', 'handled-by-department', 'to-be-monitored', 'already-monitored'] as const;
export type CheckResult = (typeof RESULTS)[number];

export const STATES = ['open', ...RESULTS] as const;
export type WarningState = (typeof STATES)[number];

export const STATE_NAMES: Record<WarningState, string> = {
  open: '未核实',
  'no-risk': '无风险',
  'handled-by-department': '部门已处理',
  'to-be-monitored': '拟纳入监测',
  'already-monitored': '已在监测',
};

/** The department's clue was right: there was something to do, or something is being done already. */
export function isConfirmed(state: WarningState): boolean {
  return state !== 'open' && state !== 'no-risk';
}

/** Roles a warning can be given to: those who go to the family. */
export const CHECKERS = ['village-worker', 'township-officer', 'county-officer'] as const satisfies readonly Role[];

export type WarningStanding = {
  state: WarningState;
  /** Still hit by the newest data. */
  active: boolean;
  /** A later screening speaks of the same household. */
  superseded: boolean;
  /** Account that checked it; absent while open, and where the result came from before accounts were kept. */
  checkedById?: number | undefined;
};

export type Refusal = { code: string };

function refuseStanding({ active, superseded }: WarningStanding): Refusal | undefined {
  if (superseded) return { code: 'warnings.superseded' };
  return active ? undefined : { code: 'warnings.no-longer-hit' };
}

/** Why a warning cannot be given to somebody now; undefined when it can. */
export function refuseAssign(standing: WarningStanding): Refusal | undefined {
  return refuseStanding(standing) ?? (standing.state === 'open' ? undefined : { code: 'warnings.already-checked' });
}

/** Why no result can be entered now; undefined when one can. */
export function refuseCheck(standing: WarningStanding): Refusal | undefined {
  return refuseAssign(standing);
}

/** Why the result cannot be taken back: village workers only their own, offices any in their area. */
export function refuseReopen(
  standing: WarningStanding,
  actor: { accountId: number; role: string },
): Refusal | undefined {
  const refusal = refuseStanding(standing);
  if (refusal) return refusal;
  if (standing.state === 'open') return { code: 'warnings.not-checked' };
  if (actor.role === 'village-worker' && standing.checkedById !== actor.accountId)
    return { code: 'warnings.not-own-check' };
  return undefined;
}
