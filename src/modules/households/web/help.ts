// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const list: PageHelp = {
  purpose: '本区域登记的全部农牧户。可按嘎查村、身份、收入等条件查找，点开可看一户的全貌。',
  rules: [
    '证件号码和电话只显示部分数字；查看完整号码须写明原因，并记入操作日志。',
    '户内变动在户的页面登记，不直接改写。',
  ],
  words: [
    ['脱贫户', '已经脱贫、仍在帮扶政策范围内的户'],
    ['人均纯收入', '四项收入减去经营支出后除以人口数'],
  ],
};

export const one: PageHelp = {
  purpose: '一户的全貌：家庭成员、收支、三保障、风险、帮扶和变动历史。',
  rules: ['完整证件号码和电话须写明原因才能查看。', '出生、死亡、迁移、分户等变动从“登记变动”进入。'],
  words: [['三保障', '义务教育、基本医疗、住房安全，另加饮水安全']],
};
