import { ROLE_NAMES } from '../../../../kernel/operation.ts';

const NAMES: Record<string, string> = { ...ROLE_NAMES, system: '系统' };

/** A recorded role in Chinese; the audit also knows roles that no account has any more. */
export function roleName(role: string): string {
  return NAMES[role] ?? role;
}
