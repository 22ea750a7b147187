// Departments that send data or accounts belong to, by the short code that accounts and datasets name.

export const DEPARTMENTS = {
  yibao: '医保',
  minzheng: '民政',
  canlian: '残联',
  jiaoyu: '教育',
  zhujian: '住建',
  shuili: '水利',
  renshe: '人社',
  gongan: '公安',
  yingji: '应急',
  weijian: '卫健',
  nongmu: '农牧',
  xinfang: '信访',
  shichang: '市场监管',
  ziran: '自然资源',
  shuiwu: '税务',
} as const;

export type Department = keyof typeof DEPARTMENTS;

export const DEPARTMENT_CODES = Object.keys(DEPARTMENTS) as Department[];

/** The Chinese name, or the code itself for one that is not listed. */
export function departmentName(code: string): string {
  return (DEPARTMENTS as Record<string, string>)[code] ?? code;
}
