// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const progress: PageHelp = {
  purpose: '比较下一级各地监测帮扶的进度：正在办理、按期办结、逾期和上提，可导出印发。',
  rules: ['逾期未办结的按未按期计算。', '每个数字都可以点开，看到它所数的户。', '排名按各环节全部按期的占比。'],
  words: [['按期办结率', '期内有环节办结或逾期的个案中，这些环节全部按期的占比']],
};
