// 利益联结协议. What ties a household, or a whole village, to a firm. A contract with the village has no household.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, householdNo, moneyYuan, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { LINKAGE_WAYS } from '../../../projects/domain/project-words.ts';
import { LINKAGE_CONTRACT_STATES } from '../linkage-contract-states.ts';

export const linkageContractRegister = defineRegister({
  code: 'linkage-contracts',
  title: '利益联结协议',
  record: 'linkage-contract',
  slice: 'industry',
  table: 'linkage_contracts',
  unit: '份',
  place: 'household',
  key: ['number'],
  fields: {
    number: text('协议编号', { required: true, list: true, find: true }),
    businessEntity: text('经营主体', { required: true, list: true }),
    organisationCode: reference('单位代码', 'organisations', { list: true }),
    householdNumber: householdNo({ required: { empty: 'villageCode' }, role: 'place', list: true }),
    villageCode: regionCode('嘎查村代码', {
      required: { empty: 'householdNumber' },
      role: 'place',
      level: 'village',
      list: true,
    }),
    linkageWay: choice('联结方式', LINKAGE_WAYS, { required: true, list: true, filter: true }),
    projectNumber: reference('项目编号', 'projects', { list: true }),
    assetNumber: reference('资产编号', 'assets', { list: true }),
    startedOn: day('开始日期', { required: true, role: 'since', list: true }),
    through: day('截止日期', { role: 'through' }),
    dissolvedOn: day('解除日期', { role: 'until' }),
    agreedContent: text('约定内容'),
    agreedYearlyFen: moneyYuan('年约定金额'),
    closeness: choice('紧密度', { close: '紧密', 'half-close': '半紧密', loose: '松散' }),
  },
  states: LINKAGE_CONTRACT_STATES,
  notices: [
    {
      kind: 'list',
      title: '利益联结公示',
      levels: ['village', 'township'],
      columns: ['businessEntity', { head: 'householdNumber' }, 'linkageWay', 'startedOn', 'through', 'agreedYearlyFen'],
      about: '现将经营主体与农牧户建立的利益联结予以公示。',
      days: 10,
    },
  ],
  roles: OFFICE_REGISTER,
});

export type LinkageContract = RowOf<typeof linkageContractRegister>;
