// Operations on accounts and sessions.
// Sessions are not records: signing in and out is audited, but carries no request id and is not kept for repeats.

import * as z from 'zod';
import { DEPARTMENT_CODES } from '../../../kernel/departments.ts';
import { filterText, recordId, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, ROLES, requestId } from '../../../kernel/operation.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { auditContract } from './audit-contract.ts';
import { homeContract } from './home-contract.ts';
import { securityContract } from './security-contract.ts';

const role = z.enum(ROLES);
/** Whose accounts each of them looks after stands in `roles.ts`. */
const MANAGERS = ['administrator', 'security-administrator', 'auditor'] as const;
const IMPORTERS = ['administrator'] as const;
const SESSION_ENDERS = ['administrator', 'security-administrator'] as const;

export const username = z.string().regex(/^[a-z0-9][a-z0-9._-]{2,31}$/, '用户名为 3 至 32 位小写字母、数字、点、横线');
const password = z.string().min(1).max(200);
/** Of the phone, or a recovery code. */
const oneTimeCode = z.string().trim().min(6).max(20);
const personalName = z.string().trim().min(1).max(40);
/** Code of a department, empty for everybody but its data officers. */
const department = z.enum(['', ...DEPARTMENT_CODES]);

const place = z.object({ code: z.number().int(), name: z.string() });
/** Other areas beside the own. */
const moreAreas = z.array(regionCode).max(20);

const account = z.object({
  id: z.number().int(),
  username: z.string(),
  name: z.string(),
  role,
  areaCode: z.number().int(),
  areaName: z.string(),
  /** Others of the same level: one person may look after several villages. */
  moreAreas: z.array(place),
  department: z.string(),
  disabled: z.boolean(),
  locked: z.boolean(),
  mustChangePassword: z.boolean(),
  /** Signs in with a code of the phone, too. */
  hasFactor: z.boolean(),
  lastSignInAt: z.string().optional(),
});

const openSession = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.string(),
  userAgent: z.string(),
});

const viewer = z.object({
  accountId: z.number().int(),
  username: z.string(),
  name: z.string(),
  role,
  region: z.object({
    code: z.number().int(),
    level: z.enum(LEVELS),
    name: z.string(),
    range: z.object({ low: z.number().int(), high: z.number().int() }),
  }),
  /** All areas the account may work in, the own first; `region` is the one of this session. */
  areas: z.array(place),
  department: z.string(),
  mustChangePassword: z.boolean(),
  /** Must take a second factor into use before anything else. */
  mustEnrol: z.boolean(),
  /** How long a new password must be. */
  passwordLength: z.number().int(),
  /** Name and time stand over every page. */
  watermark: z.boolean(),
  lastSignInAt: z.string().optional(),
  /** Names of the operations this account may call, packed (`kernel/packed/operation-names.ts`). */
  operations: z.record(z.string(), z.string()),
});

export const accountsContract = {
  ...homeContract,
  ...securityContract,
  ...auditContract,

  signIn: operation({ name: 'accounts.sign-in', roles: 'public' })
    .route({ method: 'POST', path: '/session', summary: '登录' })
    .input(z.object({ username: z.string().trim().min(1).max(64), password, code: oneTimeCode.optional() }))
    .output(z.object({ mustChangePassword: z.boolean() })),

  signOut: operation({ name: 'accounts.sign-out', roles: ROLES })
    .route({ method: 'DELETE', path: '/session', summary: '退出登录' })
    .output(z.object({})),

  signOutEverywhere: operation({ name: 'accounts.sign-out-everywhere', roles: ROLES })
    .route({ method: 'DELETE', path: '/sessions', summary: '退出本账号的所有登录' })
    .output(z.object({ sessions: z.number().int() })),

  /** Where the account is signed in just now, the newest first. */
  sessions: operation({ name: 'accounts.sessions', roles: ROLES })
    .route({ method: 'GET', path: '/sessions', summary: '本账号的登录' })
    .output(z.array(openSession)),

  endSession: operation({ name: 'accounts.end-session', roles: ROLES })
    .route({ method: 'DELETE', path: '/sessions/{id}', summary: '结束本账号的一次登录' })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({})),

  /** The same of another account, for whoever looks after it. */
  sessionsOf: operation({ name: 'accounts.sessions-of', roles: SESSION_ENDERS })
    .route({ method: 'GET', path: '/accounts/{accountId}/sessions', summary: '查看账号的登录' })
    .input(z.object({ accountId: recordId }))
    .output(z.array(openSession)),

  /** Without `id`: all of them. */
  endSessionsOf: operation({ name: 'accounts.end-sessions-of', roles: SESSION_ENDERS, writes: true })
    .route({ method: 'POST', path: '/accounts/{accountId}/sessions/end', summary: '结束账号的登录' })
    .input(z.object({ requestId, accountId: recordId, id: z.uuid().optional() }))
    .output(z.object({ sessions: z.number().int() })),

  me: operation({ name: 'accounts.me', roles: ROLES })
    .route({ method: 'GET', path: '/me', summary: '当前账号' })
    .output(viewer),

  /** The key with which this account's unsent forms are sealed on a device: 32 bytes as base64, the same on every device. */
  draftKey: operation({ name: 'accounts.draft-key', roles: ROLES })
    .route({ method: 'GET', path: '/me/draft-key', summary: '本账号草稿的密钥' })
    .output(z.object({ key: z.string() })),

  /** Somebody is still there, filling in a form that calls nothing else: the session goes on. */
  keepAlive: operation({ name: 'accounts.keep-alive', roles: ROLES })
    .route({ method: 'POST', path: '/session/keep-alive', summary: '保持登录' })
    .output(z.object({})),

  /** Ends every other session of the account. */
  changePassword: operation({ name: 'accounts.change-password', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/me/password', summary: '修改密码' })
    .input(z.object({ requestId, currentPassword: password, newPassword: password }))
    .output(z.object({})),

  list: operation({ name: 'accounts.list', roles: MANAGERS })
    .route({ method: 'GET', path: '/accounts', summary: '账号列表' })
    .input(
      pageInput.extend({
        text: filterText.optional(),
        role: role.optional(),
        area: regionCode.optional(),
        state: z.enum(['active', 'disabled']).optional(),
      }),
    )
    .output(pageOf(account)),

  /** Answers the first password, which is shown once and must be changed at first use. */
  create: operation({ name: 'accounts.create', roles: MANAGERS, writes: true })
    .route({ method: 'POST', path: '/accounts', summary: '新建账号' })
    .input(
      z.object({
        requestId,
        username,
        name: personalName,
        role,
        areaCode: regionCode,
        moreAreas: moreAreas.default([]),
        department: department.default(''),
      }),
    )
    .output(z.object({ id: z.number().int(), password: z.string() })),

  update: operation({ name: 'accounts.update', roles: MANAGERS, writes: true })
    .route({ method: 'PATCH', path: '/accounts/{id}', summary: '修改、停用或启用账号' })
    .input(
      z.object({
        requestId,
        id: recordId,
        name: personalName.optional(),
        role: role.optional(),
        areaCode: regionCode.optional(),
        moreAreas: moreAreas.optional(),
        department: department.optional(),
        disabled: z.boolean().optional(),
      }),
    )
    .output(account),

  /** What would become of each row of a workbook; nothing is made. */
  previewImport: operation({ name: 'accounts.preview-import', roles: IMPORTERS })
    .route({ method: 'GET', path: '/accounts/import/{fileId}', summary: '预览账号文件' })
    .input(z.object({ fileId: z.uuid() }))
    .output(
      z.object({
        sound: z.number().int(),
        refused: z.number().int(),
        rows: z.array(
          z.object({
            line: z.number().int(),
            username: z.string(),
            name: z.string(),
            role: z.string(),
            areas: z.string(),
            problem: z.string().optional(),
          }),
        ),
      }),
    ),

  /** Makes the sound rows; first passwords are answered once and kept nowhere. */
  import: operation({ name: 'accounts.import', roles: IMPORTERS, writes: true })
    .route({ method: 'POST', path: '/accounts/import', summary: '导入账号' })
    .input(z.object({ requestId, fileId: z.uuid() }))
    .output(
      z.object({
        made: z.array(z.object({ username: z.string(), name: z.string(), password: z.string() })),
        refused: z.number().int(),
      }),
    ),

  /** The session goes on in another of the account's areas. */
  switchArea: operation({ name: 'accounts.switch-area', roles: ROLES, writes: true })
    .route({ method: 'POST', path: '/session/area', summary: '切换区域' })
    .input(z.object({ requestId, code: regionCode }))
    .output(z.object({})),

  resetPassword: operation({ name: 'accounts.reset-password', roles: MANAGERS, writes: true })
    .route({ method: 'POST', path: '/accounts/{id}/password', summary: '重置密码' })
    .input(z.object({ requestId, id: recordId }))
    .output(z.object({ password: z.string() })),
};
