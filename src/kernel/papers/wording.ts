// Days, amounts and authorities as official papers write them.

import { type PlainDate, parseDate } from '../plain-date.ts';

/** 20220603 → 2022年6月3日. */
export function dayWords(day: PlainDate): string {
  return `${Math.floor(day / 10_000)}年${Math.floor(day / 100) % 100}月${day % 100}日`;
}

/** `2022-06-03` → 2022年6月3日. */
export function dayTextWords(day: string): string {
  return dayWords(parseDate(day));
}

/** 1234567 fen → 12,345.67. */
export function amountWords(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function yuanWords(fen: number): string {
  return `${amountWords(fen)} 元`;
}

/** Who puts up papers in a village: 嘎查委员会, 村民委员会, 居民委员会; names of the register may hold it already. */
export function committeeOf(villageName: string): string {
  if (villageName.endsWith('委员会')) return villageName;
  if (villageName.endsWith('村委会')) return villageName.replace(/村委会$/, '村民委员会');
  if (villageName.endsWith('居委会')) return villageName.replace(/居委会$/, '居民委员会');
  if (villageName.endsWith('委会')) return villageName.replace(/委会$/, '委员会');
  if (villageName.endsWith('村')) return `${villageName}村民委员会`;
  if (villageName.endsWith('社区')) return `${villageName}居民委员会`;
  return `${villageName}委员会`;
}

export function townshipAuthority(townshipName: string): string {
  return /(镇|乡|苏木)$/.test(townshipName) ? `${townshipName}人民政府` : townshipName;
}

/** The office that decides differs by county: the template may name it, else the county's office for 农牧 (handbook §2.2). */
export function countyAuthority(countyName: string, given?: string): string {
  return given ?? `${countyName}农牧主管部门`;
}
