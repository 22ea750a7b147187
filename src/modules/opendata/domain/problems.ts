// What the slice refuses.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'opendata.no-key': {
    kind: 'unauthenticated',
    sentence: () => '没有提供有效的数据接口密钥。请在请求头 Authorization 中写 Bearer 和密钥；密钥由管理员发放。',
  },
  'opendata.key-over': {
    kind: 'unauthenticated',
    sentence: (d) => `数据接口密钥已在 ${d.day} ${d.what}。请联系发放密钥的管理员。`,
  },
  'opendata.figure-not-granted': {
    kind: 'forbidden',
    sentence: (d) => `这把密钥不能读取指标“${d.figure}”。需要的，请联系管理员另发一把。`,
  },
  'opendata.too-many': {
    kind: 'too-many',
    sentence: (d) => `这把密钥每分钟最多读取 ${d.most} 次。请 ${d.seconds} 秒后再试。`,
  },
  'opendata.too-much': {
    kind: 'invalid',
    sentence: (d) => `分地区一次最多读取 ${d.most} 个指标。请用 figures 列出要读的指标，分几次读取。`,
  },
  'opendata.not-supported': {
    kind: 'invalid',
    sentence: (d) =>
      `不支持查询选项“${d.option}”。可用的是 $top、$skip、$count 和参数 day、area、level、figures、knownBy。`,
  },
  'opendata.key-expired-before': {
    kind: 'invalid',
    sentence: () => '有效期应在今天以后、三年以内。请改正后重试。',
  },
  'opendata.key-not-found': { kind: 'not-found', sentence: () => '没有这把密钥，或者已经停用。请刷新列表后重试。' },
});
