// 政策文件: documents of all levels, with the sets they belong to and the document each replaces.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, choices, day, link, reference, regionCode, text, yesNo } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const POLICY_SETS = { 'one-plus-n': '1+N', 'key-county': '重点旗县', 'stable-jobs': '稳岗就业' } as const;

export const POLICY_FIELDS = {
  monitoring: '监测',
  fund: '资金',
  industry: '产业',
  employment: '就业',
  education: '教育',
  health: '健康',
  housing: '住房',
  water: '饮水',
  security: '保障',
  construction: '乡村建设',
  governance: '乡村治理',
  team: '驻村帮扶',
  cooperation: '协作',
  finance: '金融',
  land: '土地',
  talent: '人才',
} as const;

export const policyRegister = defineRegister({
  code: 'policies',
  title: '政策文件',
  record: 'policy',
  slice: 'policies',
  table: 'policies',
  unit: '件',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('文件编号', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '发文机关所在地区' }),
    title: text('文件名称', { required: true, list: true, find: true }),
    documentNo: text('文号', { list: true, find: true }),
    issuer: text('发文机关', { required: true, list: true }),
    issuedOn: day('发文日期', { required: true, role: 'since', list: true }),
    repealedOn: day('废止日期', { role: 'until', list: true }),
    sets: choices('文件集', POLICY_SETS, { list: true, filter: true }),
    role: choice(
      '文件角色',
      { main: '主文件', supporting: '配套文件' },
      { required: { field: 'sets', is: ['one-plus-n'] }, list: true, filter: true },
    ),
    fields: choices('领域', POLICY_FIELDS, { list: true, filter: true }),
    replaces: reference('替代文件编号', 'policies', { hint: '本文件所替代的文件，从发文日期起不再计入' }),
    isPublic: yesNo('公开'),
    file: link('文件'),
  },
  roles: OFFICE_REGISTER,
});

export type Policy = RowOf<typeof policyRegister>;
