import { describe, expect, test } from 'vitest';
import { formatScaled, parseMoney, parseScaled } from './amounts.ts';
import { catalogueOf } from './catalogue.ts';
import { conditionText, holds } from './conditions.ts';
import { defineRegister, type RegisterDefinition, type RowOf } from './define-register.ts';
import {
  choice,
  choices,
  day,
  decimal,
  type Field,
  idNumber,
  integer,
  moneyWan,
  moneyYuan,
  month,
  name,
  reference,
  regionCode,
  regionCodes,
  share,
  text,
  year,
  yesNo,
} from './field.ts';
import { refuseOverlapping } from './judge-spells.ts';
import { Unreadable } from './kinds/kind-rules.ts';
import { KIND_RULES } from './kinds.ts';
import { OFFICE_REGISTER } from './office-roles.ts';
import { isOrganisationCode } from './organisation-code.ts';

const REGIONS = new Map([
  [150000000000, 'autonomous-region'],
  [150923000000, 'county'],
  [150923101000, 'township'],
  [150923101200, 'village'],
] as const);
const WAYS = { order: '订单', land: '土地(草场)流转' };

function read(field: Field, cell: string, unit = field.unit ?? ''): unknown {
  const value = KIND_RULES[field.kind].read(cell, field, { unit, regions: REGIONS });
  return value instanceof Unreadable ? value.code : value;
}

describe('cells of every kind', () => {
  test.each<[string, Field, string, unknown]>([
    ['text', text('名称'), '示例', '示例'],
    ['text of 201', text('名称'), '长'.repeat(201), 'too-long'],
    ['sound code', text('单位代码', { form: 'organisation-code' }), '91350100m000100y43', '91350100M000100Y43'],
    ['wrong check', text('单位代码', { form: 'organisation-code' }), '91350100M000100Y44', 'bad-code'],
    ['own code', text('单位代码', { form: 'organisation-code' }), '无码单位-1', '无码单位-1'],
    ['integer', integer('序号'), '1,200', 1200],
    ['integer with a zero', integer('序号'), '12.0', 12],
    ['no integer', integer('序号'), '十二', 'bad-number'],
    ['a fraction', integer('序号'), '1.5', 'bad-number'],
    ['in scientific notation', integer('序号'), '1E5', 'bad-number'],
    ['too small', integer('人数', { least: 1 }), '0', 'bad-number'],
    ['too large', integer('人数'), '99999999999', 'bad-number'],
    ['decimal', decimal('目标值'), '-1.250', '-1.25'],
    ['six places', decimal('目标值'), '1.234567', '1.234567'],
    ['seven places', decimal('目标值'), '1.2345678', 'bad-number'],
    ['share', share('份额'), '33.33%', '33.33'],
    ['more than all', share('份额'), '100.01', 'bad-number'],
    ['less than nothing', share('份额'), '-1', 'bad-number'],
    ['day', day('日期'), '2022年5月3日', 20220503],
    ['no day', day('日期'), '2022-02-30', 'bad-date'],
    ['month', month('月份'), '202205', 20220501],
    ['no month', month('月份'), '2022-13', 'bad-month'],
    ['year', year('年度'), '2022年', 2022],
    ['no year', year('年度'), '二〇二二', 'bad-number'],
    ['before its time', year('年度'), '1899', 'bad-number'],
    ['choice', choice('方式', WAYS), '土地(草场)流转', 'land'],
    ['no choice', choice('方式', WAYS), '别的', 'not-in-list'],
    ['choices', choices('方式', WAYS), '订单、土地(草场)流转;订单', '{order,land}'],
    ['one of them none', choices('方式', WAYS), '订单|别的', 'not-in-list'],
    ['yes', yesNo('公开'), '是', true],
    ['neither', yesNo('公开'), 'Y', 'not-in-list'],
    ['county of six digits', regionCode('旗县代码', { level: 'county' }), '150923', 150923000000],
    ['village where a county belongs', regionCode('旗县代码', { level: 'county' }), '150923101200', 'bad-region'],
    ['no village', regionCode('嘎查村代码', { level: 'village' }), '150923101999', 'bad-village'],
    ['several regions', regionCodes('实施嘎查村代码'), '150923101200、150923', '{150923101200,150923000000}'],
    ['sound ID', idNumber(), '11010519491231002x', '11010519491231002X'],
    ['no ID', idNumber(), '12345', 'bad-id'],
    ['name', name('姓名'), '包 ·金花', '包·金花'],
  ])('%s', (_what, field, cell, expected) => expect(read(field, cell)).toBe(expected));

  test('money is exact, in the unit of the header or of the cell', () => {
    expect(read(moneyYuan('金额'), '1,234.50')).toBe(123450);
    expect(read(moneyYuan('金额'), '0.125')).toBe('bad-amount');
    expect(read(moneyYuan('金额'), '427.06元')).toBe(42706);
    expect(read(moneyWan('金额'), '3526.17')).toBe(3526170000);
    expect(read(moneyWan('金额'), '0.000001')).toBe(1);
    expect(read(moneyWan('金额'), '0.0000001')).toBe('bad-amount');
    expect(read(moneyWan('金额'), '86.76', '亿元')).toBe(867600000000);
    expect(read(moneyWan('金额'), '-40')).toBe(-40000000);
  });

  test('a residue of binary arithmetic goes, other decimals do not', () => {
    expect(parseScaled('0.30000000000000004', 2)).toBe(30);
    expect(parseScaled('1.9999999999', 2)).toBe(200);
    expect(parseScaled('0.3012345', 2)).toBeUndefined();
    expect(parseMoney('9,99', '元')).toBeUndefined();
    expect(parseScaled('99999999999999999', 0)).toBeUndefined();
  });

  test('what is written is read again', () => {
    for (const [value, places] of [
      [0, 2],
      [-1, 6],
      [123450, 2],
      [800000, 6],
      [-3526170000, 6],
      [7, 0],
    ] as const)
      expect(parseScaled(formatScaled(value, places), places)).toBe(value);
    expect(formatScaled(800000, 6)).toBe('0.8');
  });
});

describe('conditions', () => {
  const fields = { a: text('甲'), b: moneyYuan('乙'), c: choice('丙', WAYS), d: choices('丁', WAYS) } as Record<
    string,
    Field
  >;
  test.each([
    [{ filled: 'a' }, { a: 'x' }, true, '甲'],
    [{ filled: 'a' }, { a: '' }, false, '甲'],
    [{ empty: 'a' }, { a: null }, true, '!甲'],
    [{ field: 'b', below: 0 }, { b: -1 }, true, '乙<0'],
    [{ field: 'b', below: 0 }, { b: null }, false, '乙<0'],
    [{ field: 'c', is: ['order', 'land'] }, { c: 'land' }, true, '丙=订单|土地(草场)流转'],
    [{ field: 'd', is: ['order'] }, { d: ['land', 'order'] }, true, '丁=订单'],
    [{ field: 'd', is: ['order'] }, { d: [] }, false, '丁=订单'],
  ])('%j', (condition, row, expected, written) => {
    expect(holds(condition, row)).toBe(expected);
    expect(conditionText(condition, fields)).toBe(written);
  });
});

test('the check character of an organisation code', () => {
  expect(isOrganisationCode('91350100M000100Y43')).toBe(true);
  expect(isOrganisationCode('91350100M000100Y44')).toBe(false);
  expect(isOrganisationCode('91350100M000100I43')).toBe(false);
});

describe('spells', () => {
  const spell = (ord: number, from: string, to: string, taken = false) => ({ ord, from, to, taken });
  test.each([
    ['one after the other', [spell(1, '2021', '2022'), spell(2, '2022', '2023')], []],
    ['by beginning, not by line', [spell(1, '2022', '2024'), spell(2, '2021', '2023')], [1]],
    ['on one day, by line', [spell(2, '2022', '2023'), spell(1, '2022', '2023')], [2]],
    ['what stands already goes first', [spell(0, '2022', '2024', true), spell(1, '2021', '2023')], [1]],
    [
      'a refused one takes no room',
      [spell(1, '2021', '2023'), spell(2, '2022', '2025'), spell(3, '2023', '2024')],
      [2],
    ],
    ['a spell of no day meets none', [spell(1, '2021', '2023'), spell(2, '2022', '2022')], []],
  ])('%s', (_what, spells, refused) => expect(refuseOverlapping(spells)).toEqual(refused));
});

describe('a definition', () => {
  const base = {
    code: 'things',
    title: '示例',
    record: 'thing',
    slice: 'regions',
    table: 'things',
    unit: '个',
    place: 'region',
    key: ['number'],
    fields: { number: text('编号', { required: true }), paidFen: moneyYuan('金额'), ways: choices('方式', WAYS) },
    roles: OFFICE_REGISTER,
  } as const;

  test('gives the type of its rows', () => {
    const register = defineRegister(base);
    const row: RowOf<typeof register> = { number: '1', paidFen: null, ways: ['land'] };
    // @ts-expect-error a required field is never null
    row.number = null;
    expect(row.ways).toEqual(['land']);
  });

  test('names only fields there are', () => {
    expect(() => defineRegister({ ...base, key: ['nothing' as 'number'] })).toThrow('there is no field nothing');
    expect(() =>
      defineRegister({ ...base, fields: { ...base.fields, why: text('原由', { required: { filled: 'gone' } }) } }),
    ).toThrow('there is no field gone');
    expect(() => defineRegister({ ...base, fields: { ...base.fields, version: text('版本') } })).toThrow(
      'every row has version',
    );
    expect(() => defineRegister({ ...base, fields: { ...base.fields, remark: text('附注') } })).toThrow(
      'every register has',
    );
  });

  test('stands once in a catalogue', () => {
    const register = defineRegister(base) as unknown as RegisterDefinition;
    expect(() => catalogueOf([register, register])).toThrow('share a code');
    expect(catalogueOf([register]).referringTo('things')).toEqual([]);
    expect(reference('编号', 'things').target).toBe('things');
  });
});
