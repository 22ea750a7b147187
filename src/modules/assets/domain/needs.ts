// What asks for somebody to do something about an asset, or about a project that should have made one.

export const NEEDS = [
  'contract-ending',
  'rent-overdue',
  'still-earning',
  'no-contract',
  'idle',
  'no-keeper',
  'registered-late',
] as const;
export type Need = (typeof NEEDS)[number];

export const NEED_NAMES: Record<Need, string> = {
  'contract-ending': '合同将到期',
  'rent-overdue': '收益逾期未到账',
  'still-earning': '合同到期仍有收益',
  'no-contract': '经营性资产没有在期合同',
  idle: '闲置',
  'no-keeper': '没有管护单位和管护人',
  'registered-late': '验收后没有登记资产',
};

/** What is to be done, said once for all of a kind. */
export const NEED_DEEDS: Record<Need, string> = {
  'contract-ending': '续签、改签或登记解除。',
  'rent-overdue': '向经营方催收，到账后登记到账日期和实收金额。',
  'still-earning': '补签合同，或登记新的合同。',
  'no-contract': '登记经营合同；由嘎查村自己经营的，经营方式登记为“自营”。',
  idle: '提出盘活办法，盘活后办理“盘活”。',
  'no-keeper': '登记管护单位或管护人，以及管护费用来源。',
  'registered-late': '把形成的资产登记到“帮扶项目资产”，并填写来源项目编号。',
};
