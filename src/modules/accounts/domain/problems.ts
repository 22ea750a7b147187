import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'accounts.wrong-password': {
    kind: 'invalid',
    sentence: (d) =>
      `用户名或密码不对，请核对后重新输入。连续输错 ${d.attempts} 次，账号将锁定 ${d.minutes} 分钟。忘记密码请联系管理员重置。`,
  },
  'accounts.locked': {
    kind: 'too-many',
    sentence: (d) => `密码连续输错，已暂停登录。请 ${d.minutes} 分钟后再试，或联系管理员重置密码。`,
  },
  'accounts.first-password-expired': {
    kind: 'forbidden',
    sentence: () => '初始密码已过有效期，不能再用。请联系管理员重新生成。',
  },
  'accounts.session-not-found': { kind: 'not-found', sentence: () => '没有找到这次登录，可能已经退出。请刷新列表。' },
  'accounts.saved-name': { kind: 'conflict', sentence: (d) => `已有名为“${d.name}”的收藏。请换一个名称。` },
  'accounts.saved-most': {
    kind: 'conflict',
    sentence: (d) => `每个账号最多收藏 ${d.most} 个筛选。请先在“收藏”中删除不用的。`,
  },
  'accounts.saved-not-found': { kind: 'not-found', sentence: () => '没有找到这个收藏，可能已经删除。请刷新列表。' },
  'accounts.disabled': { kind: 'forbidden', sentence: () => '此账号已停用。如需使用，请联系管理员。' },
  'accounts.must-change-password': {
    kind: 'forbidden',
    sentence: () => '首次登录或密码重置后，须先修改密码才能进行其他操作。',
  },
  'accounts.only-batch': {
    kind: 'forbidden',
    sentence: () => '督查账号只能查看所查批次的问题。需要查看其他内容，请联系管理员另开账号。',
  },
  'accounts.no-inspector': {
    kind: 'invalid',
    sentence: () => '只有审计人员的账号可以限定批次。请先在“用户”里把角色设为审计人员。',
  },
  'accounts.wrong-current-password': { kind: 'invalid', sentence: () => '当前密码不对。请重新输入当前密码。' },
  'accounts.weak-password': { kind: 'invalid', sentence: (d) => `新密码不符合要求：${d.what}。请换一个密码。` },
  'accounts.username-taken': {
    kind: 'conflict',
    sentence: (d) => `用户名“${d.username}”已被使用。请换一个用户名。`,
  },
  'accounts.outside-area': {
    kind: 'forbidden',
    sentence: () => '所选区域不在本账号的管理范围内。请选择本区域或下级区域。',
  },
  'accounts.role-level': {
    kind: 'invalid',
    sentence: (d) => `“${d.role}”的所属区域须为${d.levels}。请重新选择所属区域。`,
  },
  'accounts.department': {
    kind: 'invalid',
    sentence: (d) => (d.needed ? '部门数据员须填写部门。' : '只有部门数据员填写部门，请清空部门。'),
  },
  'accounts.code-needed': {
    kind: 'invalid',
    sentence: () => '此账号已启用动态口令。请输入手机验证器上显示的六位数字，或一个恢复码。',
  },
  'accounts.wrong-code': {
    kind: 'invalid',
    sentence: () =>
      '动态口令不对或已经用过。请等验证器显示下一个数字后再试；手机时间须准确。手机丢失请用恢复码，或联系安全管理员解除。',
  },
  'accounts.must-enrol': {
    kind: 'forbidden',
    sentence: () => '按安全策略，此账号须先启用动态口令才能进行其他操作。',
  },
  'accounts.factor-is-on': { kind: 'conflict', sentence: () => '此账号已启用动态口令。要换手机，请先停用再启用。' },
  'accounts.factor-required': {
    kind: 'conflict',
    sentence: () => '按安全策略，此账号须使用动态口令，不能停用。换手机请联系安全管理员解除后重新启用。',
  },
  'accounts.no-factor': { kind: 'conflict', sentence: () => '此账号没有启用动态口令，不用解除。请刷新列表。' },
  'accounts.policy-region-alone': {
    kind: 'forbidden',
    sentence: () => '安全策略对全系统起作用，只能由自治区的安全管理员设定。',
  },
  'accounts.policy-bounds': {
    kind: 'invalid',
    sentence: (d) => `“${d.title}”须在 ${d.least} 至 ${d.most} 之间。请改正后重试。`,
  },
  'accounts.kept-by-others': {
    kind: 'forbidden',
    sentence: (d) => `“${d.role}”的账号由${d.keeper}管理，本账号不能建立、修改或重置。请联系${d.keeper}。`,
  },
  'accounts.audit-below-county': {
    kind: 'invalid',
    sentence: () => '日志按旗县封存，只能导出旗县、盟市或自治区的日志。请选择旗县以上的区域。',
  },
  'accounts.not-found': { kind: 'not-found', sentence: () => '没有找到该账号，可能不在本账号的管理范围内。' },
  'accounts.holds': {
    kind: 'conflict',
    sentence: (d) =>
      `${d.name}还是 ${d.count} 户监测对象的帮扶责任人，不能停用。请先由旗县或苏木乡镇工作人员在“责任移交”中移交给其他人。`,
  },
  'accounts.empty-file': {
    kind: 'invalid',
    sentence: (d) => `文件“${d.file}”里没有账号。请在表头下逐行填写账号后重新上传。`,
  },
  'accounts.too-many': {
    kind: 'invalid',
    sentence: (d) => `文件里有 ${d.count} 个账号，一次至多 ${d.most} 个。请分成几个文件导入。`,
  },
  'accounts.self': {
    kind: 'conflict',
    sentence: () => '不能停用本人账号，也不能修改本人的角色和区域。请由其他管理员操作。',
  },
});
