// What `?` tells of the open data door.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const keys: PageHelp = {
  purpose: '给其他单位的程序和图表工具发放密钥，让它们直接读取指标，不用再要表、再录入。',
  rules: [
    '一把密钥只能读取发放时选定的地区（含下级）和指标，只有数，读不到任何一户、一人的记录。',
    '密钥只在发放时显示一次，系统里只留摘要；丢了的，停用后另发一把。',
    '到期和停用立即生效；每次读取都记入操作日志，列表里看得到最近一次使用的时间。',
    '一个单位、一个用途发一把，不要合用。',
  ],
  words: [
    ['每分钟次数', '超过的请求被退回，一分钟后可以再读'],
    ['OData', 'Excel、Power BI 等工具通用的读数方式，密钥填在密码里'],
  ],
};
