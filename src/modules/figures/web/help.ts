// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const figures: PageHelp = {
  purpose: '发布会和通报用的每一个数，都由台账里的记录算出来，点开可以看到它背后的每一行。',
  rules: [
    '先看清时点和地区：同一个指标在不同日期、不同地区是不同的数。',
    '没有记录不等于零：无数据的指标不参加比较。',
    '“截至何时录入”用来还原当时能看到的数，之后补录和更改的不计。',
  ],
  words: [
    ['时点', '数算到哪一天为止，含当天'],
    ['无数据', '台账里没有这一类、这一年的有效记录'],
    ['本级不适用', '这个数只有上级才有，不能拆到本级'],
  ],
};

export const figure: PageHelp = {
  purpose: '一个指标的值、口径、用到的设定、各地情况、各月走势，以及它背后的每一行。',
  rules: ['明细各行相加或去重计数，就等于这个数。', '与已发布的数不一致时，说明差在哪里。'],
  words: [['口径', '哪些记录算进去、怎么算']],
};
