import { describe, expect, test } from 'vitest';
import { incomeValues, isHalf, lineFen, netOf, perHead, type SheetLine, sumSheet } from './sheet.ts';
import { ITEM_KEYS, sheetItem } from './sheet-items.ts';

describe('a line of a sheet', () => {
  test.each<[string, SheetLine, number]>([
    ['counts at a price', { item: 'sheep', quantity: 12, priceFen: 120_000 }, 1_440_000],
    ['of half days', { item: 'away-days', quantity: 10.5, priceFen: 18_000 }, 189_000],
    ['of two decimals, half up', { item: 'wool', quantity: 0.05, priceFen: 10 }, 1],
    ['of a sum of the year', { item: 'grassland', amountFen: 345_600 }, 345_600],
    ['of a sum does not count what is not asked', { item: 'grassland', quantity: 3, priceFen: 5 }, 0],
    ['without a price is nothing', { item: 'cattle', quantity: 2 }, 0],
  ])('%s', (_, line, fen) => {
    expect(lineFen(line)).toBe(fen);
  });

  test('says a half where only one of number and price is there', () => {
    expect(isHalf({ item: 'cattle', quantity: 2 })).toBe(true);
    expect(isHalf({ item: 'cattle', priceFen: 2 })).toBe(true);
    expect(isHalf({ item: 'cattle' })).toBe(false);
    expect(isHalf({ item: 'grassland', quantity: 2 })).toBe(false);
  });
});

test('a herder’s year: four incomes less what producing cost, a head', () => {
  const sums = sumSheet([
    { item: 'sheep', quantity: 60, priceFen: 90_000 },
    { item: 'wool', quantity: 200, priceFen: 600 },
    { item: 'away-days', quantity: 90, priceFen: 20_000 },
    { item: 'pasture-let', quantity: 300, priceFen: 1_000 },
    { item: 'dibao', quantity: 12, priceFen: 40_000 },
    { item: 'feed-bought', amountFen: 1_500_000 },
    { item: 'vet', amountFen: 80_000 },
    { item: 'claim', amountFen: 200_000 },
    { item: 'self-paid', amountFen: 350_000 },
  ]);
  expect(incomeValues(sums)).toEqual({
    ...{ wageIncomeFen: 1_800_000, businessIncomeFen: 5_520_000, propertyIncomeFen: 300_000 },
    ...{ transferIncomeFen: 480_000, businessCostFen: 1_580_000, claimIncomeFen: 200_000, selfPaidFen: 350_000 },
  });
  expect(netOf(sums)).toBe(6_520_000);
  expect(perHead(netOf(sums), 3)).toBe(2_173_333);
});

test('costs above incomes leave a net below zero', () => {
  expect(netOf(sumSheet([{ item: 'stock-bought', quantity: 10, priceFen: 500_000 }]))).toBe(-5_000_000);
});

test('what is counted has a price, and words stand once', () => {
  for (const key of ITEM_KEYS) expect(sheetItem(key).unit === undefined).toBe(sheetItem(key).price === undefined);
  const titles = ITEM_KEYS.map((key) => sheetItem(key).title);
  expect(new Set(titles).size).toBe(titles.length);
});
