import { describe, expect, test } from 'vitest';
import { checkCharacter } from '../../../kernel/id-number.ts';
import { householdPath, readRecordKey } from './addresses.ts';
import { computeIncome } from './income.ts';
import { localNumber, shownNumber } from './local-number.ts';
import { maskPhone, readSecrets, writeSecrets } from './mask.ts';
import { readSearchText } from './search-text.ts';
import { changesOf } from './version-changes.ts';

const ID = `15092319620419326${checkCharacter('15092319620419326')}`;

describe('what is typed into a search', () => {
  test.each([
    [ID, { kind: 'id', id: ID }],
    [ID.toLowerCase(), { kind: 'id', id: ID }],
    [`${ID}42`, { kind: 'id', id: ID }],
    ['3261', { kind: 'tail', tail: '3261' }],
    ['19326x', { kind: 'tail', tail: '19326X' }],
    ['15000100000101', { kind: 'number', number: '15000100000101' }],
    ['150923********3261', { kind: 'tail', tail: '3261' }],
    ['王秀英150923********3261', { kind: 'name-tail', name: '王秀英', tail: '3261' }],
    ['王秀英 3261', { kind: 'name-tail', name: '王秀英', tail: '3261' }],
    ['王秀英326x', { kind: 'name-tail', name: '王秀英', tail: '326X' }],
    ['WXY', { kind: 'pinyin', letters: 'wxy' }],
    ['ｗｘｙ', { kind: 'pinyin', letters: 'wxy' }],
    ['宝音 • 巴图', { kind: 'name', name: '宝音·巴图' }],
    ['  ', { kind: 'nothing' }],
  ])('%s', (text, read) => expect(readSearchText(text)).toEqual(read));
});

test('phones keep just enough to tell them apart', () => {
  expect(maskPhone('13847412345')).toBe('138****2345');
  expect(maskPhone('8412345')).toBe('*****45');
  expect(maskPhone('120')).toBe('***');
  expect(maskPhone('')).toBe('');
  expect(maskPhone('𠮷𠮷𠮷𠮷𠮷')).toBe('***𠮷𠮷');
});

test('what is sealed of a person comes back', () => {
  for (const secrets of [
    { id: ID, phone: '13847412345' },
    { id: ID, phone: '' },
    { id: '', phone: '13847412345' },
  ])
    expect(readSecrets(writeSecrets(secrets))).toEqual(secrets);
});

test('the address of a household can be read again', () => {
  const key = { countyCode: 150923, id: 42 };
  expect(readRecordKey(householdPath(key).split('/').at(-1) ?? '')).toEqual(key);
  for (const text of ['import', '150923', '150923-', '15092-1', '150923-1x'])
    expect(readRecordKey(text)).toBeUndefined();
});

test('a number of the program is told from a national one', () => {
  expect(shownNumber(localNumber(7))).toBe('待编号（7）');
  expect(shownNumber('150001000000')).toBe('150001000000');
});

describe('versions', () => {
  test('name the fields that differ', () => {
    const before = { kind: 'general', village_code: 1, batch_id: 1, line: 2 };
    const after = { kind: 'lifted', village_code: 1, batch_id: 2, line: 9 };
    expect(changesOf('household', before, after)).toEqual([{ field: 'kind', before: 'general', after: 'lifted' }]);
  });

  test('never show what is sealed', () => {
    const changes = changesOf('person', { id_key: 1, phone_key: null }, { id_key: 2, phone_key: null });
    expect(changes).toEqual([{ field: 'id_number', before: null, after: null }]);
  });
});

describe('income', () => {
  const income = {
    wageFen: 100,
    businessFen: 50,
    propertyFen: 0,
    transferFen: 5,
    businessCostFen: 255,
    claimFen: 7,
    selfPaidFen: 2,
  };

  test('may be negative, and is per member', () => {
    expect(computeIncome(income, 3)).toEqual({ grossFen: 155, netFen: -100, netPerCapitaFen: -33, referenceFen: -95 });
  });

  test('is nobody’s without members', () => {
    expect(computeIncome(income, 0).netPerCapitaFen).toBeUndefined();
  });
});
