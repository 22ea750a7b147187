// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const chain: PageHelp = {
  purpose: '看某一天从自治区到嘎查村每一级由谁负责，下级哪些岗位空着。',
  rules: [
    '责任链由“责任岗位任职”台账按日期推算，选一个过去的日子，看到的是那天在任的人。',
    '旗县以上和苏木乡镇应有书记和分管，嘎查村应有书记和主任；一人兼两职的，在台账里登记两条。',
    '主持工作的人算在任，标明“主持工作”。',
  ],
  words: [['责任链完整', '应有的岗位都有人在任']],
};

export const gaps: PageHelp = {
  purpose: '列出没有人负责的岗位、监测对象、嘎查村、项目和资产，逐条补上。',
  rules: [
    '名下还有没结案的监测对象或没移交的项目，不能办理离任；从文件导入的离任不拦，列在这里。',
    '项目和以前的监测对象只登记了姓名，按姓名与离任干部比对，同名的请核对后再改。',
  ],
  words: [['责任人已离任', '登记的责任人在本旗县的责任岗位都已免职']],
};
