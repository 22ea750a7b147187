// 项目申报. What a village asks the library for, from the villagers’ meeting to the project it became (registers §5). A proposal has no
// number of its own: people know it by village, year and name, and once it is in the library by the number of its project.

import { defineRegister, type RowOf } from '../../../kernel/register/define-register.ts';
import {
  choice,
  choices,
  day,
  integer,
  longText,
  moneyWan,
  reference,
  regionCode,
  regionCodes,
  text,
  year,
  yesNo,
} from '../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../kernel/register/office-roles.ts';
import { PROPOSAL_NOTICES } from './project-proposal-notices.ts';
import { PROPOSAL_STATES } from './project-proposal-states.ts';
import { CONSTRUCTION_NATURES, INDUSTRY_SUBKINDS, LINKAGE_WAYS, PROJECT_KINDS } from './project-words.ts';

export const projectProposalRegister = defineRegister({
  code: 'project-proposals',
  title: '项目申报',
  record: 'project-proposal',
  slice: 'projects',
  table: 'project_proposals',
  unit: '个',
  place: 'village',
  key: ['projectName', 'villageCode', 'wantedYear'],
  fields: {
    projectName: text('项目名称', { required: true, list: true, find: true }),
    villageCode: regionCode('嘎查村代码', { required: true, role: 'place', level: 'village', list: true }),
    wantedYear: year('拟实施年度', { required: true, list: true, filter: true }),
    projectKind: choice('项目类别', PROJECT_KINDS, { required: true, list: true, filter: true }),
    industrySubkind: choice('产业子类', INDUSTRY_SUBKINDS),
    siteVillageCodes: regionCodes('实施嘎查村代码', { level: 'village', hint: '不填即申报的嘎查村' }),
    constructionNature: choice('建设性质', CONSTRUCTION_NATURES, { required: true }),
    constructionContent: longText('建设内容'),
    subsidyStandard: text('补助标准'),
    plannedStart: day('计划开工日期'),
    plannedFinish: day('计划完工日期'),
    plannedTotalFen: moneyWan('计划总投资', { list: true }),
    plannedTransitionFundFen: moneyWan('计划衔接资金'),
    plannedCooperationFundFen: moneyWan('计划京蒙协作资金'),
    plannedOtherFundFen: moneyWan('计划其他资金'),
    reachesHouseholds: yesNo('是否到户'),
    formsAsset: yesNo('形成资产'),
    linkageWays: choices('联农带农方式', LINKAGE_WAYS),
    linkageMechanism: longText('联农带农机制'),
    plannedHouseholds: integer('计划受益户数', { unit: '户', list: true }),
    plannedPersons: integer('计划受益人数', { unit: '人' }),
    plannedFocusBeneficiaries: integer('计划脱贫监测受益人数', { unit: '人' }),
    performanceGoal: longText('绩效目标'),
    meetingOn: day('村民会议日期'),
    noticeFrom: day('村公示开始'),
    noticeUntil: day('村公示结束', { required: { filled: 'noticeFrom' } }),
    proposedOn: day('申报日期', { role: 'since', list: true }),
    townshipNoticeFrom: day('乡公示开始'),
    townshipNoticeUntil: day('乡公示结束', { required: { filled: 'townshipNoticeFrom' } }),
    reviewedOn: day('乡审核日期'),
    countyNoticeFrom: day('县公示开始'),
    countyNoticeUntil: day('县公示结束', { required: { filled: 'countyNoticeFrom' } }),
    approvedOn: day('县审定日期'),
    enteredOn: day('入库日期'),
    projectNumber: reference('项目编号', 'projects', { list: true, find: true }),
  },
  checks: [
    { check: 'order', earlier: 'plannedStart', later: 'plannedFinish' },
    { check: 'order', earlier: 'meetingOn', later: 'noticeFrom' },
    { check: 'order', earlier: 'noticeFrom', later: 'noticeUntil' },
    { check: 'order', earlier: 'noticeUntil', later: 'proposedOn' },
    { check: 'order', earlier: 'townshipNoticeFrom', later: 'townshipNoticeUntil' },
    { check: 'order', earlier: 'townshipNoticeUntil', later: 'approvedOn' },
    { check: 'order', earlier: 'countyNoticeFrom', later: 'countyNoticeUntil' },
    { check: 'order', earlier: 'countyNoticeUntil', later: 'enteredOn' },
    {
      check: 'parts',
      parts: ['plannedTransitionFundFen', 'plannedCooperationFundFen', 'plannedOtherFundFen'],
      total: 'plannedTotalFen',
    },
  ],
  states: PROPOSAL_STATES,
  notices: PROPOSAL_NOTICES,
  // What a village wrote is changed by whoever keeps it there; files of many villages would jump the reviews.
  roles: { ...OFFICE_REGISTER, write: ['village-worker', ...OFFICE_REGISTER.write], import: ['region-officer'] },
});

export type ProjectProposal = RowOf<typeof projectProposalRegister>;
