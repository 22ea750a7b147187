// Two nets under a household, dibao and the county's insurance: who has hold of which.

export const FLOOR_LOOKS = ['neither', 'both', 'dibao-only', 'claim-only'] as const;
export type FloorLook = (typeof FLOOR_LOOKS)[number];
export const FLOOR_NAMES: Record<FloorLook, string> = {
  neither: '困难而两项都没有',
  both: '低保和理赔都有',
  'dibao-only': '只有低保',
  'claim-only': '只有理赔',
};

export const INSURANCE_CONCERNS = [
  'policy-ended',
  'premium-differs',
  'insured-above-covered',
  'claim-outside-cover',
  'claim-above-loss',
] as const;
export type InsuranceConcern = (typeof INSURANCE_CONCERNS)[number];
export const CONCERN_NAMES: Record<InsuranceConcern, string> = {
  'policy-ended': '保单到期未续保',
  'premium-differs': '保费与人均保费不符',
  'insured-above-covered': '参保人数大于覆盖人数',
  'claim-outside-cover': '出险日期不在保障期内',
  'claim-above-loss': '赔付大于损失',
};
