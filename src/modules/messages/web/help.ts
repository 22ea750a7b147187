// What `?` tells of the pages of this slice.

import type { PageHelp } from '../../../platform/web/frame/help/page-help.ts';

export const messages: PageHelp = {
  purpose: '与我有关的事：明天到期、已经逾期、被退回、有异议、被上提、数据被退回或待确认、任务办完。',
  rules: ['点开一条就到要办的那一户或那个批次。', '每一类可以设定提不提醒；每天汇总一次没有读的。'],
  words: [['消息', '系统告诉本账号的一件事，读过仍可再查']],
};

export const reminders: PageHelp = {
  purpose: '上级对下级的催办和督办，以及下级的回复。',
  rules: ['从个案或逾期列表一次发出，写明要求和期限。', '回复以后由发出的人决定是否办结。'],
  words: [
    ['催办', '提醒承办的人尽快办理'],
    ['督办', '上级要求书面回复的催办'],
  ],
};

export const door: PageHelp = {
  purpose: '把消息送到短信或政务聊天：地址、密钥、最近发送的结果。',
  rules: ['只送事项种类、数量和链接，不送姓名、证件号码和电话。', '没有送到的会按间隔重试，失败的在这里看得到原因。'],
  words: [['签名', '对方用同一密钥核对，确认消息来自本系统']],
};
