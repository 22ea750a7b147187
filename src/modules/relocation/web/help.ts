// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const sites: PageHelp = {
  purpose: '看每个易地搬迁安置点住了多少户、多少人在就业、有没有空置和零就业家庭。',
  rules: [
    '户数按安置点所在地统计；户籍仍在迁出地的户，在迁出地看得到，只在安置点计一次。',
    '就业人数只取自务工就业台账；有劳动力而没有人在岗的户为零就业家庭。',
    '随畜群居住的月份（没有设定的按五月到十月），空置住房不列为需要核对。',
    '安置点大多很小，请看户数，不按比率排名。',
  ],
  words: [
    ['建档立卡、同步搬迁', '同步搬迁的户不是脱贫户，不计入脱贫人口'],
    ['空置', '套数减去现在入住的户数'],
  ],
};
