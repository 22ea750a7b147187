// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const floor: PageHelp = {
  purpose: '看低保和防贫保两张网各兜住多少人，哪些困难户两张网都没有兜住。',
  rules: [
    '参保人数是交了保费的人数，覆盖人数是按保单规则可以得到赔付的人数，两个数不能混用。',
    '低保按各旗县最近一次交来的名册计算；理赔统计截至今天的十二个月。',
    '保单到期、赔付超过损失等需要核对的列在最后，改正台账后自动消失。',
  ],
  words: [['困难', '在监测的，或人均纯收入低于监测范围的户']],
};

export const households: PageHelp = {
  purpose: '逐户看谁有低保、谁得到理赔、谁困难而两项都没有。',
  rules: ['人均纯收入最低的排在最前；点开一户看全部情况。', '困难而两项都没有的，核实后协助申请低保或报案理赔。'],
  words: [['理赔', '十二个月内防贫保赔付到这一户的']],
};
