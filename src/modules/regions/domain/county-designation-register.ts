// 旗县称号: the titles a county carries and since when. It starts with data/reference/county-designations.csv.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { DESIGNATION_NAMES } from './designations.ts';

export const countyDesignationRegister = defineRegister({
  code: 'county-designations',
  title: '旗县称号',
  record: 'county-designation',
  slice: 'regions',
  table: 'county_designations',
  unit: '个',
  place: 'county',
  shared: true,
  key: ['regionCode', 'title'],
  fields: {
    regionCode: regionCode('旗县代码', { required: true, role: 'place', level: 'county', list: true }),
    title: choice('称号', DESIGNATION_NAMES, { required: true, list: true, filter: true }),
    designatedOn: day('认定日期', { role: 'since', list: true, hint: '不填为一直都是' }),
    revokedOn: day('撤销日期', { role: 'until', list: true }),
    documentNo: text('文号', { list: true }),
    evidence: text('依据', { list: true }),
  },
  checks: [
    {
      check: 'spells',
      group: ['regionCode'],
      where: { field: 'title', is: ['lifted-national', 'lifted-regional'] },
    },
    { check: 'spells', group: ['regionCode'], where: { field: 'title', is: ['key-national', 'key-regional'] } },
  ],
  notices: [
    {
      kind: 'list',
      title: '旗县称号公告',
      levels: ['county', 'prefecture', 'autonomous-region'],
      columns: ['regionCode', 'title', 'designatedOn', 'documentNo'],
      about: '现将旗县的称号予以公告。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type CountyDesignation = RowOf<typeof countyDesignationRegister>;
