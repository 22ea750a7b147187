// 驻村选派. A cadre in a village’s team. One is in one village at a time, and a village has one first secretary; on leave is still in post.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, regionCode, text, yesNo } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const teamPostingRegister = defineRegister({
  code: 'team-postings',
  title: '驻村选派',
  record: 'team-posting',
  slice: 'teams',
  table: 'team_postings',
  unit: '人次',
  place: 'village',
  key: ['cadreNumber', 'villageCode', 'status', 'appointedOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    status: choice(
      '身份',
      { 'first-secretary': '第一书记', 'team-leader': '工作队长', member: '队员' },
      { required: true, list: true, filter: true },
    ),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    sendingUnit: text('派出单位', { list: true }),
    sentBy: choice(
      '派出层级',
      { central: '中央', region: '自治区', prefecture: '盟市', county: '旗县', township: '苏木乡镇' },
      { list: true, filter: true },
    ),
    postingReason: choice(
      '选派理由',
      {
        'lifted-village': '脱贫村',
        'resettlement-village': '易地搬迁安置村',
        'demonstration-village': '乡村振兴示范村',
        'weak-party-village': '党组织软弱涣散村',
        other: '其他',
      },
      { list: true, filter: true },
    ),
    appointedOn: day('任职日期', { required: true, role: 'since', list: true }),
    leftOn: day('离任日期', { role: 'until', list: true }),
    appointmentDocumentNo: text('任职文号'),
    partyMember: yesNo('党员'),
  },
  checks: [
    { check: 'spells', group: ['cadreNumber'], differ: 'villageCode' },
    { check: 'spells', group: ['villageCode'], where: { field: 'status', is: ['first-secretary'] } },
  ],
  notices: [
    {
      kind: 'list',
      title: '驻村工作队公告',
      levels: ['village', 'township', 'county'],
      columns: ['villageCode', 'status', 'sendingUnit', 'sentBy', 'appointedOn'],
      about: '现将驻村工作队的选派情况予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type TeamPosting = RowOf<typeof teamPostingRegister>;
