// 公益性岗位. Posts of one kind in a village, with their number: who holds one is an employment spell that names it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, moneyYuan, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { FUND_KINDS } from '../../../funds/domain/fund-words.ts';

export const publicPostRegister = defineRegister({
  code: 'public-posts',
  title: '公益性岗位',
  record: 'public-post',
  slice: 'employment',
  table: 'public_posts',
  unit: '个',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('岗位编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    postName: text('岗位名称', { required: true, list: true, find: true }),
    postKind: choice(
      '岗位类别',
      {
        cleaning: '保洁',
        forest: '护林员',
        grassland: '草管员',
        road: '护路',
        water: '管水',
        care: '护理托幼',
        safety: '治安',
        'asset-upkeep': '资产管护',
        other: '其他',
      },
      { required: true, list: true, filter: true },
    ),
    department: text('主管部门', { list: true }),
    fundKind: choice('资金种类', FUND_KINDS, { list: true, filter: true }),
    monthlySubsidyFen: moneyYuan('月补贴', { list: true }),
    postCount: integer('岗位数', { required: true, unit: '个', list: true }),
    foundedOn: day('设立日期', { required: true, role: 'since', list: true }),
    revokedOn: day('撤销日期', { role: 'until' }),
  },
  notices: [
    {
      kind: 'opening',
      title: '公益性岗位招用公告',
      levels: ['village', 'township', 'county'],
      columns: ['postName', 'postKind', 'department', 'postCount', 'monthlySubsidyFen'],
      about: '现将公益性岗位的名称、数量和补贴标准予以公告，符合条件的人员可向本公示单位报名。',
      days: 5,
    },
  ],
  roles: OFFICE_REGISTER,
  offline: ['add', 'change'],
});

export type PublicPost = RowOf<typeof publicPostRegister>;
