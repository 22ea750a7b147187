// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const cases: PageHelp = {
  purpose:
    '监测对象按个案办理：入户核实、信息比对、评议公示、审核、审定、帮扶、风险消除、回头看。这里列出本区域的全部个案。',
  rules: [
    '“待我办理”只列现在可以由本级办理的个案；公示期未满的不计。',
    '期限按本旗县流程模板和节假日推算，不需要人工设置。',
    '可勾选多户一起办理；不适用的户会说明原因，不会被改动。',
  ],
  words: [
    ['逾期、上提', '最迟办结日期早于今天；逾期超过规定天数后转由上级督办'],
    ['绿色通道', '急难户先帮扶、后补手续'],
  ],
};

export const board: PageHelp = {
  purpose: '看板把个案按环节排成列，便于看出积压在哪一步。',
  rules: ['拖动卡片等同于办理该步，仍须填写该步的内容。', '卡片按期限排序，最紧的在上面。'],
  words: [['环节', '个案当前所处的步骤']],
};

export const myHouseholds: PageHelp = {
  purpose: '由我负责帮扶的户，办到哪一步、什么时候到期、下次什么时候走访。',
  rules: ['责任人在个案里从干部名录中选定，移交后自动改到新的责任人名下。'],
  words: [['我的帮扶户', '个案责任人是本人的户']],
};
