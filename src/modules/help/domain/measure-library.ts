// The library of measures: what is usually done against what, by whom, on which policy (handbook §5.1 to §5.3). Amounts are
// not in it: they differ by county and year, and a wrong one on a plan is worse than none.

import {
  DEMAND_NAMES,
  DEMANDS,
  type Demand,
  FITTING,
  isCovered,
  isDeveloping,
  type MeasureClass,
  type MeasureFact,
} from './measures.ts';

/** What a measure is proposed against; `labour` is a household in which somebody can work. */
export const AGAINST = [...DEMANDS, 'labour', 'no-labour-at-all'] as const;
export type Against = (typeof AGAINST)[number];

export const AGAINST_NAMES: Record<Against, string> = {
  ...DEMAND_NAMES,
  labour: '有劳动力',
  'no-labour-at-all': '整户无劳动力',
};

export type LibraryMeasure = {
  key: string;
  class: MeasureClass;
  against: readonly Against[];
  content: string;
  unit: string;
  policy: string;
  /** Usual time until it has arrived. */
  days: number;
};

export const LIBRARY: readonly LibraryMeasure[] = [
  {
    key: 'medical-aid',
    class: 'health',
    against: ['illness', 'accident'],
    content: '落实医保报销、大病保险、医疗救助，纳入家庭医生签约服务',
    unit: '旗县医保局',
    policy: '医疗救助',
    days: 30,
  },
  {
    key: 'insurance',
    class: 'health',
    against: ['uninsured'],
    content: '协助参加城乡居民基本医疗保险，按规定资助参保',
    unit: '旗县医保局',
    policy: '资助参保',
    days: 15,
  },
  {
    key: 'disability-allowance',
    class: 'comprehensive',
    against: ['disability'],
    content: '协助申领困难残疾人生活补贴、重度残疾人护理补贴',
    unit: '旗县残联',
    policy: '残疾人两项补贴',
    days: 30,
  },
  {
    key: 'minimum-living',
    class: 'comprehensive',
    against: ['illness', 'no-labour', 'no-labour-at-all'],
    content: '符合条件的纳入农村牧区最低生活保障或特困人员救助供养',
    unit: '旗县民政局',
    policy: '农村牧区低保、特困供养',
    days: 45,
  },
  {
    key: 'temporary-relief',
    class: 'comprehensive',
    against: ['disaster', 'accident', 'other'],
    content: '给予临时救助，解决基本生活困难',
    unit: '苏木乡镇人民政府',
    policy: '临时救助',
    days: 15,
  },
  {
    key: 'return-to-school',
    class: 'compulsory-education',
    against: ['outOfSchool', 'schooling'],
    content: '劝返复学，落实控辍保学责任，落实义务教育生活补助',
    unit: '旗县教育局',
    policy: '义务教育控辍保学',
    days: 30,
  },
  {
    key: 'study-allowance',
    class: 'other-education',
    against: ['schooling'],
    content: '落实学生资助、雨露计划等助学政策',
    unit: '旗县教育局',
    policy: '雨露计划、学生资助',
    days: 60,
  },
  {
    key: 'unsafe-house',
    class: 'housing',
    against: ['housing', 'housingUnsafe'],
    content: '进行房屋安全鉴定，纳入危房改造',
    unit: '旗县住建局',
    policy: '农村牧区危房改造',
    days: 120,
  },
  {
    key: 'safe-water',
    class: 'water',
    against: ['water', 'waterUnsafe'],
    content: '维修供水设施或更换水源，水质检测达标',
    unit: '旗县水利局',
    policy: '农村牧区供水保障',
    days: 60,
  },
  {
    key: 'disaster-recovery',
    class: 'industry',
    against: ['disaster', 'project-failure'],
    content: '帮助恢复种养生产，提供种畜、饲草、技术指导，协助保险理赔',
    unit: '旗县农牧局',
    policy: '产业帮扶',
    days: 90,
  },
  {
    key: 'breeding',
    class: 'industry',
    against: ['labour'],
    content: '发展种植、养殖项目，落实产业奖补和技术服务',
    unit: '旗县农牧局',
    policy: '产业帮扶',
    days: 180,
  },
  {
    key: 'job',
    class: 'employment',
    against: ['unstable-job', 'labour'],
    content: '开展技能培训，推荐务工岗位，落实交通补助',
    unit: '旗县人社局',
    policy: '就业帮扶',
    days: 60,
  },
  {
    key: 'public-post',
    class: 'public-post',
    against: ['unstable-job', 'no-labour'],
    content: '安排护林、护草、保洁等公益岗位',
    unit: '苏木乡镇人民政府',
    policy: '乡村公益性岗位',
    days: 60,
  },
  {
    key: 'small-loan',
    class: 'finance',
    against: ['project-failure'],
    content: '协助申请脱贫人口小额信贷，落实贴息或展期',
    unit: '旗县金融部门',
    policy: '脱贫人口小额信贷',
    days: 60,
  },
  {
    key: 'society',
    class: 'social',
    against: ['other', 'accident'],
    content: '协调帮扶单位、社会力量结对帮扶',
    unit: '帮扶单位',
    policy: '社会帮扶',
    days: 60,
  },
];

/** Demands that nothing in the library would cover. */
export function unanswered(library: readonly Pick<LibraryMeasure, 'class' | 'against'>[]): Demand[] {
  return DEMANDS.filter((demand) => {
    const found = library.filter(({ against }) => against.includes(demand));
    const proposed = found.map((each) => ({ class: each.class, answers: demand, state: 'planned' as const, dueOn: 0 }));
    return !isCovered(demand, proposed);
  });
}

export type Proposal = LibraryMeasure & { answers?: Demand | undefined };

type Asking = {
  demands: readonly Demand[];
  hasLabour: boolean;
  measures: readonly MeasureFact[];
  /** The county's own; else the one that comes with the program. */
  library?: readonly LibraryMeasure[];
};

/** Measures against each demand that none answers yet; then what a household with labour, or without any, should have. */
export function proposeMeasures({ demands, hasLabour, measures, library = LIBRARY }: Asking): Proposal[] {
  const standing = measures.filter(({ state }) => state !== 'cancelled');
  const open = demands.filter((demand) => !isCovered(demand, standing));
  const found: Proposal[] = open.flatMap((demand) =>
    library.filter(({ against }) => against.includes(demand)).map((measure) => ({ ...measure, answers: demand })),
  );
  const general = hasLabour ? 'labour' : 'no-labour-at-all';
  const planned = (measureClass: MeasureClass) =>
    [...standing, ...found].some((measure) => measure.class === measureClass);
  const wanted = hasLabour
    ? ![...standing, ...found].some((each) => isDeveloping(each.class))
    : !planned('comprehensive');
  const more: Proposal[] = wanted ? library.filter(({ against }) => against.includes(general)) : [];
  // One measure may answer several risks; where only a measure planned against the risk counts, it stands for each of them.
  return [...found, ...more].filter(
    ({ key, answers }, i, all) =>
      all.findIndex((other) => other.key === key) === i || (answers !== undefined && !FITTING[answers]),
  );
}
