// The rules of signing in and handing out that an installation sets for itself (GB/T 22239-2019, 8.1.4), with bounds below which
// nobody goes.

import { ROLES, type Role } from '../../../kernel/operation.ts';

export type PolicyKey =
  | 'passwordLength'
  | 'passwordKinds'
  | 'passwordRemembered'
  | 'passwordDays'
  | 'firstPasswordDays'
  | 'sessionsMost'
  | 'secondFactor'
  | 'auditMonths'
  | 'exportReasonRows'
  | 'watermark';

export type PolicyRule = {
  key: PolicyKey;
  title: string;
  unit: string;
  fallback: number;
  least: number;
  most: number;
  about: string;
};

const rule = (
  key: PolicyKey,
  title: string,
  unit: string,
  [least, fallback, most]: [number, number, number],
  about: string,
): PolicyRule => ({ key, title, unit, least, fallback, most, about });

export const POLICY_RULES: readonly PolicyRule[] = [
  rule('passwordLength', '密码最短', '位', [8, 10, 32], '下次修改密码时起作用'),
  rule('passwordKinds', '密码至少含几类字符', '类', [2, 2, 4], '大写、小写、数字、符号'),
  rule('passwordRemembered', '不能重复最近用过的密码', '个', [3, 5, 24], ''),
  rule('passwordDays', '密码有效期', '天', [0, 0, 365], '到期后登录须先修改密码；0 为不限'),
  rule('firstPasswordDays', '初始密码有效期', '天', [1, 14, 30], '对今后新建和重置的密码起作用'),
  rule('sessionsMost', '同一账号最多同时登录', '处', [1, 5, 50], '超出时最早的登录退出'),
  rule('secondFactor', '须用动态口令的人员', '', [0, 0, 2], ''),
  rule('exportReasonRows', '导出超过多少条须写明用途', '条', [0, 0, 100_000], '0 为不要求；用途记入操作日志'),
  rule('watermark', '页面水印', '', [0, 0, 1], ''),
  rule('auditMonths', '操作日志在库中至少留存', '个月', [6, 36, 120], '更早的可在服务器上移入归档文件'),
];

export type SecurityPolicy = Record<PolicyKey, number>;

/** What holds where nothing was set. */
export const FALLBACK_POLICY = Object.fromEntries(
  POLICY_RULES.map(({ key, fallback }) => [key, fallback]),
) as SecurityPolicy;

/** The choices of `secondFactor`, by their number. Nobody is kept from using one. */
export const SECOND_FACTOR_CHOICES = ['由本人自愿', '三类管理员', '三类管理员和能导出的人员'] as const;

/** Of `watermark`: who looks, and when, over every page. */
export const WATERMARK_CHOICES = ['不显示', '显示姓名、用户名和时间'] as const;

const ADMINISTRATORS: readonly Role[] = ['administrator', 'security-administrator', 'auditor'];
/** All but those in the villages take lists out. */
const EXPORTERS: readonly Role[] = ROLES.filter((role) => role !== 'village-worker');

/** Whether this role signs in with a code, as `secondFactor` has it. */
export function needsFactor(role: Role, choice: number): boolean {
  return choice === 2 ? EXPORTERS.includes(role) : choice === 1 && ADMINISTRATORS.includes(role);
}
