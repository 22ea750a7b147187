// 安置区风险. What is wrong with a resettlement site, from finding it to half a year of watching after it is gone (registers §10).

import type { Role } from '../../../kernel/operation.ts';
import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, longText, reference } from '../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../kernel/register/office-roles.ts';
import type { States } from '../../../kernel/register/states.ts';

const COUNTY = ['county-officer', 'region-officer'] as const satisfies readonly Role[];
const ABOVE = ['township-officer', ...COUNTY] as const satisfies readonly Role[];

export const RISK_STATES: States = {
  first: 'open',
  names: { open: '待处置', acting: '处置中', cleared: '已消除，观察中', closed: '已销号' },
  reached: [
    ['closed', { over: 'watchUntil' }],
    ['cleared', { filled: 'clearedOn' }],
    ['acting', { filled: 'actedOn' }],
  ],
  moves: {
    act: { title: '登记处置', from: ['open'], to: 'acting', roles: ABOVE, day: 'actedOn', asks: ['action'] },
    clear: {
      title: '消除',
      from: ['acting'],
      to: 'cleared',
      roles: COUNTY,
      day: 'clearedOn',
      asks: ['watchUntil'],
      apart: true,
    },
    recur: {
      title: '重新处置',
      from: ['cleared', 'closed'],
      roles: ABOVE,
      clears: ['clearedOn', 'watchUntil'],
      explained: true,
    },
  },
};

export const RISK_KINDS = {
  jobs: '就业',
  'housing-quality': '住房质量',
  services: '配套服务',
  'property-fee': '物业费',
  debt: '债务',
  vacancy: '空置',
  disaster: '灾害',
  integration: '社会融入',
} as const;

export const siteRiskRegister = defineRegister({
  code: 'site-risks',
  title: '安置区风险',
  record: 'site-risk',
  slice: 'relocation',
  table: 'site_risks',
  unit: '项',
  place: 'village',
  key: ['siteNumber', 'riskKind', 'foundOn'],
  fields: {
    siteNumber: reference('安置点编号', 'relocation-sites', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    riskKind: choice('风险类型', RISK_KINDS, { required: true, list: true, filter: true }),
    level: choice(
      '风险级别',
      { red: '红色', orange: '橙色', yellow: '黄色' },
      { required: true, list: true, filter: true },
    ),
    foundOn: day('发现日期', { required: true, role: 'since', list: true }),
    finding: longText('风险情况', { required: true }),
    actedOn: day('开始处置日期', { list: true }),
    action: longText('处置措施', { required: { filled: 'actedOn' } }),
    clearedOn: day('消除日期', { role: 'until', list: true }),
    watchUntil: day('观察至', { required: { filled: 'clearedOn' }, hint: '一般观察六个月' }),
  },
  checks: [
    { check: 'order', earlier: 'foundOn', later: 'actedOn' },
    { check: 'order', earlier: 'actedOn', later: 'clearedOn' },
    { check: 'order', earlier: 'clearedOn', later: 'watchUntil' },
  ],
  states: RISK_STATES,
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type SiteRisk = RowOf<typeof siteRiskRegister>;
