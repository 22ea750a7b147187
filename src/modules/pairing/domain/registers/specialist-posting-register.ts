// 科技特派员. A specialist in a county, for as long as posted.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { day, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { SPECIALIST_STATES } from '../cooperation/states.ts';

export const specialistPostingRegister = defineRegister({
  code: 'specialist-postings',
  title: '科技特派员',
  record: 'specialist-posting',
  slice: 'pairing',
  table: 'specialist_postings',
  unit: '条',
  place: 'county',
  key: ['cadreNumber', 'regionCode', 'postedOn'],
  fields: {
    cadreNumber: reference('干部编号', 'cadres', { required: true, list: true }),
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    specialistTeam: text('特派团', { list: true }),
    sendingUnit: text('派出单位', { list: true }),
    professionalTitle: text('职称', { list: true }),
    profession: text('专业', { list: true }),
    servedIndustry: text('服务产业', { list: true }),
    postedOn: day('选派日期', { required: true, role: 'since', list: true }),
    endedOn: day('结束日期', { role: 'until', list: true }),
  },
  states: SPECIALIST_STATES,
  notices: [
    {
      kind: 'list',
      title: '科技特派团选派公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: [
        'regionCode',
        'specialistTeam',
        'sendingUnit',
        'professionalTitle',
        'profession',
        'servedIndustry',
        'postedOn',
      ],
      about: '现将科技特派团的选派情况予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type SpecialistPosting = RowOf<typeof specialistPostingRegister>;
