import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'backup.no-key': {
    kind: 'unavailable',
    sentence: (d) =>
      `没有找到备份密钥 ${d.file}。没有它，备份打不开。请放回当时另存的备份密钥，或用 SHOUWANG_BACKUP_KEY_FILE 指明它在哪里。`,
  },
  'backup.bad-key': {
    kind: 'unavailable',
    sentence: (d) => `备份密钥 ${d.file} 读不出来或格式不对。请换上当时另存的备份密钥。`,
  },
  'backup.wrong-key': {
    kind: 'unavailable',
    sentence: (d) =>
      `备份文件夹 ${d.folder} 是用另一个备份密钥加密的。请换上当时另存的备份密钥，或换一个空文件夹备份。`,
  },
  'backup.no-backup': {
    kind: 'not-found',
    sentence: (d) =>
      `${d.folder} 里没有${d.id ? `名为 ${d.id} 的` : '完整的'}备份。请检查文件夹是否写对、磁盘是否接上。`,
  },
  'backup.bad-folder': {
    kind: 'unavailable',
    sentence: (d) => `备份文件夹 ${d.folder} 不能写入。请检查权限和磁盘是否接上，或换一个文件夹。`,
  },
  'backup.newer-format': {
    kind: 'unavailable',
    sentence: (d) => `${d.folder} 里的备份是更新版本的程序做的，本程序读不了。请安装新版本程序。`,
  },
  'backup.running': {
    kind: 'conflict',
    sentence: () => '这个数据库正在备份。请等它完成；已写好的部分不会重写。',
  },
  'backup.moving': {
    kind: 'unavailable',
    sentence: () =>
      '备份时正在筛查或撤销批次，数据表一再被换掉，没有备成。请等这些任务完成后再备份；已写好的部分不会重写。',
  },
  'backup.no-room': {
    kind: 'unavailable',
    sentence: (d) =>
      `${d.folder} 所在磁盘空间不足：约需 ${d.need} GB，可用 ${d.free} GB（须另留 ${d.reserve} GB）。请腾出空间后重试；已写好的部分不会重写。`,
  },
  'backup.unknown-object': {
    kind: 'unavailable',
    sentence: (d) =>
      `数据库里有程序不认识的对象（${d.name}），备份后无法原样恢复，所以没有备份。请把它移到别的数据库，或改用 PostgreSQL 自己的工具备份。`,
  },
  'backup.damaged': {
    kind: 'unavailable',
    sentence: (d) => `备份已损坏：${d.what}。请换用另一份备份；再做一次新的备份，会把坏的部分重写。`,
  },
  'backup.newer': {
    kind: 'unavailable',
    sentence: (d) => `这份备份是更新版本的程序做的（${d.file}），本程序不能恢复它。请先安装新版本程序。`,
  },
  'backup.other-migration': {
    kind: 'unavailable',
    sentence: (d) => `备份里的升级脚本 ${d.file} 与程序自带的不一致。请换用做这份备份的程序版本，或联系维护人员。`,
  },
  'backup.other-keys': {
    kind: 'unavailable',
    sentence: (d) =>
      `密钥文件 ${d.file} 与备份里的加密内容不是一套，恢复后证件号码等打不开，所以没有恢复。请放回原来的密钥文件。`,
  },
  'backup.database-not-empty': {
    kind: 'conflict',
    sentence: () =>
      '要恢复到的数据库里已有内容，没有动它。请换一个空的数据库，或换一个空的数据文件夹（SHOUWANG_DATA）。',
  },
  'backup.folder-not-empty': {
    kind: 'conflict',
    sentence: (d) =>
      `数据文件夹 ${d.folder} 里已有内容（${d.name}），没有动它。请换一个空的数据文件夹（SHOUWANG_DATA），只放入 keys.json 和备份密钥。`,
  },
  'backup.role-missing': {
    kind: 'unavailable',
    sentence: (d) =>
      `备份里的权限给了角色 ${d.role}，这个 PostgreSQL 里没有。请先建立它（create role ${d.role}），再恢复。`,
  },
  'backup.restore-unfinished': {
    kind: 'unavailable',
    sentence: (d) => `数据文件夹 ${d.folder} 的恢复没有完成。请再次运行 shouwang restore，它会接着做。`,
  },
  'backup.not-as-backed-up': {
    kind: 'unavailable',
    sentence: (d) => `恢复出来的内容与备份不一致（${d.what}），已全部撤回。请把这句话告诉维护人员。`,
  },
});
