// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const changes: PageHelp = {
  purpose: '列出本系统已经办结、需要在国家系统中同步修改的条目，逐条登记回写情况，并与国家系统导出的名单比对。',
  rules: ['回写须由有权限的人在国家系统中操作，本系统只记录结果。', '比对发现的差异逐条核对，写明以哪边为准。'],
  words: [['回写', '把办理结果录入国家系统']],
};
