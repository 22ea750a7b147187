// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const posters: PageHelp = {
  purpose: '打印本地的申报海报，群众扫码即可自主申报，不需要账号。',
  rules: ['每个嘎查村一张，二维码指向申报页面。', '群众的申报进入“线索”，按规定时限处理。'],
  words: [['自主申报', '农牧户自己反映困难']],
};
