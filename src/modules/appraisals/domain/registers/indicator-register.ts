// 考核指标. What a scheme scores: counted by a figure of the program or judged by hand, by which method, for how many points. It is
// written until the scheme is issued, and is what it was then ever after.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, decimal, reference, share, text } from '../../../../kernel/register/field.ts';
import { METHODS, NEEDS } from '../methods.ts';
import { ASSESSOR_REGISTER } from './scheme-register.ts';

const SCORED = { field: 'source', is: ['figure', 'hand'] } as const;
const needed = (parameter: keyof typeof NEEDS) => ({ field: 'method', is: NEEDS[parameter] }) as const;

export const indicatorRegister = defineRegister({
  code: 'assessment-indicators',
  title: '考核指标',
  record: 'assessment-indicator',
  slice: 'appraisals',
  table: 'assessment_indicators',
  unit: '项',
  place: 'region',
  shared: true,
  key: ['schemeNumber', 'indicatorNumber'],
  fields: {
    schemeNumber: reference('方案编号', 'assessment-schemes', {
      ...{ required: true, role: 'gives-place', list: true, find: true },
    }),
    indicatorNumber: text('指标编号', { required: true, list: true, find: true }),
    parentNumber: text('上级指标编号', { list: true, hint: '属于哪一类，填该类的指标编号' }),
    indicatorName: text('指标名称', { required: true, list: true, find: true }),
    source: choice(
      '数据来源',
      { class: '分类（不计分）', figure: '系统指标', hand: '人工评分' },
      { required: true, list: true, filter: true },
    ),
    figure: text('系统指标', {
      ...{ required: { field: 'source', is: ['figure'] }, form: 'figure', list: true, hint: '公布数的代码或名称' },
    }),
    weight: decimal('权重', { required: SCORED, least: 0, list: true, hint: '计分指标的权重合计为 100' }),
    method: choice('计分法', METHODS, { required: SCORED, list: true, filter: true }),
    better: choice('方向', { higher: '越高越好', lower: '越低越好' }, { required: SCORED }),
    fullAt: decimal('满分值', { required: needed('full'), hint: '比例、线性、达标、进步' }),
    zeroAt: decimal('零分值', { required: needed('zero'), hint: '线性' }),
    steps: text('分档', {
      required: needed('steps'),
      hint: '计分法为分档时填，如 95:100、90:80、80:60，意思是达到 95 得满分，达到 90 得 80%',
    }),
    perUnit: decimal('每单位扣分', { required: needed('perUnit'), least: 0, hint: '扣分' }),
    leastShare: share('最低得分率', { hint: '排名、差距：末名得满分的百分之几，不填为 0' }),
    department: text('责任部门', { list: true }),
  },
  checks: [{ check: 'closed', with: 'schemeNumber', by: 'issuedOn' }],
  roles: ASSESSOR_REGISTER,
});

export type Indicator = RowOf<typeof indicatorRegister>;
