// The forms of projects by their names in use (registers §5).

export const FORMS = {
  proposals: '项目入库申报表',
  library: '项目库明细表',
  plan: '年度项目实施计划表',
  progress: '项目进度月报',
  beneficiaries: '受益户花名册',
  acceptance: '项目验收表',
  linkage: '联农带农台账',
} as const;

export type FormKey = keyof typeof FORMS;
