// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const flow: PageHelp = {
  purpose: '看一年的资金从预算安排、逐级下达、分配到项目，到支付的全过程，以及每一步还剩多少。',
  rules: [
    '点开一个地区，看它下一级的情况。',
    '各步金额取自资金安排、下达、分配、支付四个台账，改了台账这里随之改变。',
    '统计到所选日期为止已经登记的记录。',
  ],
  words: [
    ['安排', '预算中确定的资金'],
    ['下达', '上级发文拨给下级的资金'],
    ['分配', '分到具体项目的资金'],
    ['支付', '已经付出的资金'],
  ],
};

export const projects: PageHelp = {
  purpose: '列出一年的项目，每个项目计划多少、分到多少、支付多少。',
  rules: ['点开项目看它的资金、进度和受益户。', '支付不能超过分配；有差异的见“资金提醒”。'],
  words: [['支付率', '已支付的资金占分配资金的比例']],
};

export const timeline: PageHelp = {
  purpose: '把一年的计划项目按月画出来，看哪些晚于计划。',
  rules: [
    '灰条是计划工期，彩条是实际工期，没有完工的画到今天。',
    '过了计划开工或完工日期还没有开工、完工的标为晚于计划，排在最前。',
  ],
  words: [['晚于计划', '计划的日子已过，该做的还没有登记']],
};

export const documents: PageHelp = {
  purpose: '列出下达资金的文件，每份文件下达多少、已经分配多少。',
  rules: ['点开文件看资金去了哪些地方和项目。', '同一文号的下达合并为一份文件。'],
  words: [['文号', '下达文件的发文字号']],
};

export const concerns: PageHelp = {
  purpose: '资金提醒列出需要有人看一看的情况，如下达后久未分配、分配后久未支付。',
  rules: ['数据改正后提醒自动消失。', '情况属实而有原因的，写明说明，说明会保存。'],
  words: [['说明', '对一条提醒写下的原因和打算']],
};
