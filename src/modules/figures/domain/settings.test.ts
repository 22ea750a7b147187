import { describe, expect, test } from 'vitest';
import { holdersOf, isSetting, refuseSetting, type SettingName, settingsInForce } from './settings.ts';

describe('settings', () => {
  test.each<[SettingName, string, boolean]>([
    ['issued.sources', 'central+region', true],
    ['issued.sources', 'central', false],
    ['industry.classes', '产业发展、就业项目', true],
    ['industry.classes', '产业发展、别的', false],
    ['industry.classes', '', false],
    ['relapse.mass', '0.08', true],
    ['relapse.mass', 'none', false],
    ['employment.confirm', '-1', false],
  ])('%s may be “%s”: %s', (name, value, isFine) => {
    expect(refuseSetting(name, value) === undefined).toBe(isFine);
  });

  test('the nearest region decides, there the newest day', () => {
    const row = (regionCode: number, effectiveFrom: string, value: string) => ({
      ...{ regionCode, effectiveFrom, value },
      key: 'garbage.day',
    });
    const rows = [
      row(150_000_000_000, '2022-01-01', 'region'),
      row(150_900_000_000, '2021-01-01', 'league'),
      row(150_900_000_000, '2022-05-31', 'league, newer'),
      row(150_923_000_000, '2022-06-01', 'county, too late'),
      row(152_200_000_000, '2022-01-01', 'another league'),
    ];
    const on = (day: string) => settingsInForce(rows, holdersOf(150_923_101_000), day).get('garbage.day');
    expect([on('2020-12-31'), on('2022-05-30'), on('2022-05-31'), on('2022-06-01')]).toEqual([
      ...[undefined, 'league', 'league, newer'],
      'county, too late',
    ]);
  });

  test('names of objects are no settings', () => {
    expect([isSetting('toString'), isSetting('relapse.mass')]).toEqual([false, true]);
  });
});
