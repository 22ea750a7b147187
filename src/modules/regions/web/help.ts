// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const changes: PageHelp = {
  purpose: '登记嘎查村、苏木乡镇的撤并、更名和代码变更。',
  rules: ['过去日期的记录保留当时的代码，统计时归到现行地区。', '登记前请核对批复文件；登记后影响全部数据。'],
  words: [
    ['撤并', '一个地区并入另一个地区'],
    ['现行代码', '撤并或改码以后的代码'],
  ],
};
