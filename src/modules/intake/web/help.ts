// What `?` tells of the page of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const submit: PageHelp = {
  purpose: '提交一个部门数据文件：选文件、看预览、核对列、确认后装载。',
  rules: [
    '确认以前什么都不写入；预览说明读的是哪张表、哪一行是表头、哪些列认得、哪些行会被退回。',
    '认不出的列可以手工对应，下次同一部门交来同样的表头会按上次对应。',
    '退回的行或对不上的行太多时，批次为待确认装载，确认以前不参加筛查。',
  ],
  words: [['待确认装载', '已经读入、还没有算数的批次，由负责人写明理由确认或撤回']],
};
