import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test('changed fields come first, in Chinese where they have a name', () => {
  expect(differences({ name: '王芳', role: 'auditor' }, { name: '王芳', role: 'county-officer' })).toEqual([
    { field: 'role', label: '角色', before: 'auditor', after: 'county-officer', changed: true },
    { field: 'name', label: '姓名', before: '王芳', after: '王芳', changed: false },
  ]);
});

test('a new record has no before, nested fields are rows of their own', () => {
  expect(differences(null, { disabled: false, income: { wage: 100 }, rules: ['R01', 'R03'] })).toEqual([
    { field: 'disabled', label: '是否停用', before: undefined, after: '否', changed: true },
    { field: 'income.wage', label: 'income.wage', before: undefined, after: '100', changed: true },
    { field: 'rules', label: 'rules', before: undefined, after: 'R01、R03', changed: true },
  ]);
});

test('codes are read by the words of who recorded them, also in lists; unknown ones stay as they are', () => {
  const words = {
    state: { title: '个案状态', values: { 'identification.review': '民主评议' } },
    moneyFen: { title: '资金（元）', write: (fen: number) => (fen / 100).toFixed(2) },
    risks: { title: '风险类型', values: { illness: '因病' } },
  };
  const after = { state: 'odd', moneyFen: 12050, risks: ['illness', 'other'] };
  expect(differences({ state: 'identification.review' }, after, words)).toEqual([
    { field: 'state', label: '个案状态', before: '民主评议', after: 'odd', changed: true },
    { field: 'moneyFen', label: '资金（元）', before: undefined, after: '120.50', changed: true },
    { field: 'risks', label: '风险类型', before: undefined, after: '因病、other', changed: true },
  ]);
});

test('nothing recorded, nothing shown', () => {
  expect(differences(null, undefined)).toEqual([]);
});
