// The columns of a workbook of accounts, and what one row of it says.

import { DEPARTMENTS } from '../../../kernel/departments.ts';
import type { NamedColumn } from '../../../kernel/match-headers.ts';
import { ROLE_NAMES, type Role } from '../../../kernel/operation.ts';
import { username } from './contract.ts';

export const ACCOUNT_COLUMNS: NamedColumn[] = [
  { title: '用户名', synonyms: ['账号', '登录名'], required: true },
  { title: '姓名', synonyms: ['人员姓名'], required: true },
  { title: '角色', synonyms: ['岗位'], required: true },
  { title: '区域代码', synonyms: ['所属区域代码', '地区代码', '区划代码'], required: true },
  { title: '部门', synonyms: ['部门代码'], required: false },
];

/** More are handed in as several files: each password takes the time of a sign-in to make. */
export const MOST_ACCOUNTS = 300;
const MOST_AREAS = 20;

export type ReadAccount = {
  username: string;
  name: string;
  role: Role;
  areaCode: number;
  /** Other areas of the same level. */
  moreAreas: number[];
  department: string;
};

const ROLE_OF = new Map(Object.entries(ROLE_NAMES).map(([role, name]) => [name, role as Role]));
/** As workbooks of earlier versions have it. */
const EARLIER_ROLES = new Map<string, Role>([['管理员', 'administrator']]);
const DEPARTMENT_OF = new Map<string, string>(Object.entries(DEPARTMENTS).map(([code, name]) => [name, code]));

/** What the cells say, or why they say nothing; regions are looked up later. */
export function readAccount(cells: readonly string[]): ReadAccount | { problem: string } {
  const [given = '', name = '', roleName = '', areas = '', department = ''] = cells;
  const named = username.safeParse(given.toLowerCase());
  if (!named.success) return { problem: '用户名须为 3 至 32 位小写字母、数字、点、横线' };
  if (name === '' || [...name].length > 40) return { problem: '姓名须填写，至多 40 个字' };
  const role = ROLE_OF.get(roleName) ?? EARLIER_ROLES.get(roleName);
  if (!role) return { problem: `没有角色“${roleName}”，可填：${[...ROLE_OF.keys()].join('、')}` };
  const codes = areas.split(/[、,，;；\s]+/).filter(Boolean);
  if (codes.length === 0 || !codes.every((code) => /^\d{12}$/.test(code)))
    return { problem: '区域代码须为 12 位数字，多个用顿号隔开' };
  const [areaCode = 0, ...moreAreas] = [...new Set(codes.map(Number))];
  if (moreAreas.length > MOST_AREAS) return { problem: `一个账号至多 ${MOST_AREAS + 1} 个区域` };
  const code = DEPARTMENT_OF.get(department) ?? department;
  if (code !== '' && !(code in DEPARTMENTS)) return { problem: `没有部门“${department}”` };
  return { username: named.data, name, role, areaCode, moreAreas, department: code };
}
