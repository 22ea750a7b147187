// What `?` tells of the page of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const settings: PageHelp = {
  purpose: '对手机端的要求：几分钟不操作就锁定，多少天不联网就清除资料，照片多大。',
  rules: [
    '数值从生效日期起对当前区域及其下级生效，手机下次联网时照办。',
    '手机丢失或者换人的，在“用户”里打开这个账号，点“清除手机资料”。',
  ],
  words: [['清除资料', '手机上的农户资料全部去掉；没有传到单位的记录先给持有人看，再去掉']],
};
