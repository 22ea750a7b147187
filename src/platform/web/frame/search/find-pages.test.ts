import { expect, test } from 'vitest';
import type { MenuPage } from '../menu.ts';
import { findPages } from './find-pages.ts';

const PAGES: MenuPage[] = [
  { path: '/warnings/map', title: '预警地图', area: '监测帮扶', entry: '预警', tab: '地图' },
  { path: '/warnings', title: '预警', area: '监测帮扶', entry: '预警' },
  { path: '/process/calendar', title: '节假日', area: '设置', entry: '节假日', words: ['放假', '调休'] },
  { path: '/registers/insurance-claims', title: '防贫保理赔', area: '农牧户', entry: '保障与保险' },
];
const WORDS = new Map([['/registers/insurance-claims', ['赔付金额', '出险日期']]]);

test.each([
  ['预警', ['/warnings', '/warnings/map']],
  ['地图', ['/warnings/map']],
  ['放假', ['/process/calendar']],
  ['保险', ['/registers/insurance-claims']],
  ['赔付', ['/registers/insurance-claims']],
  ['监测', ['/warnings/map', '/warnings']],
  ['在哪里看保险', ['/registers/insurance-claims']],
  ['什么时候放假', ['/process/calendar']],
  ['看一下预警地图', ['/warnings/map', '/warnings']],
  ['怎么赔付出险', ['/registers/insurance-claims']],
  [' ', []],
  ['没有的', []],
])('%s', (text, paths) => {
  expect(findPages(PAGES, WORDS, text).map(({ path }) => path)).toEqual(paths);
});
