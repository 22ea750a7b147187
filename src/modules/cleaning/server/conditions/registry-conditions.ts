// Conditions of rules 1–24.

import { RELATIONS } from '../../../households/domain/registry-columns.ts';
import type { RuleCode } from '../../../households/domain/rule-titles.ts';
import { EDUCATION, MIDDLE_COLLEGE, SCHOOL_AND_BELOW, SCHOOLING } from '../../../households/domain/school-words.ts';
import { type Condition, household, listOf, person } from './condition.ts';

const MALE = [
  '之子',
  '之女婿',
  '之孙子',
  '之外孙子',
  '之父',
  '之岳父',
  '之公公',
  '之祖父',
  '之外祖父',
  '之曾孙子',
  '之侄儿',
  '之叔伯',
];
const FEMALE = [
  '之女',
  '之儿媳',
  '之孙女',
  '之外孙女',
  '之母',
  '之岳母',
  '之婆婆',
  '之祖母',
  '之外祖母',
  '之曾孙女',
  '之侄女',
  '之兄弟媳妇',
];
const SEX = `case p.sex when 1 then '男' when 2 then '女' else '空' end`;
const ID_KEY = { key: 'p.id_key::text' };
const SCHOOL = `concat('文化程度“', p.education, '”，在校生状况“', p.schooling, '”')`;

export const REGISTRY_CONDITIONS: Partial<Record<RuleCode, readonly Condition[]>> = {
  C01: [person('p.id_key is not null and p.birth is null', `'证件号码位数不对'`, ID_KEY)],
  C02: [person('p.real_birth and not p.id_sound', `'证件号码校验码不对'`, ID_KEY)],
  C04: [person('p.birth is not null and not p.possible_birth', `concat('出生日期 ', p.birth)`)],
  C05: [person('p.repeated', `'证件号码与他人重复'`, ID_KEY)],
  C06: [
    person('p.sex > 0 and p.id_sex > 0 and p.sex <> p.id_sex', `concat('登记为', ${SEX}, '，与证件号码不符')`, {
      field: 'sex',
      ...ID_KEY,
    }),
    household('h.same_sex_spouse', `'户主与配偶性别相同'`),
  ],
  C09: [
    household(
      'h.n > 0 and (h.heads <> 1 or h.spouses > 1)',
      `concat('户主 ', h.heads, ' 名，配偶 ', h.spouses, ' 名')`,
    ),
  ],
  C10: [
    person(`p.relation not in (${listOf(RELATIONS)})`, `concat('与户主关系“', p.relation, '”')`, { field: 'relation' }),
  ],
  C11: [
    person(
      `p.sex = 2 and p.relation in (${listOf(MALE)}) or p.sex = 1 and p.relation in (${listOf(FEMALE)})`,
      `concat('与户主关系“', p.relation, '”，性别', ${SEX})`,
      { field: 'relation' },
    ),
  ],
  C12: [household('h.n = 0 or h.member_count <> h.n', `concat('登记 ', h.member_count, ' 人，在册 ', h.n, ' 人')`)],
  C13: [
    person(
      `p.relation in ('之子', '之女') and p.birth <= h.head_birth and p.possible_birth`,
      `concat('“', p.relation, '”比户主年长')`,
      { field: 'relation' },
    ),
    person(
      `p.relation in ('之父', '之母') and p.birth >= h.head_birth and p.possible_birth`,
      `concat('“', p.relation, '”比户主年轻')`,
      { field: 'relation' },
    ),
    person(({ asOf }) => `p.died_on <= date '${asOf}'`, `concat('公安登记 ', p.died_on, ' 死亡')`),
  ],
  C14: [
    person(`(p.education = '') = (p.schooling = '') and (p.age >= 6 or p.education <> '')`, SCHOOL, {
      field: 'schooling',
    }),
  ],
  C15: [
    person(`p.education <> '' and p.education not in (${listOf(EDUCATION)})`, `concat('文化程度“', p.education, '”')`, {
      field: 'education',
    }),
    person(
      `p.schooling <> '' and p.schooling not in (${listOf(SCHOOLING)})`,
      `concat('在校生状况“', p.schooling, '”')`,
      { field: 'schooling' },
    ),
  ],
  C16: [
    person(
      `p.age between 6 and 15 and p.schooling in ('', '学龄前儿童', '学前教育')`,
      `concat(p.age, ' 周岁，在校生状况“', p.schooling, '”')`,
      { field: 'schooling', key: 'p.schooling' },
    ),
  ],
  C18: [
    person(
      `p.yulu and p.schooling not in (${listOf(MIDDLE_COLLEGE)})`,
      `concat('享受雨露计划，在校生状况“', p.schooling, '”')`,
      { field: 'schooling' },
    ),
  ],
  C19: [
    person(
      `p.schooling in (${listOf(SCHOOL_AND_BELOW)}) and (p.working or p.jobs > 0)`,
      `concat('在校生状况“', p.schooling, '”，在务工')`,
      { field: 'working' },
    ),
  ],
  C20: [
    person(`p.health = ''`, `'健康状况为空'`, { field: 'health' }),
    person(`p.health like '%残疾%' and p.certificates_known and not p.certified`, `'健康状况含残疾，没有残疾人证'`, {
      field: 'health',
    }),
  ],
};
