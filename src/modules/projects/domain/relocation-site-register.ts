// 易地搬迁安置点. A place where resettled households live: a village or a community of a town.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, choices, day, decimal, integer, name, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const relocationSiteRegister = defineRegister({
  code: 'relocation-sites',
  title: '易地搬迁安置点',
  record: 'relocation-site',
  slice: 'projects',
  table: 'relocation_sites',
  unit: '个',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('安置点编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    siteName: text('安置点名称', { required: true, list: true, find: true }),
    siteKind: choice(
      '安置点类型',
      { town: '城镇', 'township-seat': '乡镇', 'main-village': '中心村', park: '园区' },
      { list: true, filter: true },
    ),
    movedInOn: day('入住日期', { required: true, role: 'since', list: true }),
    dwellings: integer('套数', { unit: '套', list: true }),
    designHouseholds: integer('设计户数', { unit: '户', list: true }),
    designPersons: integer('设计人数', { unit: '人', list: true }),
    floorArea: decimal('建筑面积', { unit: '平方米', list: true }),
    facilities: choices('配套设施', {
      'water-supply': '供水',
      power: '供电',
      heating: '供暖',
      road: '道路',
      network: '网络',
      school: '学校',
      clinic: '卫生',
      services: '便民服务',
      shop: '超市',
      police: '警务',
      property: '物业',
    }),
    manager: text('管理机构'),
    responsible: name('责任人'),
  },
  roles: OFFICE_REGISTER,
});

export type RelocationSite = RowOf<typeof relocationSiteRegister>;
