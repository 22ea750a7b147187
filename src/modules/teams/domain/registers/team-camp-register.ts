// 驻村营地. Where a team works and lodges, by season: a herding village has a winter and a summer camp. A punch within any of them is one in the village; a camp counts once the township has filed it.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, regionCode, text } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { CAMP_STATES } from '../states.ts';

export const teamCampRegister = defineRegister({
  code: 'team-camps',
  title: '驻村营地',
  record: 'team-camp',
  slice: 'teams',
  table: 'team_camps',
  unit: '处',
  place: 'village',
  key: ['number'],
  fields: {
    number: text('营地编号', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    name: text('营地名称', { required: true, list: true, find: true }),
    campKind: choice(
      '营地类别',
      { office: '嘎查村办公住宿点', pasture: '牧点' },
      { required: true, list: true, filter: true },
    ),
    fromMonth: integer('启用月份', {
      required: true,
      unit: '月',
      least: 1,
      list: true,
      hint: '全年使用的填 1 到 12 月',
    }),
    untilMonth: integer('停用月份', {
      required: true,
      unit: '月',
      least: 1,
      list: true,
      hint: '可以跨年，例如冬营地 11 月到 4 月',
    }),
    longitude: decimal('经度', { required: true, secret: 'sealed', hint: '手机或地图上的经度，例如 116.08' }),
    latitude: decimal('纬度', { required: true, secret: 'sealed' }),
    radiusKm: decimal('半径', {
      required: true,
      unit: '公里',
      least: 0,
      list: true,
      hint: '牧区可以放大，走访牧户不会因此算缺岗',
    }),
    filedOn: day('备案日期', { role: 'since', list: true }),
    closedOn: day('停用日期', { role: 'until', list: true }),
  },
  states: CAMP_STATES,
  roles: VILLAGE_REGISTER,
});

export type TeamCamp = RowOf<typeof teamCampRegister>;
