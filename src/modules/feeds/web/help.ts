// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const batches: PageHelp = {
  purpose: '各部门提交的数据文件，每个文件是一个批次。',
  rules: [
    '一行有问题不影响其余行，有问题的行放入隔离区，可下载改正后重新提交。',
    '批次可以撤销，撤销后由它产生的结果一并重算。',
  ],
  words: [
    ['批次', '一次提交的一个数据文件'],
    ['隔离区', '不合要求、没有装载的行，带原因'],
  ],
};

export const review: PageHelp = {
  purpose: '有的行能对上不止一个人，在这里由人工决定是谁，或都不是。',
  rules: ['一次决定对说法相同的行都有效。', '看清姓名、出生年月和住址再决定。'],
  words: [['待核对', '姓名或证件号码不足以确定是谁的行']],
};

export const rates: PageHelp = {
  purpose: '各部门数据能对上登记册的比例，以及由它产生的预警核实为真的比例。',
  rules: ['匹配率低，多半是证件号码或姓名写法有问题，应请部门核对。'],
  words: [
    ['匹配率', '找到对应人员的行数占装载行数'],
    ['核实率', '核实为情况属实的预警占已核实的预警'],
  ],
};

export const datasets: PageHelp = {
  purpose: '每种部门数据要哪些列、每列的写法和用途，可下载模板。',
  rules: ['列名可以用表中列出的其他叫法。', '日期、金额、证件号码按说明填写，文本格式保存。'],
  words: [],
};
