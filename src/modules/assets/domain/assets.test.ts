import { describe, expect, it, test } from 'vitest';
import { assetDoubts, type DoubtedAsset } from './doubts.ts';
import { type LedgerLine, ledgersOf, ratesOf, sumOf } from './ledger.ts';
import { netValue } from './net-value.ts';

const line = (group: string, kind: LedgerLine['kind'], more: Partial<LedgerLine> = {}): LedgerLine => ({
  ...sumOf([]),
  ...{ group, kind, things: 1, originalFen: 100, inUse: 1, inUseFen: 100 },
  ...more,
});

describe('ledgers', () => {
  const lines = [
    line('1', 'operating', {
      operating: 1,
      operatingFen: 100,
      ownable: 1,
      owned: 1,
      receivedFen: 8,
      distributedFen: 6,
    }),
    line('1', 'household-owned'),
    line('2', 'operating', { inUse: 0, inUseFen: 0, idle: 1, idleFen: 300, originalFen: 300, operatingFen: 300 }),
  ];

  it('groups and kinds add up to the same whole', () => {
    const { total, kinds, rows } = ledgersOf(lines);
    expect(sumOf(rows)).toEqual(total);
    expect(sumOf(kinds)).toEqual(total);
    expect(total).toMatchObject({ things: 3, originalFen: 500, inUse: 2, idle: 1 });
    expect(ledgersOf(lines, 'household-owned').rows).toMatchObject([{ group: '1', things: 1 }]);
  });

  it('rates tell their part and their whole', () => {
    expect(ratesOf(ledgersOf(lines).total)).toEqual({
      owned: { part: 1, whole: 1 },
      income: { part: 8, whole: 400 },
      idle: { part: 0, whole: 400 },
      distributed: { part: 6, whole: 8 },
    });
  });
});

describe('net value', () => {
  const asset = { originalFen: 1_000_000, inUseFrom: '2020-01-01', usefulYears: 10 };
  test.each([
    [asset, '2020-01-01', 1_000_000],
    [asset, '2024-12-31', 500_068],
    [asset, '2040-01-01', 0],
    [{ ...asset, form: 'equity' }, '2040-01-01', 1_000_000],
    [{ ...asset, usefulYears: null }, '2024-12-31', undefined],
    [{ ...asset, inUseFrom: null }, '2024-12-31', undefined],
  ])('%j on %s is %s', (given, on, net) => {
    expect(netValue(given, on)).toBe(net);
  });
});

describe('doubts', () => {
  const sound: DoubtedAsset = {
    ...{ kind: 'operating', form: 'fixed', standing: 'in-use', owned: 100, moves: [], arrivals: [], shared: [] },
    contracts: [{ way: 'leased', startedOn: '2021-01-01', through: '2025-12-31' }],
  };
  const on = '2022-06-01';
  const year = (purpose: string, day: string, amountFen: number) => ({ year: 2022, purpose, on: day, amountFen });

  it('there are none where all fits', () => {
    expect(assetDoubts(sound, on)).toEqual([]);
  });

  test.each<[string, Partial<DoubtedAsset>, RegExp]>([
    ['owners of half', { owned: 50 }, /份额合计是 50%/],
    ['without a contract', { contracts: [] }, /没有在期合同/],
    [
      'income after the end',
      {
        contracts: [{ way: 'leased', startedOn: '2021-01-01', through: '2021-12-31' }],
        arrivals: [{ on: '2022-03-01', fen: 5 }],
      },
      /2021-12-31 已到期，2022-03-01 仍有收益/,
    ],
    ['assets above the settled amount', { project: { number: 'P', settledFen: 100, assetsFen: 300 } }, /多 2.00 元/],
    [
      'money that became nothing',
      { project: { number: 'P', settledFen: 300, assetsFen: 100 } },
      /2.00 元 没有形成资产/,
    ],
    [
      'more shared out than arrived less costs',
      {
        ...{ upkeepSource: 'asset-income', yearlyUpkeepFen: 100, arrivals: [{ on: '2022-01-01', fen: 500 }] },
        shared: [year('reserve', '2022-02-01', 450)],
      },
      /减管护费用多 0.50 元/,
    ],
    ['disposal without opinions', { standing: 'disposed', disposedHow: 'sold' }, /没有登记嘎查村会议/],
  ])('%s', (_what, change, words) => {
    expect(assetDoubts({ ...sound, ...change }, on).join()).toMatch(words);
  });

  it('a remark explains what became nothing', () => {
    const project = { number: 'P', settledFen: 300, assetsFen: 100, remark: '其余为管理费' };
    expect(assetDoubts({ ...sound, project }, on)).toEqual([]);
  });
});
