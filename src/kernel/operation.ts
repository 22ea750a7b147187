// An operation `slice.verb` is the route, the permission, the audit action and the test title. It is declared once, in a
// slice's `domain/contract.ts`, on the base that `operation` gives.

import { oc } from '@orpc/contract';
import * as z from 'zod';

export const ROLES = [
  'village-worker',
  'township-officer',
  'county-officer',
  'data-officer',
  'region-officer',
  'auditor',
  'administrator',
  'security-administrator',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  'village-worker': '驻村工作人员',
  'township-officer': '苏木乡镇工作人员',
  'county-officer': '旗县工作人员',
  'data-officer': '部门数据员',
  'region-officer': '盟市、自治区工作人员',
  auditor: '审计人员',
  administrator: '系统管理员',
  'security-administrator': '安全管理员',
};

export type OperationMeta = {
  /** `slice.verb`, in glossary English. */
  name: string;
  /** Who may call it; `public` needs no session. Everybody signed in: `ROLES`. */
  roles: readonly Role[] | 'public';
  /** Changes something: runs in `write`, is audited, and its input carries `requestId`. */
  writes: boolean;
  /** May wait in an offline outbox. */
  offline: boolean;
  /** Asked again and again by a page that is merely open: no sign that somebody is there, so it keeps no session alive. */
  poll?: boolean;
  /** Takes the database long (a what-if, an export): its connections are others than those of everyday work. */
  heavy?: boolean;
  /** Its input is many things that are judged one by one: odd text in one of them refuses that one alone. */
  itemised?: boolean;
  /** What an account may do only so often. */
  quota?: Quota;
};

/** The numbers stand in `platform/server/http/limits.ts`. */
export const QUOTAS = ['unmask', 'export', 'pdf', 'job', 'what-if'] as const;
export type Quota = (typeof QUOTAS)[number];

const base = oc.$meta<OperationMeta>({ name: '', roles: [], writes: false, offline: false });

/** The base of one operation: `operation({ name, roles }).route({ method, path }).input(…).output(…)`. */
export function operation(meta: Pick<OperationMeta, 'name' | 'roles'> & Partial<OperationMeta>) {
  return base.meta({ writes: false, offline: false, ...meta });
}

/** Part of every writing operation's input: made by the client, so that a repeat changes nothing. */
export const requestId = z.uuid();

/** A page of a list. `next` is the keyset cursor of the following page, absent on the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.number().int().optional(), next: z.string().optional() });
}

export const pageInput = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
});

export const OFFICERS = ['township-officer', 'county-officer', 'region-officer'] as const satisfies readonly Role[];
export const READERS = ['village-worker', ...OFFICERS, 'auditor'] as const satisfies readonly Role[];
