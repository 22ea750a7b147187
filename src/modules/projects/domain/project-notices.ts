// What of projects hangs in public (registers §5; the columns of cooperation projects are those of §11).

const SITE = ['number', 'projectName', 'constructionNature', 'siteVillageCodes', 'constructionContent'] as const;
const MONEY = [
  'plannedTotalFen',
  'plannedTransitionFundFen',
  'plannedCooperationFundFen',
  'plannedOtherFundFen',
] as const;
const WORK = ['plannedStart', 'plannedFinish', 'department', 'implementer'] as const;
const BENEFIT = ['plannedHouseholds', 'plannedPersons', 'performanceGoal', 'linkageMechanism'] as const;

export const PROJECT_NOTICES = [
  {
    kind: 'library',
    title: '项目库公告',
    levels: ['county'],
    states: ['in-library'],
    columns: [...SITE, 'projectKind', ...MONEY, ...BENEFIT],
    about: '下列项目已列入巩固拓展脱贫攻坚成果和乡村振兴项目库，现予公告。',
    days: 10,
  },
  {
    kind: 'plan',
    title: '年度项目实施计划公告',
    levels: ['county'],
    states: ['annual-plan', 'started', 'finished', 'accepted', 'settled'],
    columns: [...SITE, 'subsidyStandard', ...MONEY, ...WORK, ...BENEFIT],
    about:
      '下列项目已列入年度实施计划，现将资金来源、建设任务、补助标准、实施期限、实施单位、绩效目标和联农带农机制予以公告。',
    days: 10,
    before: { start: 'posted' },
  },
  {
    kind: 'completion',
    title: '项目完工公告',
    levels: ['county'],
    states: ['finished', 'accepted', 'settled', 'handed-over'],
    columns: [
      ...SITE,
      ...MONEY,
      'startedOn',
      'finishedOn',
      'acceptedOn',
      'implementer',
      'plannedHouseholds',
      'plannedPersons',
    ],
    about: '下列项目已经完工，现将实施结果予以公告。',
    days: 10,
    before: { accept: 'posted' },
  },
  {
    kind: 'cooperation',
    title: '京蒙协作资金和项目公示',
    levels: ['county'],
    where: { filled: 'cooperationKind' },
    columns: [
      ...([
        'projectName',
        'constructionNature',
        'constructionContent',
        'plannedTotalFen',
        'plannedCooperationFundFen',
      ] as const),
      ...(['plannedOtherFundFen', 'cooperationKind', 'siteVillageCodes', 'plannedPersons', 'implementer'] as const),
      ...(['plannedStart', 'plannedFinish', 'performanceGoal'] as const),
    ],
    about: '现将京蒙协作资金安排的下列项目予以公示。',
    days: 8,
  },
] as const;
