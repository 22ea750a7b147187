import { expect, test } from 'vitest';
import { guessRegister } from './guess-register.ts';

const REGISTERS = [
  { code: 'policies', title: '政策' },
  { code: 'policy-clauses', title: '政策条款' },
  { code: 'organisations', title: '单位和经营主体' },
];

test.each([
  ['organisations.csv', 'organisations'],
  ['policy_clauses-2.xlsx', 'policy-clauses'],
  ['Policies (1).xlsx', 'policies'],
  ['化德县政策条款2022.xlsx', 'policy-clauses'],
  ['化德县政策2022.xlsx', 'policies'],
  ['organisations-huade.csv', 'organisations'],
  ['名单.xlsx', undefined],
])('%s → %s', (name, code) => {
  expect(guessRegister(name, REGISTERS)).toBe(code);
});
