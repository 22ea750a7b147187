// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const submit: PageHelp = {
  purpose: '提交部门数据文件：选文件，看清每一列对应什么、前几行读成什么样，再装载。',
  rules: [
    '表头前有标题行、列名写法不同的文件也能识别；认不出的列可以人工对应，下次提交时按上次对应。',
    '预览不写入任何数据。',
    '不合要求或找不到人的行过多、没有数据行的文件先不装载，须写明原因确认，或撤回。',
    '装载在后台进行，可以离开页面。',
  ],
  words: [['待确认装载', '文件内容可疑，等待确认，不参加筛查和统计']],
};
