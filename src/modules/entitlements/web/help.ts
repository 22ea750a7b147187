// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const overview: PageHelp = {
  purpose: '看每个政策条款适用于多少户、多少户已经享受、哪些户应享未享。',
  rules: [
    '适用哪些户由“条款适用规则”台账里的条件确定，旗县可以为上级条款补充自己的材料和办理地点。',
    '享受情况取自到户到人发放、帮扶措施和政策享受三个台账，按享受周期计算。',
    '文件废止或被替代后，其条款不再计入。',
  ],
  words: [
    ['应享未享', '符合条件而在享受周期内没有享受记录的户'],
    ['享受周期', '一次性、每年或每月：在这段时间里享受一次就算已享受'],
  ],
};

export const clause: PageHelp = {
  purpose: '列出一个条款应享未享、已经享受或全部适用的农牧户，可以导出核查表。',
  rules: ['没有享受记录不等于没有享受，请先核对发放和措施是否已经登记。'],
  words: [['适用情形', '该户当天符合的条件']],
};
