// What asks for a look about the cooperation with Beijing (registers §11).

export const COOPERATION_CONCERNS = [
  'fund-late',
  'project-above-receipts',
  'no-evidence',
  'equals-agreed',
  'before-landing',
  'workshop-idle',
  'wrong-kind',
] as const;
export type CooperationConcern = (typeof COOPERATION_CONCERNS)[number];

export const COOPERATION_CONCERN_NAMES: Record<CooperationConcern, string> = {
  'fund-late': '计划资金没有按期到位',
  'project-above-receipts': '分配到项目的多于到位的',
  'no-evidence': '到位投资没有依据',
  'equals-agreed': '新增投资等于协议投资',
  'before-landing': '企业没有落地就有投资',
  'workshop-idle': '援建车间没有开工',
  'wrong-kind': '结对单位不是学校或医院',
};

export const COOPERATION_REGISTERS = [
  'cooperation-funds',
  'cooperation-investments',
  'cooperation-enterprises',
  'workshops',
  'institution-pairs',
] as const;
