import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'postgres.unsupported': {
    kind: 'unavailable',
    sentence: (d) =>
      `本机（${d.platform}）没有自带的 PostgreSQL。请安装 PostgreSQL 15 以上版本，并用 DATABASE_URL 指明地址。`,
  },
  'postgres.unwritable': {
    kind: 'unavailable',
    sentence: (d) => `数据文件夹 ${d.folder} 不能写入。请检查权限，或用 SHOUWANG_DATA 换一个文件夹。`,
  },
  'postgres.busy': {
    kind: 'conflict',
    sentence: (d) =>
      `数据文件夹 ${d.folder} 正被另一个守望程序使用（进程 ${d.pid}）。请先停掉它，或用 SHOUWANG_DATA 换一个文件夹。`,
  },
  'postgres.other-version': {
    kind: 'unavailable',
    sentence: (d) =>
      `数据文件夹里的数据库是 PostgreSQL ${d.found} 的，本程序带的是 ${d.own}。请用原来的版本导出后再升级。`,
  },
  'postgres.disk-full': {
    kind: 'unavailable',
    sentence: (d) => `磁盘空间不足，数据库不能启动。请在 ${d.folder} 所在的磁盘上腾出空间后重试。`,
  },
  'postgres.failed': { kind: 'unavailable', sentence: (d) => `数据库没有启动成功：${d.what}。详细记录在 ${d.log}。` },
});
