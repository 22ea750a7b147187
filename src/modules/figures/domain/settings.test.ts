import { describe, expect, test } from 'vitest';
import { isSetting, refuseSetting, type SettingName } from './settings.ts';

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

  test('names of objects are no settings', () => {
    expect([isSetting('toString'), isSetting('relapse.mass')]).toEqual([false, true]);
  });
});
