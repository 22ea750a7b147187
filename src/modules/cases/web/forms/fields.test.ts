import { describe, expect, it } from 'vitest';
import { type Field, wordsOf } from './fields.ts';

const base = { name: 'x', label: '某项' };

describe('a recorded value in words', () => {
  const cases: [Field, unknown, string | undefined][] = [
    [{ ...base, kind: 'text' }, '同意', '同意'],
    [{ ...base, kind: 'text' }, '', undefined],
    [{ ...base, kind: 'yes-no', yes: '通过', no: '未通过' }, false, '未通过'],
    [{ ...base, kind: 'choice', choices: [{ value: 'high', label: '高' }] }, 'high', '高'],
    // What is no longer offered is still written by its name.
    [{ ...base, kind: 'choice', choices: [], names: { village: '嘎查村' } }, 'village', '嘎查村'],
    [{ ...base, kind: 'people' }, ['巴特尔', '李秀兰'], '巴特尔、李秀兰'],
    [{ ...base, kind: 'choices', most: 5, choices: [{ value: 'illness', label: '因病' }] }, ['illness'], '因病'],
    [{ ...base, kind: 'choices', most: 5, choices: [] }, [], undefined],
    [{ ...base, kind: 'money' }, 123_450, '1234.50 元'],
    [{ ...base, kind: 'files', most: 9 }, ['an id'], undefined],
  ];

  it.each(cases)('%o %o', (field, value, words) => {
    expect(wordsOf(field, value)).toBe(words);
  });
});
