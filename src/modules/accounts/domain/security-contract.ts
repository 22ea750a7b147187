// Operations on the second factor of accounts, and on the rules of signing in.
// Secrets and recovery codes are told once: these operations carry no request id and are not kept for repeats.

import * as z from 'zod';
import { recordId } from '../../../kernel/input.ts';
import { operation, ROLES, requestId } from '../../../kernel/operation.ts';
import { POLICY_RULES } from './security-policy.ts';

const password = z.string().min(1).max(200).meta({ title: '当前密码' });
const code = z.string().trim().min(6).max(20).meta({ title: '动态口令' });
const SECURITY = ['security-administrator'] as const;

export const securityContract = {
  factor: operation({ name: 'accounts.factor', roles: ROLES })
    .route({ method: 'GET', path: '/me/factor', summary: '本账号的动态口令' })
    .output(z.object({ isOn: z.boolean(), isRequired: z.boolean(), recoveryLeft: z.number().int() })),

  /** The secret, and the address an authenticator reads from the QR code. */
  beginFactor: operation({ name: 'accounts.begin-factor', roles: ROLES })
    .route({ method: 'POST', path: '/me/factor', summary: '开始启用动态口令' })
    .input(z.object({ currentPassword: password }))
    .output(z.object({ secret: z.string(), address: z.string() })),

  /** Answers the recovery codes; every other session of the account ends. */
  confirmFactor: operation({ name: 'accounts.confirm-factor', roles: ROLES })
    .route({ method: 'POST', path: '/me/factor/confirm', summary: '启用动态口令' })
    .input(z.object({ code }))
    .output(z.object({ recovery: z.array(z.string()) })),

  dropFactor: operation({ name: 'accounts.drop-factor', roles: ROLES })
    .route({ method: 'POST', path: '/me/factor/drop', summary: '停用动态口令' })
    .input(z.object({ currentPassword: password, code }))
    .output(z.object({})),

  /** Of somebody who lost the phone. */
  resetFactor: operation({ name: 'accounts.reset-factor', roles: SECURITY, writes: true })
    .route({ method: 'POST', path: '/accounts/{id}/factor/reset', summary: '解除账号的动态口令' })
    .input(z.object({ requestId, id: recordId }))
    .output(z.object({})),

  policy: operation({ name: 'accounts.policy', roles: SECURITY })
    .route({ method: 'GET', path: '/security-policy', summary: '安全策略' })
    .output(z.record(z.enum(POLICY_RULES.map(({ key }) => key)), z.number().int())),

  savePolicy: operation({ name: 'accounts.save-policy', roles: SECURITY, writes: true })
    .route({ method: 'POST', path: '/security-policy', summary: '设定安全策略' })
    .input(
      z.object({
        requestId,
        key: z.enum(POLICY_RULES.map(({ key }) => key)).meta({ title: '项目' }),
        value: z.number().int().min(0).max(100_000).meta({ title: '数值' }),
      }),
    )
    .output(z.object({})),
};
