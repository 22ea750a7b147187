// 催办 and 督办: who may remind whom, and who answers.

import type { Role } from '../../../kernel/operation.ts';
import type { Turn } from '../../process/domain/steps.ts';

export const REMINDER_KINDS = ['urge', 'supervise'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export const REMINDER_NAMES: Record<ReminderKind, string> = { urge: '催办', supervise: '督办' };

/** Roles that look after the work of a level below. */
export const REMINDERS_OF = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];

/** The level an account answers for. */
export const TURN_OF_ROLE: Partial<Record<Role, Turn>> = {
  'village-worker': 'village',
  'township-officer': 'township',
  'county-officer': 'county',
};

export const ROLE_OF_TURN: Record<Turn, Role> = {
  village: 'village-worker',
  township: 'township-officer',
  county: 'county-officer',
};

const BELOW: Partial<Record<Role, readonly Turn[]>> = {
  'township-officer': ['village'],
  'county-officer': ['village', 'township'],
  'region-officer': ['village', 'township', 'county'],
};

/** Whether somebody of this role may remind whose turn it is; nobody's turn cannot be. */
export function mayRemind(role: string, turn: Turn | undefined): boolean {
  return turn !== undefined && remindableTurns(role).includes(turn);
}

/** Levels an account of this role may remind: those below its own. */
export function remindableTurns(role: string): readonly Turn[] {
  return BELOW[role as Role] ?? [];
}
