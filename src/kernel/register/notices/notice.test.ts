// What is hidden of a row is printed by no notice: the compiler says so, and the definition itself.

import { describe, expect, test } from 'vitest';
import { defineRegister, type RegisterDefinition } from '../define-register.ts';
import { householdNo, idNumber, name, reference, text } from '../field.ts';
import type { Notice } from './notice.ts';

const fields = {
  number: text('编号', { required: true }),
  householdNumber: householdNo(),
  idNumber: idNumber(),
  keeper: name('管护人'),
  account: text('账号', { secret: 'sealed' }),
  projectNumber: reference('项目编号', 'projects'),
};

const BASE = { kind: 'list', title: '公示', levels: ['village'] as const, about: '现予公示。', days: 5 };

function define(notices: readonly Notice<never>[]): RegisterDefinition {
  return defineRegister({
    ...{ code: 'things', title: '物', record: 'thing', slice: 'things', table: 'things', unit: '件', place: 'village' },
    ...{ key: ['number'], roles: { read: [], write: [], import: [], export: [] }, fields: fields as never },
    notices: notices as never,
  } as never) as unknown as RegisterDefinition;
}
const printing = (column: unknown) => () => define([{ ...BASE, columns: [column] } as never]);

test('the compiler refuses what is hidden', () => {
  type Columns = Notice<typeof fields>['columns'];
  const allowed: Columns = ['number', 'projectNumber.projectName', { head: 'householdNumber' }];
  // @ts-expect-error: a person's name
  const person: Columns = ['keeper'];
  // @ts-expect-error: a sealed text
  const sealed: Columns = ['account'];
  // @ts-expect-error: the number of a household
  const household: Columns = ['householdNumber'];
  expect([allowed, person, sealed, household]).toHaveLength(4);
});

describe('a definition refuses a notice', () => {
  test.each([
    ['that prints an ID number', printing('idNumber'), /never prints idNumber/],
    ['that prints a name', printing('keeper'), /never prints keeper/],
    ['that prints an account', printing('account'), /never prints account/],
    ['that prints the number of a household', printing('householdNumber'), /never prints householdNumber/],
    ['of a field that is not', printing('colour'), /no field/],
    ['that follows no reference', printing('number.name'), /refers to nothing/],
    ['whose household is a secret', printing({ head: 'account' }), /no household/],
    ['of a state that is not', () => define([{ ...BASE, columns: [], states: ['gone'] } as never]), /no state gone/],
    [
      'before a move that is not',
      () => define([{ ...BASE, columns: [], before: { go: 'over' } } as never]),
      /no move go/,
    ],
    [
      'of a kind it has already',
      () => define([BASE, BASE].map((one) => ({ ...one, columns: [] })) as never),
      /two notices/,
    ],
  ])('%s', (_what, attempt, why) => {
    expect(attempt).toThrow(why);
  });

  test('and takes one that prints what may be read by everybody', () => {
    expect(printing('number')).not.toThrow();
    expect(printing({ head: 'householdNumber' })).not.toThrow();
  });
});
