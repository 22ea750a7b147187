// What progress of money is held against. No document gives these numbers for the whole region (domain/registers §4: unverified), so
// each is a setting by region and day; the values here only hold until somebody sets one, and the page says so.

import type { PlainDate } from '../../../kernel/plain-date.ts';

export type MoneySetting = { key: string; title: string; unit: '%' | '天' | '万元'; fallback: number };

/** Shares in ten-thousandths. `curve.0630`: the share of money issued to counties that is paid by the end of June. */
export const MONEY_SETTINGS: readonly MoneySetting[] = [
  { key: 'curve.0630', title: '6 月 30 日应支付', unit: '%', fallback: 5000 },
  { key: 'curve.0930', title: '9 月 30 日应支付', unit: '%', fallback: 7500 },
  { key: 'curve.1130', title: '11 月 30 日应支付', unit: '%', fallback: 9000 },
  { key: 'curve.1231', title: '12 月 31 日应支付', unit: '%', fallback: 9500 },
  { key: 'curve.yellow', title: '低于应支付多少点亮黄', unit: '%', fallback: 500 },
  { key: 'curve.red', title: '低于应支付多少点亮红', unit: '%', fallback: 1000 },
  { key: 'days.not-passed-on', title: '收到资金后多少天内下达到旗县', unit: '天', fallback: 30 },
  { key: 'days.unallocated', title: '收到资金后多少天内分配到项目', unit: '天', fallback: 60 },
  { key: 'days.unpaid', title: '开工后多少天内首次支付', unit: '天', fallback: 30 },
  { key: 'days.start', title: '分配资金后多少天内开工', unit: '天', fallback: 60 },
  { key: 'days.accept', title: '完工后多少天内验收', unit: '天', fallback: 30 },
  { key: 'days.settle', title: '完工后多少天内决（结）算', unit: '天', fallback: 90 },
  { key: 'days.asset', title: '验收后多少天内登记资产', unit: '天', fallback: 30 },
  { key: 'days.library', title: '入库后多少天内列入年度计划', unit: '天', fallback: 1095 },
  { key: 'days.library-update', title: '10 月 1 日起多少天内更新项目库', unit: '天', fallback: 61 },
  { key: 'amount.tender', title: '多少金额以上应当招标', unit: '万元', fallback: 400 },
  { key: 'share.industry', title: '分配到产业项目的占比不低于', unit: '%', fallback: 5500 },
];

export type SettingKey = (typeof MONEY_SETTINGS)[number]['key'];

/** What a setting is until somebody sets it. */
export function fallbackOf(key: SettingKey): number {
  return MONEY_SETTINGS.find((setting) => setting.key === key)?.fallback ?? 0;
}

const POINTS = ['0630', '0930', '1130', '1231'];

/** The share asked for by a day of the money's year: that of the last day that is over; nothing before the first, all of the last after the year. */
export function shareAsked(year: number, on: PlainDate, settingOf: (key: SettingKey) => number): number | undefined {
  const last = POINTS.filter((point) => year * 10_000 + Number(point) <= on).at(-1);
  return last === undefined ? undefined : settingOf(`curve.${last}`);
}

/** 黄 or 红, or neither. Both shares in ten-thousandths. */
export function colourOf(
  paid: number | undefined,
  asked: number | undefined,
  settingOf: (key: SettingKey) => number,
): 'yellow' | 'red' | undefined {
  if (paid === undefined || asked === undefined) return undefined;
  const behind = asked - paid;
  if (behind >= settingOf('curve.red')) return 'red';
  return behind >= settingOf('curve.yellow') ? 'yellow' : undefined;
}
