// How a statement calls the area it speaks of, the levels below it and its days.

import type { RegionLevel } from '../../../kernel/region-code.ts';

export type Place = { name: string; level: RegionLevel };

const SHORT: Readonly<Record<string, string>> = { 盟: '盟', 市: '市', 旗: '旗', 县: '县', 区: '区' };
const BELOW: Partial<Record<RegionLevel, string>> = {
  'autonomous-region': '各盟市、旗县',
  prefecture: '各旗县',
  county: '各苏木乡镇',
  township: '各嘎查村',
};

const short = ({ name }: Place): string => SHORT[name.at(-1) ?? ''] ?? name;

/** Words of `{地区:…}`; undefined where there is no such word. */
export function placeWords(phrase: string, place: Place): string | undefined {
  switch (phrase) {
    case '全':
    case '我':
      return `${phrase}${short(place)}`;
    case '名':
      return place.name;
    case '下级':
      return BELOW[place.level] ?? '各地';
    default:
      return undefined;
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

/** Words of `{日期:…}`: `day` is the day of the numbers, `publishedOn` that of the publication. */
export function dayWordsOf(phrase: string, day: string, publishedOn: string): string | undefined {
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const isOfThisYear = year === yearOf(publishedOn);
  switch (phrase) {
    case '截至':
      return `截至${isOfThisYear ? '' : `${year}年`}${month}月${isMonthEnd(day) ? '底' : `${date}日`}`;
    case '今年':
      return isOfThisYear ? '今年' : `${year}年`;
    case '去年':
      return isOfThisYear ? '去年' : `${year - 1}年`;
    case '去年底':
      return `${year - 1}年底`;
    case '年份':
      return `${year}年`;
    case '发布':
      return `${yearOf(publishedOn)}年${Number(publishedOn.slice(5, 7))}月${Number(publishedOn.slice(8, 10))}日`;
    default:
      return undefined;
  }
}

export const DAY_PHRASES = ['截至', '今年', '去年', '去年底', '年份', '发布'] as const;
export const PLACE_PHRASES = ['全', '我', '名', '下级'] as const;
