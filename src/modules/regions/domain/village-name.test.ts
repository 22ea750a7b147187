import { expect, it } from 'vitest';
import { everydayName } from './village-name.ts';

it.each([
  ['后西花园村民委员会', '后西花园村'],
  ['兴盛村村民委员会', '兴盛村'],
  ['巴彦陶海村委会', '巴彦陶海村'],
  ['斯仁音昭村村委会', '斯仁音昭村'],
  ['查汉布拉格嘎查村民委员会', '查汉布拉格嘎查'],
  ['巴音敖包嘎查委员会', '巴音敖包嘎查'],
  ['塔来乌素嘎查村委员会', '塔来乌素嘎查村'],
  ['曙光社区居委会', '曙光社区'],
  ['玛拉沁社区居民委员会', '玛拉沁社区'],
  ['铜矿居民委员会', '铜矿居委会'],
  ['玛尔兹嘎查', '玛尔兹嘎查'],
])('%s → %s', (official, everyday) => {
  expect(everydayName(official)).toBe(everyday);
});
