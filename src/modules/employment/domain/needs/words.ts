// What is said of a single matter: since when, or how much.

import { type PlainDate, parseDate, toEpochDays } from '../../../../kernel/plain-date.ts';
import type { Need } from './needs.ts';

type Facts = { on?: string | undefined; n?: number | undefined };

const WORDS: Record<Need, (days: number, facts: Facts) => string> = {
  stale: (days) => `已有 ${days} 天没有确认在岗`,
  lost: (days, { n }) => `离岗 ${days} 天，${n === 0 ? '家中无人务工' : `家中另有 ${n} 人务工`}`,
  'long-break': (_days, { n }) => `连续 ${n} 个月歇工`,
  'cannot-work': (_days, { on }) => (on ? `${on} 登记死亡或离户` : '登记为在校生'),
  'two-places': () => '另一条务工就业在别的旗县',
  'odd-wage': (_days, { n }) => `月收入 ${n} 元`,
  'no-place': () => '务工地代码不到旗县',
  'post-age': (_days, { n }) => `${n} 周岁`,
  'post-household': (_days, { n }) => `同户 ${n} 人在岗`,
  'post-and-job': () => '同时登记外出、车间或以工代赈务工',
  'post-over': (_days, { n }) => `多出 ${n} 人`,
  'post-unpaid': (days) => `已有 ${days} 天没有发放`,
  'post-term': (days) => `上岗 ${days} 天，没有新的协议`,
  'workshop-stopped': (_days, { on, n }) => `${on?.slice(0, 7)} 起停工，登记在那里务工 ${n} 人`,
  'workshop-silent': (_days, { on }) => `${on?.slice(0, 7)} 月报未报`,
  'training-no-job': (days) => `培训结束 ${days} 天`,
  graduate: (days) => `毕业 ${days} 天，没有登记去向`,
  'yulu-unpaid': (days) => `已有 ${days} 天没有发放`,
  wish: (days) => `登记 ${days} 天，没有推荐岗位`,
  'relief-share': (_days, { n }) => `劳务报酬占 ${n}%`,
};

export function needWords(need: Need, facts: Facts, today: PlainDate): string {
  const days = facts.on ? toEpochDays(today) - toEpochDays(parseDate(facts.on)) : 0;
  return WORDS[need](days, facts);
}
