// Of each rule that can be asked, households that hit and households that just miss (handbook §6.3). Whoever hits by one example breaks no other rule than the ones
// named in `ALSO`.

import type { RuleCode } from '../../src/modules/households/domain/rule-titles.ts';
import { child, cleared, type Example, head, type Job, monitored, spouse } from './house.ts';

const at = (job: Job = {}): Job => ({
  form: 'away',
  region: '150921000000',
  place: '丰镇市',
  fen: 300_000,
  startedOn: '2022-03-01',
  ...job,
});
const post = (region = '150923101000') => at({ form: 'public-post', region });
const working = { working: true, jobs: [at()] };

export const EXAMPLES: Partial<Record<RuleCode, readonly Example[]>> = {
  C01: [{ hit: head({ birth: null, idSound: false }), miss: head({ birth: 19_750_312 }) }],
  C02: [{ hit: head({ idSound: false }), miss: head({ idSound: true }) }],
  C04: [
    { hit: head({ birth: 18_991_231 }), miss: head({ birth: 19_000_101, labour: '无劳动力' }) },
    { hit: head({ birth: 20_220_701 }), miss: child({ birth: 20_220_630, schooling: '学龄前儿童' }) },
    { hit: head({ birth: 19_751_301 }), miss: head({ birth: 19_751_201 }) },
    { hit: head({ birth: 19_750_229 }), miss: head({ birth: 19_760_229 }) },
  ],
  C05: [
    {
      hit: { people: [{ sameId: 'x' }, {}, { sameId: 'x' }] },
      miss: { people: [{ sameId: 'y' }, {}, { sameId: 'z' }] },
    },
  ],
  C06: [
    { hit: head({ idSex: 2 }), miss: head({ idSex: 1 }) },
    {
      hit: spouse({ sex: '男', idSex: 1 }),
      miss: {
        people: [
          { sex: '女', idSex: 2 },
          { sex: '男', idSex: 1 },
        ],
      },
    },
  ],
  C09: [
    { hit: head({ relation: '其他' }), miss: { people: [{}, null, null] } },
    { hit: spouse({ relation: '户主' }), miss: spouse({ relation: '其他' }) },
    {
      hit: { people: [{}, {}, {}, { relation: '配偶', sex: '女', idSex: 2 }] },
      miss: { people: [{}, {}, {}, { relation: '其他' }] },
    },
  ],
  C10: [
    { hit: spouse({ relation: '' }), miss: spouse({ relation: '其他' }) },
    { hit: spouse({ relation: '姑姑' }), miss: spouse({ relation: '之兄弟姐妹' }) },
  ],
  C11: [
    { hit: child({ relation: '之子' }), miss: child({ relation: '之子', sex: '男', idSex: 1 }) },
    { hit: child({ relation: '之女', sex: '男', idSex: 1 }), miss: child({ relation: '之侄女' }) },
  ],
  C12: [
    { hit: { memberCount: 4 }, miss: { memberCount: 3 } },
    { hit: { people: [null, null, null], memberCount: 0 }, miss: { people: [{}, null, null] } },
  ],
  C13: [
    {
      hit: child({ birth: 19_750_312, schooling: '', education: '初中', labour: '普通劳动力' }),
      miss: child({ birth: 19_920_313, schooling: '', education: '初中', labour: '普通劳动力' }),
    },
    {
      hit: child({ relation: '之母', birth: 19_750_312, schooling: '', education: '初中', labour: '普通劳动力' }),
      miss: child({
        relation: '之母',
        birth: 19_550_312,
        schooling: '',
        education: '初中',
        labour: '弱劳动力或半劳动力',
      }),
    },
    { hit: spouse({ diedOn: '2022-06-30' }), miss: spouse({ diedOn: '2022-07-01' }) },
  ],
  C14: [
    { hit: spouse({ education: '' }), miss: spouse({ education: '小学' }) },
    { hit: child({ education: '小学' }), miss: child({ education: '' }) },
    { hit: child({ birth: 20_160_630, schooling: '' }), miss: child({ birth: 20_160_701, schooling: '' }) },
  ],
  C15: [
    { hit: spouse({ education: '硕士' }), miss: spouse({ education: '本科及以上', working: true, jobs: [at()] }) },
    { hit: child({ schooling: '三年级' }), miss: child({ schooling: '七年级' }) },
  ],
  C16: [
    {
      hit: child({ birth: 20_160_630, schooling: '学前教育' }),
      miss: child({ birth: 20_160_701, schooling: '学前教育' }),
    },
    {
      hit: child({ birth: 20_060_701, schooling: '', education: '小学' }),
      miss: child({ birth: 20_060_630, schooling: '', education: '初中', labour: '普通劳动力' }),
    },
  ],
  C18: [
    {
      hit: child({ birth: 20_050_101, schooling: '普通高中一年级', yulu: '2022-03-01', labour: '普通劳动力' }),
      miss: child({ birth: 20_050_101, schooling: '中职一年级', yulu: '2022-03-01', labour: '普通劳动力' }),
    },
  ],
  C19: [
    {
      hit: child({ birth: 20_050_101, schooling: '普通高中三年级', labour: '普通劳动力', phone: true, ...working }),
      miss: child({ birth: 20_030_101, schooling: '本科一年级', labour: '普通劳动力', phone: true, ...working }),
    },
    {
      hit: child({ birth: 20_050_101, schooling: '九年级', labour: '普通劳动力', working: null, jobs: [at()] }),
      miss: child({ birth: 20_050_101, schooling: '九年级', labour: '普通劳动力' }),
    },
  ],
  C20: [
    { hit: spouse({ health: '' }), miss: spouse({ health: '长期慢性病' }) },
    { hit: spouse({ health: '长期慢性病、残疾' }), miss: spouse({ health: '残疾', certified: true }) },
  ],
  C25: [
    { hit: monitored({ people: [{ uninsured: true }] }), miss: monitored() },
    {
      hit: monitored({ people: [{ uninsured: true }] }),
      miss: monitored({ people: [{ uninsured: true }], measures: [{ kind: 'health' }, { kind: 'industry' }] }),
    },
    { hit: monitored({ people: [{ uninsured: true }] }), miss: { people: [{ uninsured: true }] } },
  ],
  C26: [{ hit: child({ labour: '弱劳动力或半劳动力' }), miss: child({ labour: '无劳动力' }) }],
  C27: [{ hit: head({ birth: 19_620_630 }), miss: head({ birth: 19_620_701 }) }],
  C28: [
    { hit: spouse({ labour: '无劳动力' }), miss: spouse({ labour: '无劳动力', health: '患有大病' }) },
    {
      hit: spouse({ labour: '弱劳动力或半劳动力', birth: 19_620_701 }),
      miss: spouse({ labour: '弱劳动力或半劳动力', birth: 19_620_630 }),
    },
  ],
  C29: [
    {
      hit: spouse({ labour: '丧失劳动力', health: '患有大病', ...working }),
      miss: spouse({ labour: '丧失劳动力', health: '患有大病' }),
    },
    {
      hit: {
        measures: [{ kind: 'employment' }],
        people: [
          { labour: '无劳动力', health: '患有大病' },
          { labour: '无劳动力', health: '患有大病' },
        ],
      },
      miss: { measures: [{ kind: 'employment' }], people: [{ labour: '无劳动力', health: '患有大病' }] },
    },
  ],
  C30: [
    {
      hit: spouse({ working: true, jobs: [at({ region: null, place: null })] }),
      miss: spouse({ working: true, jobs: [at({ region: null })] }),
    },
    {
      hit: spouse({ working: false, jobs: [at()] }),
      miss: spouse({ working: false, jobs: [at({ leftOn: '2022-06-30' })] }),
    },
  ],
  C31: [
    {
      hit: spouse({ working: true, jobs: [at({ region: '150900000000' })] }),
      miss: spouse({ working: true, jobs: [at({ region: '150921000000' })] }),
    },
  ],
  C32: [
    {
      hit: spouse({ working: true, jobs: [at({ fen: 9_999 })] }),
      miss: spouse({ working: true, jobs: [at({ fen: 10_000 })] }),
    },
    {
      hit: spouse({ working: true, jobs: [at({ fen: 3_000_001 })] }),
      miss: spouse({ working: true, jobs: [at({ fen: 3_000_000 })] }),
    },
  ],
  C34: [
    { hit: spouse({ working: true, jobs: [post('150921000000')] }), miss: spouse({ working: true, jobs: [post()] }) },
  ],
  C35: [
    {
      hit: child({ birth: 20_060_701, working: true, phone: true, schooling: '九年级', jobs: [post()] }),
      miss: child({
        birth: 20_060_630,
        working: true,
        phone: true,
        schooling: '中职一年级',
        labour: '普通劳动力',
        jobs: [post()],
      }),
    },
    {
      hit: spouse({ working: true, jobs: [post(), post(), post()] }),
      miss: spouse({ working: true, jobs: [post(), post()] }),
    },
    {
      hit: {
        people: [
          { working: true, jobs: [post(), post()] },
          { working: true, jobs: [post()] },
        ],
      },
      miss: {
        people: [
          { working: true, jobs: [post()] },
          { working: true, jobs: [post()] },
        ],
      },
    },
  ],
  C36: [
    { hit: spouse({ labour: '技能劳动力' }), miss: spouse({ labour: '技能劳动力', ...working }) },
    { hit: spouse({ education: '大专' }), miss: spouse({ education: '高中' }) },
  ],
  C37: [
    { hit: { phone: false }, miss: { phone: true } },
    { hit: spouse({ phone: false, ...working }), miss: spouse({ phone: false }) },
  ],
  C38: [
    { hit: { kind: 'lifted', grade: 3 }, miss: { kind: 'lifted', grade: 2 } },
    {
      hit: { kind: 'lifted', grade: 4 },
      miss: monitored({ kind: 'lifted', grade: 4, measures: [{ kind: 'housing' }, { kind: 'industry' }] }, ['housing']),
    },
  ],
  C43: [
    { hit: { income: { wage: 7_999 } }, miss: { income: { wage: 8_000, previous: 12_000 } } },
    { hit: { income: null }, miss: {} },
  ],
  C44: [
    {
      hit: { income: { wage: 299, business: 40_000, cost: 10_000 } },
      miss: { income: { wage: 300, business: 40_000, cost: 10_000 } },
    },
    { hit: { income: { wage: 300_001, previous: 290_000 } }, miss: { income: { wage: 300_000, previous: 290_000 } } },
    {
      hit: { income: { wage: 1, business: 40_000, cost: 10_000 } },
      miss: { income: { wage: 0, business: 40_000, cost: 10_000 } },
    },
  ],
  C45: [
    { hit: { income: { cost: 0 } }, miss: { income: { cost: 0, business: 0 } } },
    { hit: { income: { cost: 15_001 } }, miss: { income: { cost: 15_000 } } },
  ],
  C47: [{ hit: { people: [{ dibao: true }], dibaoYuan: 16 }, miss: { people: [{ dibao: true }], dibaoYuan: 17 } }],
  C48: [
    {
      hit: { people: [{ dibao: true }], income: { transfer: 0 } },
      miss: { people: [{ dibao: true }], income: { transfer: 1 } },
    },
    {
      hit: { measures: [{ kind: 'employment' }], income: { wage: 0, business: 40_000, cost: 10_000 } },
      miss: { measures: [{ kind: 'industry' }], income: { wage: 0, business: 40_000, cost: 10_000 } },
    },
  ],
  C49: [
    { hit: { income: { previous: 22_666 } }, miss: { income: { previous: 22_667 } } },
    { hit: { income: { previous: 68_001 } }, miss: { income: { previous: 68_000 } } },
    { hit: { income: { wage: 100_001, previous: 74_000 } }, miss: { income: { wage: 100_000, previous: 74_000 } } },
  ],
  C50: [{ hit: { netYuan: 34_001 }, miss: { netYuan: 34_000 } }],
  C51: [
    { hit: monitored({ status: undefined }), miss: monitored() },
    { hit: monitored({}, []), miss: monitored({}, ['other']) },
    { hit: monitored({ income: null }), miss: monitored() },
  ],
  C53: [
    {
      hit: monitored({}, ['disability']),
      miss: monitored({ people: [{}, { health: '残疾', certified: true, labour: '弱劳动力或半劳动力' }] }, [
        'disability',
      ]),
    },
    {
      hit: monitored({ measures: [{ kind: 'health' }, { kind: 'industry' }] }, ['illness']),
      miss: monitored({ measures: [{ kind: 'health' }, { kind: 'industry' }], people: [{}, { health: '患有大病' }] }, [
        'illness',
      ]),
    },
    {
      hit: monitored(
        {
          measures: [{ kind: 'health' }, { kind: 'industry' }],
          people: [{}, { health: '患有大病' }],
          income: { selfPaid: 0 },
        },
        ['illness'],
      ),
      miss: monitored(
        {
          measures: [{ kind: 'health' }, { kind: 'industry' }],
          people: [{}, { health: '患有大病' }],
          income: { selfPaid: 1 },
        },
        ['illness'],
      ),
    },
  ],
  C54: [{ hit: monitored({}, ['unstable-job']), miss: monitored({ people: [{}, working] }, ['unstable-job']) }],
  C55: [
    {
      hit: monitored({}, ['no-labour']),
      miss: monitored(
        { people: [{}, { labour: '无劳动力', health: '患有大病' }, {}, { labour: '无劳动力', health: '患有大病' }] },
        ['no-labour'],
      ),
    },
  ],
  C56: [
    { hit: monitored({ grade: 3 }), miss: monitored({ grade: 2 }) },
    {
      hit: monitored({}, ['schooling']),
      miss: monitored({ measures: [{ kind: 'social' }, { kind: 'industry' }] }, ['schooling']),
    },
    {
      hit: monitored({ people: [{}, { health: '患有大病' }] }, ['illness']),
      miss: monitored(
        { people: [{}, { health: '患有大病' }], measures: [{ kind: 'security' }, { kind: 'industry' }] },
        ['illness'],
      ),
    },
    {
      hit: monitored({}, ['housing']),
      miss: monitored({ measures: [{ kind: 'relocation' }, { kind: 'industry' }] }, ['housing']),
    },
    {
      hit: monitored({}, ['water']),
      miss: monitored({ measures: [{ kind: 'water' }, { kind: 'industry' }] }, ['water']),
    },
  ],
  C57: [
    {
      hit: monitored({ people: [{ dibao: true }] }),
      miss: monitored({ people: [{ dibao: true }], measures: [{ kind: 'security' }, { kind: 'industry' }] }),
    },
    {
      hit: monitored({ measures: [{ kind: 'security', text: '纳入低保' }, { kind: 'industry' }] }),
      miss: monitored({ measures: [{ kind: 'security', text: '养老补贴' }, { kind: 'industry' }] }),
    },
  ],
  C58: [
    {
      hit: monitored({ measures: [], status: { since: '2022-05-30', risks: ['disaster'] } }),
      miss: monitored({ measures: [], status: { since: '2022-05-31', risks: ['disaster'] } }),
    },
    {
      hit: monitored({ measures: [{ kind: 'security' }], status: { since: '2021-12-29', risks: ['disaster'] } }),
      miss: monitored({ measures: [{ kind: 'security' }], status: { since: '2021-12-30', risks: ['disaster'] } }),
    },
    {
      hit: monitored({ measures: [], status: { since: '2022-05-01', risks: ['disaster'] } }),
      miss: monitored({ measures: [{ kind: 'finance' }], status: { since: '2021-12-01', risks: ['disaster'] } }),
    },
  ],
  C59: [
    {
      hit: cleared({ measures: [] }),
      miss: cleared({
        measures: [],
        status: { since: '2021-01-10', risks: ['disaster'], clearedOn: '2022-03-01', clearedBy: 'natural' },
      }),
    },
    { hit: cleared({ income: { wage: 16_999 } }), miss: cleared({ income: { wage: 17_000 } }) },
    {
      hit: cleared({
        people: [
          { labour: '无劳动力', health: '患有大病' },
          { labour: '无劳动力', health: '患有大病' },
        ],
      }),
      miss: cleared({ people: [{ labour: '无劳动力', health: '患有大病' }] }),
    },
    {
      hit: cleared({
        status: { since: '2022-01-31', risks: ['disaster'], clearedOn: '2022-02-28', clearedBy: 'helped' },
      }),
      miss: cleared({
        status: { since: '2022-01-31', risks: ['disaster'], clearedOn: '2022-03-01', clearedBy: 'helped' },
      }),
    },
    { hit: cleared({ income: null }), miss: cleared() },
  ],
  C60: [
    {
      hit: monitored({ status: { since: '2021-06-29', risks: ['disaster'] } }),
      miss: monitored({ status: { since: '2021-06-30', risks: ['disaster'] } }),
    },
  ],
};
