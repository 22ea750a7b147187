// What the year of the cooperation with Beijing is told by (registers §11), as data: how each number is counted, and which rows of
// which register it opens to. Stock and flow are two numbers, planned and paid in too.

export const METRIC_GROUPS = {
  fund: '协作资金',
  firms: '引进企业和投资',
  parks: '共建园区',
  workshops: '援建帮扶车间',
  institutions: '结对学校医院',
  talents: '干部人才交流',
  consumption: '消费帮扶',
  labour: '劳务协作',
  villages: '百村示范和项目',
} as const;
export type MetricGroup = keyof typeof METRIC_GROUPS;

type Days = { year: number; asOf: string };
/** `counts`: distinct objects, rows, or amounts in fen. `rows`: what the list of the register is narrowed to. */
type Metric = {
  title: string;
  group: MetricGroup;
  counts: 'objects' | 'rows' | 'fen';
  unit: string;
  register: string;
  rows: (days: Days) => Readonly<Record<string, string>>;
  basis?: string;
  /** Stands in the table of regions, too. */
  column?: true;
};

const days =
  (field: string) =>
  ({ year, asOf }: Days) => ({ [`by-${field}`]: `${year}-01-01`, [`by-${field}-to`]: asOf });
const onDay = ({ asOf }: Days) => ({ asOf });
const ofYear =
  (field: string, more: Readonly<Record<string, string>> = {}) =>
  ({ year }: Days) => ({
    [`by-${field}`]: String(year),
    ...more,
  });
const months =
  (scope: string) =>
  ({ year, asOf }: Days) => ({
    ...{ 'by-buyerArea': 'beijing', 'by-productScope': scope },
    ...{ 'by-month': `${year}-01`, 'by-month-to': asOf.slice(0, 7) },
  });

const aided = ({ asOf }: Days) => ({ asOf, 'by-aidedByBeijing': 'true' });
const funds = { group: 'fund', counts: 'fen', unit: '万元', register: 'cooperation-funds' } as const;
const firms = { group: 'firms', counts: 'objects', unit: '家', register: 'cooperation-enterprises' } as const;
const invested = { group: 'firms', register: 'cooperation-investments', rows: days('paidInOn') } as const;
const parks = { group: 'parks', counts: 'objects', unit: '个', register: 'parks' } as const;
const workshops = { group: 'workshops', counts: 'objects', unit: '个', register: 'workshops', rows: aided } as const;
const pairs = { group: 'institutions', register: 'institution-pairs' } as const;
const talents = { group: 'talents', unit: '人', counts: 'objects', register: 'talents' } as const;
const bought = { group: 'consumption', counts: 'fen', unit: '万元', register: 'consumption-records' } as const;
const labour = { group: 'labour', counts: 'objects', unit: '人', register: 'employment-spells' } as const;
const villages = { group: 'villages', unit: '个', counts: 'objects', register: 'demo-villages' } as const;

const school = ({ asOf }: Days) => ({ asOf, 'by-kind': 'school' });
const hospital = ({ asOf }: Days) => ({ asOf, 'by-kind': 'hospital' });
const sent = (direction: string) => (all: Days) => ({ ...days('startedOn')(all), 'by-direction': direction });

export const METRICS = {
  planned: { ...funds, title: '计划投入', rows: ofYear('year', { 'by-nature': 'planned' }), column: true },
  received: {
    ...{ ...funds, title: '到位', rows: ofYear('year', { 'by-nature': 'received' }), column: true },
    basis: '北京资金第一次到账的合计，到自治区、盟市、旗县的都在内',
  },
  'received-county': {
    ...{ ...funds, title: '直接到旗县', rows: ofYear('year', { 'by-nature': 'received' }) },
    basis: '到位资金中到账地区是旗县的；到自治区、盟市的还要下达',
  },
  issued: {
    ...{ ...funds, title: '下达到旗县', register: 'fund-issuances' },
    rows: ofYear('budgetYear', { 'by-fundKind': 'beijing' }),
    basis: '自治区、盟市下达到旗县的京蒙协作资金，与直接到旗县的相加才是旗县拿到的',
  },
  stock: {
    ...{ ...firms, title: '引进企业存量', rows: onDay },
    basis: '到截止日已落地、没有退出的企业，同一代码计一家',
  },
  landed: {
    ...firms,
    title: '本年落地',
    rows: days('landedOn'),
    column: true,
    basis: '流量：当年落地的企业，后来退出的也计',
  },
  left: { ...firms, title: '本年退出', rows: days('leftOn') },
  investing: {
    ...{ ...invested, title: '本年有新增投资', counts: 'objects', unit: '家', column: true },
    basis: '当年到位投资合计大于 0 的企业，哪年落地的都算，所以不能和本年落地比',
  },
  'investing-new': {
    ...{ ...invested, title: '其中本年落地', counts: 'objects', unit: '家' },
    basis: '上述企业中当年在所投旗县落地的',
  },
  investment: {
    ...{ ...invested, title: '新增投资', counts: 'fen', unit: '万元', column: true },
    basis: '当年到位的投资；协议没有到位的不计',
  },
  agreed: {
    ...{ ...invested, title: '协议未到位', counts: 'fen', unit: '万元' },
    ...{ rows: days('agreedOn'), basis: '当年签协议、到截止日没有到位的，不计入新增投资' },
  },
  'parks-before': { ...parks, title: '年初园区', rows: ({ year }) => ({ asOf: `${year - 1}-12-31` }) },
  'parks-opened': { ...parks, title: '本年新增', rows: days('openedOn') },
  'parks-closed': { ...parks, title: '本年退出', rows: days('leftOn') },
  parks: {
    ...{ ...parks, title: '现有园区', rows: onDay, column: true },
    basis: '年初 + 新增 − 退出；没有退出时年初加新增才等于现有',
  },
  workshops: { ...workshops, title: '援建车间', column: true },
  'workshops-running': { ...workshops, title: '其中开工', basis: '当月或上月的最近一期月报为开工' },
  schools: {
    ...pairs,
    title: '结对学校',
    counts: 'objects',
    unit: '所',
    rows: school,
    column: true,
    basis: '按我方学校计，一所结对两所北京学校的计一次',
  },
  'school-pairs': { ...pairs, title: '学校结对', counts: 'rows', unit: '对', rows: school },
  hospitals: {
    ...pairs,
    title: '结对医院',
    counts: 'objects',
    unit: '家',
    rows: hospital,
    column: true,
    basis: '按我方医院计，一家结对两家北京医院的计一次',
  },
  'hospital-pairs': { ...pairs, title: '医院结对', counts: 'rows', unit: '对', rows: hospital },
  'talents-in': { ...talents, title: '北京到内蒙古', rows: sent('from-beijing'), column: true },
  'talents-out': { ...talents, title: '内蒙古到北京', rows: sent('to-beijing'), column: true },
  'talent-times': { ...talents, title: '交流人次', counts: 'rows', unit: '人次', rows: days('startedOn') },
  assisted: { ...bought, title: '帮扶产品', rows: months('assisted'), column: true },
  other: { ...bought, title: '其他产品', rows: months('other'), basis: '不是帮扶产品，与帮扶产品分开计' },
  'labour-new': {
    ...{ ...labour, title: '本年新组织', rows: () => ({ 'by-organisedBy': 'beijing' }), column: true },
    basis: '京蒙组织、当年开始务工的人数，一人几次计一次',
  },
  'labour-kept': {
    ...{ ...labour, title: '上年延续', rows: () => ({ 'by-organisedBy': 'beijing' }) },
    basis: '京蒙组织、以前年度开始、年初还在岗的人数；与新组织的不相加，有人两边都在',
  },
  'demo-approved': { ...villages, title: '示范嘎查村', rows: ofYear('planYear'), column: true },
  'demo-accepted': { ...villages, title: '其中验收', rows: ofYear('planYear') },
  projects: {
    ...{ ...villages, title: '协作项目', register: 'projects' },
    rows: ofYear('planYear', { 'by-programmes': 'beijing' }),
  },
} as const satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;
export const METRIC_KEYS = Object.keys(METRICS) as [MetricKey, ...MetricKey[]];
export const metricOf = (key: MetricKey): Metric => METRICS[key];

export type Told = { objects: number; rows: number; fen: number };

/** The number a metric means. */
export function metricValue(key: MetricKey, told: Told | undefined): number {
  return told?.[metricOf(key).counts] ?? 0;
}
