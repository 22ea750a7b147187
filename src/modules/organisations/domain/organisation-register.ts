// 单位和经营主体: one row per unit, whatever it does; figures count distinct units by their code.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import { choice, day, name, reference, regionCode, text } from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';

export const ORGANISATION_KINDS = {
  'party-government': '党政机关',
  institution: '事业单位',
  university: '高校',
  school: '学校',
  hospital: '医院',
  'central-unit': '中央单位',
  'soe-central': '中直国企',
  'soe-region': '自治区国企',
  private: '民营企业',
  cooperative: '合作社',
  'family-farm': '家庭农牧场',
  collective: '嘎查村集体经济组织',
  bank: '银行',
  insurer: '保险机构',
  'social-org': '社会组织',
} as const;

export const organisationRegister = defineRegister({
  code: 'organisations',
  title: '单位和经营主体',
  record: 'organisation',
  slice: 'organisations',
  table: 'organisations',
  unit: '个',
  place: 'region',
  shared: true,
  key: ['code'],
  fields: {
    code: text('单位代码', {
      required: true,
      form: 'organisation-code',
      list: true,
      find: true,
      hint: '统一社会信用代码；没有的单位用自编代码，不要编成 18 位',
    }),
    name: text('单位名称', { required: true, list: true, find: true }),
    kind: choice('单位类别', ORGANISATION_KINDS, { required: true, list: true, filter: true }),
    regionCode: regionCode('地区代码', {
      required: true,
      role: 'place',
      list: true,
      hint: '所在地；区外单位填 150000000000',
    }),
    parentCode: reference('上级单位代码', 'organisations', { list: true }),
    contact: name('联系人'),
    phone: text('联系电话', { secret: 'sealed' }),
    foundedOn: day('成立日期'),
    closedOn: day('撤销日期', { list: true }),
  },
  roles: OFFICE_REGISTER,
});

export type Organisation = RowOf<typeof organisationRegister>;
