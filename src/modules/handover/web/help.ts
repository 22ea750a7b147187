// What `?` tells of the page of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const handover: PageHelp = {
  purpose: '人员调整时，把一个人手里的个案和责任一次移交给另一个人。',
  rules: ['移交前列出要移交的每一户。', '停用账号以前，手里的事要先移交完。'],
  words: [['责任移交', '个案责任人改为另一个人，历史记录不变']],
};
