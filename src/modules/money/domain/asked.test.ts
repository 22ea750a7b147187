import { describe, expect, it } from 'vitest';
import { amountsAsked } from './amount-asked.ts';
import { gainYears } from './gain-years.ts';

describe('an amount typed into the search box', () => {
  it.each([
    ['80万', [80_000_000]],
    ['80 万元', [80_000_000]],
    ['800000', [80_000_000, 800_000_000_000]],
    ['800,000.00', [80_000_000, 800_000_000_000]],
    ['80', [8_000, 80_000_000]],
    ['八十万元', [80_000_000]],
    ['0', []],
    ['商都县财政局', []],
    ['内财农〔2022〕80号', []],
  ])('%s', (text, fens) => expect(amountsAsked(text)).toEqual(fens));
});

it('what a household got is told by year, newest first', () => {
  const gains = [
    { year: 2022, amountFen: 100 },
    { on: '2022-03-01', amountFen: 50 },
    { year: 2021, on: '2022-01-05' },
    { amountFen: 7 },
  ];
  expect(gainYears(gains)).toEqual([
    { year: 2022, amountFen: 150, rows: 2 },
    { year: 2021, amountFen: 0, rows: 1 },
    { year: 0, amountFen: 7, rows: 1 },
  ]);
});
