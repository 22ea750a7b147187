// What `?` tells of the page of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const imports: PageHelp = {
  purpose: '把户和人口的花名册导入登记册：选文件、识别列、预检、导入、看结果。',
  rules: [
    '预检不改动登记册，先看清新增、变更和不能导入的行。',
    '有问题的行不影响其余行，可下载改好后再导入。',
    '整批导入错了可以撤销。',
  ],
  words: [['预检', '只检查和计数，不写入']],
};
