import { defineProblems } from '../../../kernel/problem.ts';

function waitWords(seconds: number): string {
  return seconds > 120 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`;
}

function spanWords(minutes: number): string {
  return minutes >= 1440 ? '一天' : minutes === 60 ? '一小时' : `${minutes} 分钟`;
}

defineProblems({
  'http.sign-in-required': { kind: 'unauthenticated', sentence: () => '尚未登录或登录已过期。请重新登录后再操作。' },
  'http.forbidden': {
    kind: 'forbidden',
    sentence: () => '当前账号的角色不能进行此项操作。如工作需要，请联系管理员调整角色。',
  },
  'http.foreign-origin': {
    kind: 'forbidden',
    sentence: () => '此请求来自其他网站，已拒绝。请从本系统的页面上操作。',
  },
  'http.not-found': { kind: 'not-found', sentence: (d) => `没有地址 ${d.path}。请检查链接是否完整。` },
  'http.malformed': { kind: 'invalid', sentence: () => '请求内容的格式不对，未作处理。请刷新页面后重试。' },
  'http.too-large': { kind: 'invalid', sentence: () => '请求内容太大，未作处理。文件请用上传功能提交。' },
  'http.too-many': {
    kind: 'too-many',
    sentence: (d) => `同一网络地址的请求过多。请 ${waitWords(Number(d.seconds))}后再试。`,
  },
  'http.too-many-of-account': {
    kind: 'too-many',
    sentence: (d) => `本账号的操作过于频繁，已暂停处理。请 ${waitWords(Number(d.seconds))}后再试。`,
  },
  'http.quota': {
    kind: 'too-many',
    sentence: (d) =>
      `本账号此项操作已达上限（${spanWords(Number(d.minutes))}内 ${d.max} 次）。请 ${waitWords(Number(d.seconds))}后再试；工作确有需要的，请联系管理员。`,
  },
  'http.busy': { kind: 'unavailable', sentence: () => '系统正忙，此项操作没有进行。请稍后重试。' },
  'http.too-many-at-once': {
    kind: 'too-many',
    sentence: () => '同时提出的请求过多，此项操作没有进行。请等前面的操作完成后再试。',
  },
  'http.too-slow': { kind: 'invalid', sentence: () => '内容传送太慢，连接已中断，未作处理。请检查网络后重试。' },
  'http.request-reused': {
    kind: 'conflict',
    sentence: () => '此请求编号已用于另一项操作，这次没有处理。请刷新页面后重新操作。',
  },
  'http.database-busy': {
    kind: 'unavailable',
    sentence: () => '数据库繁忙或正在重启，此项操作没有完成。请稍后重试。',
  },
  'uploads.none': { kind: 'invalid', sentence: () => '没有收到文件。请选择文件后重新上传。' },
  'uploads.too-large': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.name}”超过 ${d.limit} GB，没有保存。请拆分后分别上传。`,
  },
  'uploads.aborted': { kind: 'invalid', sentence: (d) => `文件“${d.name}”没有传完，连接中断。请重新上传。` },
  'uploads.quota': {
    kind: 'too-many',
    sentence: (d) =>
      `已上传而未提交的文件超过 ${d.megabytes} MB，没有保存。请先提交已上传的文件，或稍后再上传；未提交的文件两天后自动清除。`,
  },
  'uploads.disk-full': {
    kind: 'unavailable',
    sentence: (d) => `服务器磁盘空间不足，文件“${d.name}”没有保存。请联系管理员清理磁盘。`,
  },
  'uploads.not-found': {
    kind: 'not-found',
    sentence: () => '没有找到上传的文件，可能已过期清除。请重新上传。',
  },
});
