// What asks for somebody to do something about toilets and what villages have, reckoned from the registers.

export const NEEDS = [
  'overdue',
  'unchecked',
  'found-again',
  'look-due',
  'frozen-shut',
  'twice',
  'check-due',
  'abnormal',
  'plan-late',
] as const;
export type Need = (typeof NEEDS)[number];

export const NEED_NAMES: Record<Need, string> = {
  overdue: '整改逾期',
  unchecked: '整改完成未验收',
  'found-again': '回头看不能用',
  'look-due': '冬后没有回头看',
  'frozen-shut': '建成而冬季不能用',
  twice: '同一户厕多次整改',
  'check-due': '设施到期未巡查',
  abnormal: '设施运行不正常',
  'plan-late': '计划年度已过未建成',
};

export const NEED_DEEDS: Record<Need, string> = {
  overdue: '整改完成后拍照并办理“整改完成”；冻期不计天数。',
  unchecked: '苏木乡镇到户验收，问农户是否认可；旗县再验收销号。',
  'found-again': '登记新的“问题厕所”，按问题整改办理。',
  'look-due': '到户查看，登记“户厕回头看”。',
  'frozen-shut': '补做防冻措施，能用后修改“冬季可用”。',
  twice: '核对是不是同一问题重复上报；公布数按户厕计一次。',
  'check-due': '到村查看，登记“环境设施巡查”。',
  abnormal: '修复后办理“恢复运行”，或在巡查记录里填写整改完成日期。',
  'plan-late': '建成后办理“建成”，不再建设的写明原因作废。',
};

/** Whose rows a need speaks of: the register it opens. */
export const NEED_REGISTERS: Record<Need, string> = {
  overdue: 'toilet-issues',
  unchecked: 'toilet-issues',
  'found-again': 'toilets',
  'look-due': 'toilets',
  'frozen-shut': 'toilets',
  twice: 'toilets',
  'check-due': 'village-works',
  abnormal: 'village-works',
  'plan-late': 'village-works',
};
