// 逐级验收. The verdict of a level on what was done, by round: the step of the problem writes the row, the level adds what it looked at.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, integer, longText, reference } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';

export const fixCheckRegister = defineRegister({
  code: 'fix-checks',
  title: '逐级验收',
  record: 'fix-check',
  slice: 'rectification',
  table: 'fix_checks',
  unit: '次',
  place: 'region',
  key: ['problemNumber', 'level', 'round'],
  fields: {
    problemNumber: reference('问题编号', 'problems', { required: true, role: 'gives-place', list: true, find: true }),
    level: choice(
      '验收级别',
      { township: '苏木乡镇', county: '旗县', prefecture: '盟市', 'autonomous-region': '自治区' },
      { required: true, list: true, filter: true },
    ),
    round: integer('轮次', { required: true, least: 1, list: true }),
    checkedOn: day('验收日期', { required: true, role: 'since', list: true }),
    verdict: choice('验收结论', { pass: '合格', return: '退回' }, { required: true, list: true, filter: true }),
    way: choice('验收方式', { 'on-site': '实地', papers: '查阅资料', interviews: '访谈', data: '系统比对' }),
    sampled: integer('抽查数', { least: 0, list: true }),
    passed: integer('合格数', { least: 0, list: true }),
    opinion: longText('验收意见', { required: { field: 'verdict', is: ['return'] } }),
  },
  checks: [
    { check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'checkedOn' },
    { check: 'within', part: 'passed', whole: 'sampled' },
  ],
  comesFrom:
    '在“问题整改”里办理“旗县验收合格”等步骤时自动记下，再补上抽查数和方式；苏木乡镇的验收和长期问题的复查在这里登记。',
  roles: OFFICE_REGISTER,
});

export type FixCheck = RowOf<typeof fixCheckRegister>;
