// What agreements with Beijing promise, item by item, by the number of the year it is measured by (registers §11: task rate = done of agreed).

import { type MetricKey, metricOf } from './metrics.ts';

const ITEMS = [
  'received',
  'landed',
  'investment',
  'parks-opened',
  'schools',
  'hospitals',
  'talents-in',
  'talents-out',
  'assisted',
  'labour-new',
  'demo-approved',
  'projects',
] as const satisfies readonly MetricKey[];
export type AgreementItem = (typeof ITEMS)[number];

export const AGREEMENT_ITEMS = {
  received: '协作资金到位',
  landed: '引进企业落地',
  investment: '企业新增投资',
  'parks-opened': '新增共建园区',
  schools: '结对学校',
  hospitals: '结对医院',
  'talents-in': '北京到内蒙古干部人才',
  'talents-out': '内蒙古到北京干部人才',
  assisted: '采购帮扶产品',
  'labour-new': '新组织劳务输出',
  'demo-approved': '示范嘎查村',
  projects: '协作项目',
} as const satisfies Record<AgreementItem, string>;

const FEN_OF_WAN = 1_000_000;

/** What was done, counted as the promise is: 万元 of amounts, the number of all else. */
export function doneOf(item: AgreementItem, value: number | undefined): number {
  return metricOf(item).counts === 'fen' ? Math.floor((value ?? 0) / FEN_OF_WAN) : (value ?? 0);
}

/** Whole per cent of what was promised, never rounded up to a promise kept; undefined where nothing was promised. */
export function doneShare(promised: number, done: number): number | undefined {
  return promised > 0 ? Math.floor((done * 100) / promised) : undefined;
}
