// How a statement calls the area it speaks of, the levels below it and its days.

import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { addDays, parseDate } from '../../../kernel/plain-date.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import { quarterOf, quarterWords } from './appendix.ts';

export type Place = { name: string; level: RegionLevel };

const SHORT: Readonly<Record<string, string>> = { 盟: '盟', 市: '市', 旗: '旗', 县: '县', 区: '区' };
const BELOW: Partial<Record<RegionLevel, string>> = {
  'autonomous-region': '各盟市、旗县',
  prefecture: '各旗县',
  county: '各苏木乡镇',
  township: '各嘎查村',
};

const short = ({ name }: Place): string => SHORT[name.at(-1) ?? ''] ?? name;

/** Words of `{地区：…}`. */
export const PLACE_PHRASES: Readonly<Record<string, (place: Place) => string>> = {
  全: (place) => `全${short(place)}`,
  我: (place) => `我${short(place)}`,
  名: ({ name }) => name,
  下级: ({ level }) => BELOW[level] ?? '各地',
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

const isMonthEnd = (day: string): boolean => addDays(parseDate(day), 1) % 100 === 1;

type Days = { day: string; publishedOn: string };
const isOfThisYear = ({ day, publishedOn }: Days): boolean => yearOf(day) === yearOf(publishedOn);

/** Words of `{日期：…}`: `day` is the day of the numbers, `publishedOn` that of the publication, both ISO. */
export const DAY_PHRASES: Readonly<Record<string, (days: Days) => string>> = {
  截至: (days) => {
    const [month, date] = [Number(days.day.slice(5, 7)), Number(days.day.slice(8, 10))];
    const year = isOfThisYear(days) ? '' : `${yearOf(days.day)}年`;
    return `截至${year}${month}月${isMonthEnd(days.day) ? '底' : `${date}日`}`;
  },
  今年: (days) => (isOfThisYear(days) ? '今年' : `${yearOf(days.day)}年`),
  去年: (days) => (isOfThisYear(days) ? '去年' : `${yearOf(days.day) - 1}年`),
  去年底: ({ day }) => `${yearOf(day) - 1}年底`,
  季度: ({ day }) => quarterWords(quarterOf(day)),
  年份: ({ day }) => `${yearOf(day)}年`,
  发布: ({ publishedOn }) => dayTextWords(publishedOn),
};
