// 考核方案. Whom a level assesses for a year, by data of which day, and how points become grades. Weights, methods and grades are its own:
// none of them is a constant of the program.

import { defineRegister, type RegisterRoles, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, decimal, integer, regionCode, share, text, year } from '../../../../kernel/register/field.ts';
import { assessmentResultRegister } from '../../../assessment/domain/assessment-result-register.ts';
import { GRADES } from '../reckon.ts';
import { APPRAISAL_READERS, SCHEME_STATES } from './scheme-states.ts';

/** The assessed read by what they are scored; who assesses writes. */
export const ASSESSOR_REGISTER: RegisterRoles = {
  read: APPRAISAL_READERS,
  export: ['region-officer'],
  write: ['region-officer'],
  import: ['region-officer'],
};

const BY_TOTAL = { field: 'grading', is: ['thresholds'] } as const;
const BY_PLACE = { field: 'grading', is: ['quotas'] } as const;

/** What is judged before the scores are told is read by who judges, and by who looks after them. */
export const JUDGING_REGISTER: RegisterRoles = {
  ...ASSESSOR_REGISTER,
  read: ['region-officer', 'auditor'],
};

export const schemeRegister = defineRegister({
  code: 'assessment-schemes',
  title: '考核方案',
  record: 'assessment-scheme',
  slice: 'appraisals',
  table: 'assessment_schemes',
  unit: '个',
  place: 'region',
  shared: true,
  key: ['number'],
  fields: {
    number: text('方案编号', { required: true, list: true, find: true }),
    schemeName: text('方案名称', { required: true, list: true, find: true }),
    edition: integer('版本', { required: true, least: 1, list: true }),
    replacesNumber: text('替代方案', { hint: '修订已印发的方案时，填原方案编号；两个版本都保留' }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true, hint: '组织考核的盟市或自治区' }),
    year: year('年度', { required: true, role: 'year', list: true, filter: true }),
    assessmentKind: choice('考核类别', assessmentResultRegister.fields.assessmentKind.values ?? {}, { required: true }),
    targets: choice('考核对象', { counties: '旗县', leagues: '盟市' }, { required: true, list: true, filter: true }),
    asOf: day('数据截止日期', { required: true, list: true }),
    enteredBy: day('录入截止日期', { required: true, hint: '这一天以后录入和更正的数据不计分' }),
    groupFigure: text('分组指标', { form: 'figure', hint: '按它的大小把考核对象分组，只在组内排名' }),
    groupBounds: text('分组界线', { required: { filled: 'groupFigure' }, hint: '从小到大，用、隔开，如 5000、20000' }),
    grading: choice('定等方式', { thresholds: '按分数线', quotas: '按比例' }, { required: true, list: true }),
    goodFrom: decimal('好起点分', { required: BY_TOTAL, least: 0 }),
    fairlyGoodFrom: decimal('较好起点分', { required: BY_TOTAL, least: 0 }),
    fairFrom: decimal('一般起点分', { required: true, least: 0, hint: '低于它的为差' }),
    goodShare: share('好占比', { required: BY_PLACE }),
    fairlyGoodShare: share('较好占比', { required: BY_PLACE }),
    bonusMost: decimal('加分上限', { required: true, least: 0 }),
    deductMost: decimal('扣分上限', { required: true, least: 0 }),
    vetoGrade: choice('否决后最高等次', { fair: GRADES.fair, poor: GRADES.poor }, { required: true }),
    missingRule: choice(
      '缺项处理',
      { 'left-out': '不计权重，按其余折算', unranked: '有缺项不排名' },
      { required: true },
    ),
    leastWeight: share('最低计分权重', { required: true, hint: '有数据的指标，权重合计低于它的不排名' }),
    smallBase: integer('小分母', { required: true, least: 0, hint: '分母少于它的标出' }),
    baseDrop: share('分母下降提示', { required: true, hint: '分母比上年同日下降超过它的标出' }),
    objectionDays: integer('异议期', { required: true, least: 1, unit: '工作日' }),
    documentNo: text('印发文号', { list: true }),
    issuedOn: day('印发日期'),
    computedOn: day('计算日期'),
    announcedOn: day('告知日期'),
    objectionsUntil: day('异议截止日期'),
    approvedOn: day('审定日期'),
    publishedOn: day('公布日期', { list: true }),
    publishedNo: text('公布文号'),
  },
  checks: [
    { check: 'order', earlier: 'asOf', later: 'enteredBy' },
    {
      ...{ check: 'levels', field: 'regionCode', by: 'targets' },
      levels: { counties: ['prefecture', 'autonomous-region'], leagues: ['autonomous-region'] },
    },
  ],
  states: SCHEME_STATES,
  roles: ASSESSOR_REGISTER,
});

export type Scheme = RowOf<typeof schemeRegister>;
