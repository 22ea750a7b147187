// 驻村日志. What was done on a day. Households visited are not typed: they follow from the visits of that person and day.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, longText, reference, regionCode } from '../../../../kernel/register/field.ts';
import { VILLAGE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamDiaryRegister = defineRegister({
  code: 'team-diaries',
  title: '驻村日志',
  record: 'team-diary',
  slice: 'teams',
  table: 'team_diaries',
  unit: '篇',
  place: 'village',
  key: ['cadreNumber', 'diaryDay'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    diaryDay: day('日期', { required: true, role: 'since', list: true }),
    items: longText('工作内容', { required: true, list: true, hint: '走访了哪些户不用写，走访记录会自动带出' }),
    issues: longText('问题与办理'),
  },
  roles: VILLAGE_REGISTER,
  offline: ['add', 'change'],
});

export type TeamDiary = RowOf<typeof teamDiaryRegister>;
