// 建章立制. The rule that was made so that problems of a kind do not come back.

import { defineRegister, type RowOf } from '../../../../kernel/register/define-register.ts';
import { choice, day, longText, reference, regionCode, text } from '../../../../kernel/register/field.ts';
import { OFFICE_REGISTER } from '../../../../kernel/register/office-roles.ts';
import { RULES } from '../../../cleaning/domain/rules/index.ts';

/** Rules of data cleaning that can be asked. */
const CLEANING_RULES = Object.fromEntries(
  RULES.filter(({ checked }) => checked).map(({ code, title }) => [code, `${code} ${title}`]),
);

export const ruleMadeRegister = defineRegister({
  code: 'rules-made',
  title: '建章立制',
  record: 'rule-made',
  slice: 'rectification',
  table: 'rules_made',
  unit: '项',
  place: 'region',
  key: ['ruleName', 'regionCode'],
  fields: {
    ruleName: text('制度名称', { required: true, list: true, find: true }),
    regionCode: regionCode('地区代码', { required: true, role: 'place', list: true }),
    problemNumber: reference('问题编号', 'problems', { required: true, list: true, find: true }),
    ruleDocumentNo: text('文号', { list: true, find: true }),
    issuedOn: day('印发日期', { required: true, role: 'since', list: true }),
    topic: text('解决的问题类别', { required: true, list: true }),
    content: longText('主要内容'),
    cleaningRule: choice('对应的清洗规则', CLEANING_RULES, {
      hint: '同类问题能由数据清洗查出的，选规则；在问题页面启用',
    }),
  },
  checks: [{ check: 'order', earlier: 'problemNumber.reportedBackOn', later: 'issuedOn' }],
  roles: OFFICE_REGISTER,
});

export type RuleMade = RowOf<typeof ruleMadeRegister>;
