// Conditions of rules 25–42.

import type { RuleCode } from '../../../households/domain/rule-titles.ts';
import { type Condition, household, person, yuan } from './condition.ts';

const LABOUR = `concat(p.age, ' 周岁，', p.labour)`;
const fen = (setting: number) => setting * 100;

export const WORK_CONDITIONS: Partial<Record<RuleCode, readonly Condition[]>> = {
  C25: [
    household(
      `h.monitored and h.uninsured > 0 and not ('illness' = any(h.risks)) and not h.measures && array['health', 'social']`,
      `concat(h.uninsured, ' 人不在医保参保名册')`,
    ),
  ],
  C26: [person(`p.age < 16 and p.labour not in ('', '无劳动力')`, LABOUR, { field: 'labour', key: 'p.labour' })],
  C27: [person('p.age >= 60 and p.able', LABOUR, { field: 'labour', key: 'p.labour' })],
  C28: [
    person(`p.age between 16 and 59 and p.health = '健康' and p.schooling = '' and p.weak`, LABOUR, {
      field: 'labour',
      key: 'p.labour',
    }),
  ],
  C29: [
    person('p.weak and (p.working or p.jobs > 0)', `concat(p.labour, '，在务工')`, { field: 'labour' }),
    household(`'employment' = any(h.measures) and h.n > 0 and h.able = 0`, `'享受就业帮扶，全家没有劳动力'`),
  ],
  C30: [
    person('p.unplaced > 0', `'在岗的务工没有务工地点'`),
    person('p.jobs > 0 and p.working is false', `'务工台账中在岗，登记册为未务工'`, { field: 'working' }),
  ],
  C31: [person('p.vague > 0', `'务工地未到旗县'`)],
  C32: [
    person(
      ({ of }) => `p.month_low < ${fen(of('month.least'))} or p.month_high > ${fen(of('month.most'))}`,
      `concat('月收入 ', ${yuan('p.month_low')}, case when p.month_high > p.month_low then concat(' 至 ', ${yuan('p.month_high')}) end)`,
    ),
  ],
  C34: [person('p.post_outside > 0', `'务工地在本旗县以外，填公益岗位或帮扶车间'`)],
  C35: [
    person('p.posts > 0 and p.age < 16', `concat(p.age, ' 周岁任公益岗')`, { key: 'p.posts::text' }),
    person('p.posts >= 3', `concat('一人任 ', p.posts, ' 个公益岗')`),
    household('h.posts >= 3', `concat('一户任 ', h.posts, ' 个公益岗')`),
  ],
  C36: [
    person(
      `p.age between 16 and 59 and (p.labour = '技能劳动力' or p.education in ('大专', '本科及以上')) and p.working is not true and p.jobs = 0 and p.schooling = '' and not p.weak`,
      `concat(p.labour, case when p.education <> '' then concat('，', p.education) end, '，未务工')`,
      { field: 'working' },
    ),
  ],
  C37: [
    household('h.phone_key is null', `'户联系电话为空'`),
    person('p.working and p.phone_key is null', `'务工成员没有手机号码'`),
  ],
  C38: [
    household(
      `h.kind = 'lifted' and h.category is null and h.grade >= 3`,
      `concat('住房鉴定 ', chr(64 + h.grade), ' 级')`,
    ),
  ],
};
