// 资产权属. Who holds which right in an asset, and how much of it. No share is all of it; a household stands by its number, so that names do not
// decide.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, reference, share, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const assetRightRegister = defineRegister({
  code: 'asset-rights',
  title: '资产权属',
  record: 'asset-right',
  slice: 'assets',
  table: 'asset_rights',
  unit: '条',
  place: 'village',
  key: ['assetNumber', 'rightKind', 'holder', 'startedOn'],
  fields: {
    assetNumber: reference('资产编号', 'assets', { required: true, role: 'gives-place', list: true }),
    rightKind: choice(
      '权利',
      { ownership: '所有', use: '使用', operation: '经营', income: '收益', disposal: '处置', supervision: '监督' },
      { required: true, list: true, filter: true },
    ),
    holder: text('权利人', { required: true, list: true, find: true }),
    holderKind: choice(
      '权利人类别',
      {
        'village-collective': '嘎查村集体',
        township: '苏木乡镇',
        'county-department': '旗县部门',
        enterprise: '企业',
        cooperative: '合作社',
        household: '农牧户',
        other: '其他',
      },
      { required: true, list: true, filter: true },
    ),
    share: share('份额', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    stoppedOn: day('终止日期', { role: 'until', list: true }),
    certificateNo: text('证书号', { list: true }),
  },
  checks: [
    { check: 'household', field: 'holder', where: { field: 'holderKind', is: ['household'] } },
    {
      check: 'shares',
      group: ['assetNumber', 'rightKind'],
      share: 'share',
      sole: { field: 'rightKind', is: ['ownership', 'income'] },
    },
  ],
  roles: OFFICE_REGISTER,
});

export type AssetRight = RowOf<typeof assetRightRegister>;
