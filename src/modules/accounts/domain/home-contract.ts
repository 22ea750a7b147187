// What an account keeps on its desk, and what auditors and administrators begin their day with.

import * as z from 'zod';
import { recordId } from '../../../kernel/input.ts';
import { operation, ROLES, requestId } from '../../../kernel/operation.ts';

const int = z.number().int();

/** As many as one account keeps. */
export const MOST_SAVED = 40;

/** Inside the office, and nothing that leads out of it. */
const path = z.string().regex(/^\/(?!\/)[\w\-/]{0,119}$/, '地址不是本系统的页面');

export const homeContract = {
  savedLists: operation({ name: 'accounts.saved-lists', roles: ROLES })
    .route({ method: 'GET', path: '/me/saved-lists', summary: '本账号收藏的筛选' })
    .output(z.array(z.object({ id: int, name: z.string(), path: z.string(), search: z.string() }))),

  saveList: operation({ name: 'accounts.save-list', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/me/saved-lists', summary: '收藏筛选' })
    .input(
      z.object({
        requestId,
        name: z.string().trim().min(1, '请填写名称').max(40).meta({ title: '名称' }),
        path,
        search: z.string().max(1000),
      }),
    )
    .output(z.object({ id: int })),

  dropList: operation({ name: 'accounts.drop-list', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/me/saved-lists/{id}/drop', summary: '取消收藏' })
    .input(z.object({ requestId, id: recordId }))
    .output(z.object({})),

  /** Who looked at full numbers and took lists out in the last seven days, the most first; `offHours`: at night or on a Sunday. */
  handedOut: operation({ name: 'accounts.handed-out', roles: ['auditor'] })
    .route({ method: 'GET', path: '/audit/handed-out', summary: '近七天查看和导出' })
    .output(
      z.array(
        z.object({
          accountName: z.string(),
          role: z.enum(ROLES),
          reveals: int,
          exports: int,
          offHours: int,
          last: z.string(),
        }),
      ),
    ),

  state: operation({ name: 'accounts.state', roles: ['administrator', 'security-administrator'] })
    .route({ method: 'GET', path: '/accounts/state', summary: '账号与服务器状况' })
    .output(
      z.object({
        active: int,
        signedIn: int,
        locked: int,
        /** Whose first password was never changed. */
        unused: int,
        disabled: int,
        freeBytes: int,
        totalBytes: int,
        /** Moment of the newest backup, and why one after it failed; empty where there is none. `daily`: one is made each day. */
        backup: z.object({ at: z.string(), problem: z.string(), daily: z.boolean() }),
      }),
    ),
};
