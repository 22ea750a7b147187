// What can be refused of a register on screen.

import { defineProblems } from '../problem.ts';

defineProblems({
  'registers.unknown': {
    kind: 'invalid',
    sentence: (d) => `没有代码为“${d.code}”的台账。请核对文件名或台账代码。`,
  },
  'registers.not-found': {
    kind: 'not-found',
    sentence: () => '没有这条记录，或者它不在您的辖区内。请返回列表刷新后再看。',
  },
  'registers.stale': {
    kind: 'conflict',
    sentence: () => '这条记录刚被别人改过。请刷新后看看最新内容，再重新修改。',
  },
  'registers.refused': {
    kind: 'invalid',
    sentence: (d) => `没有保存：${d.reasons}。请改正后再保存。`,
  },
  'registers.key-changed': {
    kind: 'invalid',
    sentence: (d) => `“${d.key}”是这条记录的编号，不能修改。如果登记错了，请作废后重新登记。`,
  },
  'registers.exists': {
    kind: 'conflict',
    sentence: (d) => `“${d.key}”相同的记录已经有了。请打开那条记录修改，不要重复登记。`,
  },
  'registers.no-move': {
    kind: 'forbidden',
    sentence: () => '您的角色不能这样办理。请由有权限的同事办理，或刷新后再看。',
  },
  'registers.not-moved': {
    kind: 'conflict',
    sentence: (d) => `没有办理：${d.reason}。`,
  },
  'registers.move-ahead': {
    kind: 'invalid',
    sentence: (d) => `办理日期 ${d.day} 还没有到。请填写今天或以前的日期。`,
  },
  'registers.move-unexplained': {
    kind: 'invalid',
    sentence: (d) => `${d.deed}要写明原因。请填写意见后再办理。`,
  },
  'registers.moved-day': {
    kind: 'conflict',
    sentence: (d) => `“${d.what}”由办理填写和清除，这里只能更正已有的日期。请用记录上方的办理按钮，或撤回那一步。`,
  },
  'registers.kept': {
    kind: 'conflict',
    sentence: (d) => `“${d.what}”已经定下，不能直接改。请用记录上方的办理按钮报批，前后两个日期都会留下。`,
  },
  'registers.not-open': {
    kind: 'conflict',
    sentence: (d) => `现在是“${d.state}”，内容不能修改。请由下一步的办理人退回后再改。`,
  },
  'registers.move-final': {
    kind: 'conflict',
    sentence: (d) => `“${d.deed}”已经产生后续记录，不能撤回。请在后续记录上办理。`,
  },
  'registers.no-withdrawal': {
    kind: 'conflict',
    sentence: () => '最近一步不是您办理的，不能撤回。请由办理人撤回，或由本级退回。',
  },
  'registers.bad-filter': {
    kind: 'invalid',
    sentence: (d) => `筛选条件“${d.what}”不符合要求。请清除后重新选择。`,
  },
  'registers.too-many-photos': {
    kind: 'invalid',
    sentence: (d) => `一条记录最多附 ${d.most} 张照片。没有保存，请移除不需要的照片后重试。`,
  },
  'registers.photo-forbidden': {
    kind: 'forbidden',
    sentence: (d) => `您的角色不能这样办理“${d.title}”的照片。请由有权限的同事办理。`,
  },
  'registers.import-not-found': {
    kind: 'not-found',
    sentence: () => '没有这次导入，或者它不在您的辖区内。请返回导入记录刷新后再看。',
  },
  'registers.import-not-ready': {
    kind: 'conflict',
    sentence: () => '这次导入现在的状态不能这样做。请刷新后再看。',
  },
  'registers.import-forbidden': {
    kind: 'forbidden',
    sentence: (d) => `您的角色不能导入“${d.title}”。请由有权限的同事导入。`,
  },
  'registers.import-stood-on': {
    kind: 'conflict',
    sentence: (d) => `这次导入不能撤销：其中 ${d.rows} 条记录后来又被修改，或者已被其他记录引用。请逐条修改或作废。`,
  },
});
