import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'warnings.not-found': {
    kind: 'not-found',
    sentence: () => '没有找到这条预警，可能不在本账号的区域内。请从预警列表中打开。',
  },
  'warnings.superseded': {
    kind: 'conflict',
    sentence: () => '该户已有更新一次筛查的预警，这一条只供查阅。请在最新的预警上办理。',
  },
  'warnings.no-longer-hit': {
    kind: 'conflict',
    sentence: () => '按最新数据，该户已不再触发预警规则，不需要核实。请返回列表。',
  },
  'warnings.already-checked': {
    kind: 'conflict',
    sentence: (d) => `该预警已由${d.who || '他人'}核实。如结果有误，请先撤销核实再重新填写。`,
  },
  'warnings.not-checked': { kind: 'conflict', sentence: () => '该预警尚未核实，没有可以撤销的结果。请刷新页面。' },
  'warnings.not-own-check': {
    kind: 'forbidden',
    sentence: () => '只能撤销本人填写的核实结果。如他人填写有误，请联系苏木乡镇工作人员撤销。',
  },
  'warnings.assignee-not-found': {
    kind: 'invalid',
    sentence: () => '没有找到这个账号，或其角色不负责核实预警。请从列表中另选一人。',
  },
  'warnings.assignee-outside': {
    kind: 'invalid',
    sentence: (d) => `${d.name}的所属区域不包括所选预警中的 ${d.count} 户。请另选一人，或减少所选的预警。`,
  },
  'warnings.due-in-past': {
    kind: 'invalid',
    sentence: (d) => `核实期限 ${d.day} 早于今天。请选择今天或以后的日期。`,
  },
  'warnings.nothing-screened': {
    kind: 'not-found',
    sentence: () => '还没有进行过筛查。请先装载部门数据并进行一次筛查。',
  },
  'warnings.too-many-to-export': {
    kind: 'invalid',
    sentence: (d) => `符合条件的预警超过 ${d.limit} 户，一个工作簿放不下。请按区域或级别分几次导出。`,
  },
  'warnings.whole-region-only': {
    kind: 'forbidden',
    sentence: () => '预警规则全区统一，只有自治区的账号可以修改。如需调整，请报自治区。',
  },
  'warnings.rule-not-found': { kind: 'not-found', sentence: (d) => `没有编号为 ${d.code} 的规则。请从列表中选择。` },
  'warnings.rule-changed': {
    kind: 'conflict',
    sentence: (d) => `规则 ${d.code} 已有第 ${d.version} 版，与打开时不同。请刷新页面，在新版上修改。`,
  },
  'warnings.screening-area-too-small': {
    kind: 'forbidden',
    sentence: () => '筛查以整个旗县为单位，当前账号的区域不足一个旗县。请由旗县账号开始筛查。',
  },
  'warnings.screening-busy': {
    kind: 'conflict',
    sentence: () => '正在筛查，现在不能撤销。请等筛查完成后重试。',
  },
  'warnings.no-screening': {
    kind: 'not-found',
    sentence: (d) => `本区域没有 ${d.day} 的筛查可以撤销，或者已经撤销。请刷新列表。`,
  },
  'warnings.screening-in-future': {
    kind: 'invalid',
    sentence: (d) => `筛查日 ${d.day} 晚于今天。请选择今天或以前的日期。`,
  },
});
