// What can be refused about messages, reminders and the door to other systems.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'messages.not-remindable': {
    kind: 'conflict',
    sentence: () => '所选监测对象当前没有由下级办理的事项，或者一天之内已经催办过。请刷新列表后重新选择。',
  },
  'messages.reminder-not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这条督办，可能不在您的区域内。请刷新列表。',
  },
  'messages.not-yours-to-answer': {
    kind: 'forbidden',
    sentence: () => '这条督办由其他层级答复。请由收到督办的单位答复。',
  },
  'messages.answered': { kind: 'conflict', sentence: () => '这条督办已经答复。请刷新列表查看答复内容。' },
  'messages.region-alone': {
    kind: 'forbidden',
    sentence: () => '消息外发接口由自治区管理员设置。请联系自治区管理员。',
  },
  'messages.no-door': { kind: 'conflict', sentence: () => '尚未设置消息外发接口。请先填写地址和签名密钥并保存。' },
  'messages.secret-missing': {
    kind: 'invalid',
    sentence: () => '首次设置须填写签名密钥。请填写与接收方约定的密钥，至少 16 位。',
  },
});
