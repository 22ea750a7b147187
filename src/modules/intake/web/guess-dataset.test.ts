import { describe, expect, it } from 'vitest';
import { FEEDS } from '../../feeds/domain/datasets/index.ts';
import { guessDataset, guessPeriod } from './guess-dataset.ts';

describe('the dataset of a file name', () => {
  it.each([
    ['medical-settlement.csv', 'medical-settlement'],
    ['medical_insurance_2022.csv', 'medical-insurance'],
    ['商都县低保名册2022年5月.xlsx', 'dibao-roster'],
    ['医保参保名单.csv', 'medical-insurance'],
    ['4月住院费用.csv', 'medical-settlement'],
    ['残疾人证.csv', 'disability-certificate'],
    ['旱灾.csv', 'disaster-report'],
    ['导出数据.csv', undefined],
  ])('%s', (name, code) => {
    expect(guessDataset(name, FEEDS)).toBe(code);
  });

  it('is found by the title of every dataset', () => {
    for (const { code, title } of FEEDS) expect(guessDataset(`${title}.csv`, FEEDS), title).toBe(code);
  });

  it('is never one the account may not hand in', () => {
    const own = FEEDS.filter(({ department }) => department === 'yibao');
    expect(guessDataset('低保名册.csv', own)).toBeUndefined();
  });

  it('is the only one there is, whatever the name', () => {
    const own = FEEDS.filter(({ code }) => code === 'water-outage');
    expect(guessDataset('导出数据.csv', own)).toBe('water-outage');
  });
});

describe('the period of a file name', () => {
  it.each([
    ['低保名册2022年5月.xlsx', '2022-05'],
    ['settlement-202204.csv', '2022-04'],
    ['settlement.2022-12.csv', '2022-12'],
    ['在校生2021-2022学年.xlsx', '2021-2022'],
    ['参保2022.csv', '2022'],
    ['2022年13月.csv', '2022'],
    ['名册.csv', ''],
  ])('%s', (name, period) => {
    expect(guessPeriod(name)).toBe(period);
  });
});
