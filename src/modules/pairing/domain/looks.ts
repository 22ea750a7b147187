// What a list of pairings is looked at for.

export const PAIR_LOOKS = ['all', 'no-deed', 'no-plan', 'no-visit'] as const;
export type PairLook = (typeof PAIR_LOOKS)[number];
export const PAIR_LOOK_NAMES: Record<PairLook, string> = {
  all: '全部在帮的',
  'no-deed': '本年没有帮扶记录',
  'no-plan': '本年没有计划',
  'no-visit': '本年没有走访',
};

export const UNHELPED_LEVELS = ['county', 'village'] as const;
export type UnhelpedLevel = (typeof UNHELPED_LEVELS)[number];
