// The forms of funds and projects by their names in use (registers §4, §5).

export const PROJECT_FORM_NAMES = {
  proposals: '项目入库申报表',
  library: '项目库明细表',
  plan: '年度项目实施计划表',
  progress: '项目进度月报',
  beneficiaries: '受益户花名册',
  acceptance: '项目验收表',
  linkage: '联农带农台账',
} as const;

export const FUND_FORM_NAMES = {
  usage: '资金使用台账',
  mapping: '资金项目对应表',
  goals: '绩效目标表',
  results: '绩效自评表',
  carryovers: '结转结余清单',
  spending: '支出进度通报',
} as const;

export const FORMS = { ...PROJECT_FORM_NAMES, ...FUND_FORM_NAMES };

export type ProjectFormKey = keyof typeof PROJECT_FORM_NAMES;
export type FundFormKey = keyof typeof FUND_FORM_NAMES;
export type FormKey = ProjectFormKey | FundFormKey;
