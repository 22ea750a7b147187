// The forms of registers §6, by what they are called on paper.

import type { AssetForm } from './contract.ts';

export const FORM_NAMES: Record<AssetForm, string> = {
  'county-ledger': '帮扶项目资产总台账',
  'department-ledger': '帮扶项目资产部门分台账',
  'village-ledger': '苏木乡镇、嘎查村帮扶项目资产明细台账',
  inventory: '帮扶项目资产清查登记表',
  distribution: '资产收益分配方案及花名册',
  idle: '闲置低效资产台账',
  treatment: '帮扶项目资产四个一批分类台账',
  disposal: '资产处置审批表',
};
