// How projects of this year and of the last went, each as a story in days from today.

export type Story = {
  kind: string;
  name: string;
  subkind?: string;
  plannedStart: number;
  plannedFinish: number;
  started?: number;
  finished?: number;
  accepted?: number;
  settled?: number;
  handedOver?: number;
  removed?: number;
  /** How far it is, in hundredths, at the end of last month; with what stands in its way. */
  built?: number;
  trouble?: string;
  /** Hundredths of the plan that were given, and of what was given that were paid. */
  given: number;
  paid: number;
  /** The first payment went out so many days before the work began. */
  early?: number;
  isResettlement?: true;
};

export const FARM = '产业发展';
export const BUILD = '乡村建设行动';

/** In the order in which a county's projects take turns. */
export const THIS_YEAR: readonly Story[] = [
  {
    kind: FARM,
    name: '肉牛养殖棚圈',
    subkind: '生产',
    plannedStart: -200,
    plannedFinish: -20,
    started: -190,
    built: 85,
    given: 100,
    paid: 60,
  },
  {
    kind: FARM,
    name: '马铃薯储窖',
    subkind: '加工流通',
    plannedStart: -215,
    plannedFinish: -75,
    started: -210,
    finished: -70,
    accepted: -35,
    given: 100,
    paid: 95,
  },
  {
    kind: FARM,
    name: '设施蔬菜大棚',
    subkind: '生产',
    plannedStart: -230,
    plannedFinish: -95,
    started: -230,
    finished: -100,
    accepted: -60,
    settled: -30,
    given: 100,
    paid: 100,
  },
  {
    kind: BUILD,
    name: '村组道路硬化',
    plannedStart: -160,
    plannedFinish: 20,
    started: -150,
    built: 60,
    trouble: '水泥供应不足，停工待料',
    given: 100,
    paid: 30,
  },
  { kind: FARM, name: '庭院养殖补助', subkind: '庭院经济', plannedStart: -60, plannedFinish: 30, given: 100, paid: 0 },
  {
    kind: FARM,
    name: '饲草料基地',
    subkind: '配套设施',
    plannedStart: -225,
    plannedFinish: -110,
    started: -220,
    finished: -110,
    accepted: -80,
    settled: -50,
    handedOver: -20,
    given: 100,
    paid: 100,
  },
  {
    kind: BUILD,
    name: '安全饮水提升',
    plannedStart: -175,
    plannedFinish: -50,
    started: -170,
    finished: -45,
    given: 100,
    paid: 80,
  },
  {
    kind: '易地搬迁后扶',
    name: '安置点配套产业棚圈',
    plannedStart: -105,
    plannedFinish: 7,
    started: -100,
    built: 70,
    given: 100,
    paid: 45,
    isResettlement: true,
  },
  {
    kind: '就业项目',
    name: '公益性岗位补助',
    plannedStart: -300,
    plannedFinish: 30,
    started: -300,
    built: 90,
    given: 90,
    paid: 85,
  },
  { kind: FARM, name: '冷链仓储', subkind: '加工流通', plannedStart: 25, plannedFinish: 200, given: 0, paid: 0 },
  {
    kind: '巩固三保障成果',
    name: '雨露计划补助',
    plannedStart: -125,
    plannedFinish: -30,
    started: -120,
    finished: -30,
    given: 100,
    paid: 100,
  },
  {
    kind: BUILD,
    name: '人居环境整治',
    plannedStart: -50,
    plannedFinish: 30,
    started: -40,
    built: 40,
    given: 80,
    paid: 25,
    early: 12,
  },
  {
    kind: FARM,
    name: '奶制品加工车间',
    subkind: '加工流通',
    plannedStart: -150,
    plannedFinish: 3,
    started: -145,
    built: 95,
    given: 100,
    paid: 70,
  },
  {
    kind: FARM,
    name: '药材种植基地',
    subkind: '生产',
    plannedStart: -180,
    plannedFinish: -60,
    removed: -70,
    given: 0,
    paid: 0,
  },
  {
    kind: '乡村治理和精神文明',
    name: '积分超市建设',
    plannedStart: -90,
    plannedFinish: 88,
    started: -85,
    built: 55,
    given: 100,
    paid: 50,
  },
];

/** Last year's, in days from today too. */
export const LAST_YEAR: readonly Story[] = [
  {
    kind: FARM,
    name: '肉羊育肥场',
    subkind: '生产',
    plannedStart: -580,
    plannedFinish: -420,
    started: -575,
    finished: -425,
    accepted: -400,
    settled: -380,
    handedOver: -360,
    given: 100,
    paid: 100,
  },
  {
    kind: FARM,
    name: '杂粮加工厂',
    subkind: '加工流通',
    plannedStart: -590,
    plannedFinish: -430,
    started: -588,
    finished: -440,
    accepted: -410,
    settled: -390,
    handedOver: -370,
    given: 100,
    paid: 100,
  },
  {
    kind: BUILD,
    name: '农电线路改造',
    plannedStart: -560,
    plannedFinish: -430,
    started: -555,
    finished: -432,
    accepted: -415,
    settled: -395,
    handedOver: -375,
    given: 100,
    paid: 100,
  },
  {
    kind: FARM,
    name: '冷库',
    subkind: '加工流通',
    plannedStart: -570,
    plannedFinish: -410,
    started: -560,
    finished: -405,
    accepted: -385,
    given: 100,
    paid: 92,
  },
  {
    kind: BUILD,
    name: '村内排水渠',
    plannedStart: -540,
    plannedFinish: -400,
    started: -530,
    finished: -300,
    accepted: -260,
    settled: -230,
    handedOver: -200,
    given: 100,
    paid: 97,
  },
];
