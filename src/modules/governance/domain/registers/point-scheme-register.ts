// 积分办法. By what a village gives points, from the draft to the day it ends; its rules are those of the village that hold on the day.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, regionCode, text, yesNo } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { RESET_NAMES } from '../settings.ts';
import { POINT_SCHEME_STATES } from '../states.ts';

export const pointSchemeRegister = defineRegister({
  code: 'point-schemes',
  title: '积分办法',
  record: 'point-scheme',
  slice: 'governance',
  table: 'point_schemes',
  unit: '份',
  place: 'village',
  key: ['villageCode', 'edition'],
  fields: {
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    edition: integer('版本', { required: true, least: 1, list: true }),
    ruleSource: choice(
      '细则来源',
      { own: '本嘎查村制定', template: '参照旗县模板' },
      { required: true, list: true, filter: true },
    ),
    draftedOn: day('起草日期', { required: true, list: true }),
    yuanPerPoint: decimal('兑换率', { unit: '元/分', hint: '一分折合多少元物品；积分不是钱，不能提现', list: true }),
    yearlyCap: integer('每户年度记分上限', { unit: '分', least: 1 }),
    resetRule: choice('清零规则', RESET_NAMES),
    isRankingHidden: yesNo('不公开排名', { hint: '填“是”时积分榜只列户和分，不排名次' }),
    passedOn: day('会议通过日期', { list: true }),
    minutesNo: text('会议纪要编号', { required: { filled: 'passedOn' } }),
    attended: integer('到会户代表', { required: { filled: 'passedOn' }, unit: '人', least: 1 }),
    filedOn: day('备案日期', { list: true }),
    inForceOn: day('施行日期', { role: 'since', list: true }),
    endedOn: day('停止日期', { role: 'until', list: true }),
  },
  checks: [
    { check: 'order', earlier: 'draftedOn', later: 'passedOn' },
    { check: 'order', earlier: 'passedOn', later: 'filedOn' },
    { check: 'order', earlier: 'filedOn', later: 'inForceOn' },
    { check: 'spells', group: ['villageCode'], begun: true },
  ],
  states: POINT_SCHEME_STATES,
  roles: VILLAGE_REGISTER,
});

export type PointScheme = RowOf<typeof pointSchemeRegister>;
