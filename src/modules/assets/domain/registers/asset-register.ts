// 帮扶项目资产. A thing that public money made, at its original value: one row a thing, the three ledgers are views of it. Disposed assets stay in
// the value; only cancelled ones leave.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import {
  choice,
  day,
  decimal,
  integer,
  moneyYuan,
  name,
  reference,
  regionCode,
  text,
  year,
} from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { ASSET_NOTICES } from '../asset-notices.ts';
import { ASSET_STATES } from '../asset-states.ts';

export const assetRegister = defineRegister({
  code: 'assets',
  title: '帮扶项目资产',
  record: 'asset',
  slice: 'assets',
  table: 'assets',
  unit: '项',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('资产编号', { required: true, list: true, find: true }),
    regionCode: regionCode('所在地区代码', { required: true, role: 'place', list: true }),
    assetName: text('资产名称', { required: true, list: true, find: true }),
    assetKind: choice(
      '资产类别',
      { operating: '经营性', 'public-benefit': '公益性', 'household-owned': '到户类' },
      { required: true, list: true, filter: true },
    ),
    assetForm: choice('资产形态', { fixed: '固定', biological: '生物', equity: '权益' }, { list: true, filter: true }),
    subkind: text('二级类别', { list: true }),
    sourceProjectNumber: reference('来源项目编号', 'projects', { list: true }),
    formedIn: year('形成年度', { required: true, role: 'year', list: true, filter: true }),
    registeredOn: day('登记日期', { required: true, role: 'since', list: true }),
    cancelledOn: day('注销日期', { role: 'until' }),
    quantity: decimal('数量'),
    unit: text('计量单位'),
    originalValueFen: moneyYuan('原值', { required: true }),
    publicPartFen: moneyYuan('其中财政资金'),
    cooperationPartFen: moneyYuan('其中京蒙协作资金'),
    otherPartFen: moneyYuan('其中其他资金'),
    inUseFrom: day('投用日期'),
    usefulYears: integer('使用年限', { unit: '年' }),
    department: text('主管部门'),
    upkeepUnit: text('管护单位'),
    keeper: name('管护人'),
    upkeepSource: choice('管护费用来源', {
      'asset-income': '资产收益',
      'collective-economy': '集体经济',
      budget: '财政预算',
    }),
    yearlyUpkeepFen: moneyYuan('年度管护经费'),
    assetCondition: choice(
      '资产状况',
      {
        normal: '正常',
        inefficient: '低效',
        idle: '闲置',
        damaged: '损毁',
        lost: '灭失',
      },
      { filter: true },
    ),
    treatment: choice('分类处置', { keep: '巩固', upgrade: '升级', revive: '盘活', adjust: '调整' }),
    disposedHow: choice('处置方式', {
      sold: '出售',
      transferred: '划转',
      scrapped: '报废',
      'written-off': '核销',
      revive: '盘活',
    }),
    disposedOn: day('处置日期', { required: { filled: 'disposedHow' } }),
    disposalDocumentNo: text('处置批复文号'),
    disposalIncomeFen: moneyYuan('处置收入'),
  },
  checks: [
    { check: 'order', earlier: 'formedIn', later: 'registeredOn', by: 'year' },
    { check: 'parts', parts: ['publicPartFen', 'cooperationPartFen', 'otherPartFen'], total: 'originalValueFen' },
  ],
  states: ASSET_STATES,
  notices: ASSET_NOTICES,
  roles: OFFICE_REGISTER,
});

export type Asset = RowOf<typeof assetRegister>;
