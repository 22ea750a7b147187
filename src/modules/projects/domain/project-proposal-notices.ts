// What of a proposal hangs before it comes into the library: in the village, the township and the county (registers §5).

const COLUMNS = [
  'projectName',
  'projectKind',
  'constructionNature',
  'constructionContent',
  'subsidyStandard',
  'plannedTotalFen',
  'plannedTransitionFundFen',
  'plannedHouseholds',
  'plannedPersons',
  'performanceGoal',
  'linkageMechanism',
] as const;

export const PROPOSAL_NOTICES = [
  {
    kind: 'village',
    title: '项目申报公示',
    levels: ['village'],
    states: ['draft', 'returned'],
    columns: COLUMNS,
    about: '经村民会议讨论，拟申报下列项目进入项目库，现予公示。',
    days: 10,
    before: { propose: 'over' },
    fills: { from: 'noticeFrom', until: 'noticeUntil' },
  },
  {
    kind: 'township',
    title: '项目审核公示',
    levels: ['township'],
    states: ['proposed', 'township-reviewed'],
    columns: COLUMNS,
    about: '经苏木乡镇审核，拟将下列项目上报旗县项目库，现予公示。',
    days: 10,
    before: { approve: 'over' },
    fills: { from: 'townshipNoticeFrom', until: 'townshipNoticeUntil' },
  },
  {
    kind: 'county',
    title: '项目入库公示',
    levels: ['county'],
    states: ['township-reviewed', 'county-approved'],
    columns: COLUMNS,
    about: '经旗县审定，拟将下列项目列入巩固拓展脱贫攻坚成果和乡村振兴项目库，现予公示。',
    days: 10,
    before: { enter: 'over' },
    fills: { from: 'countyNoticeFrom', until: 'countyNoticeUntil' },
  },
] as const;
