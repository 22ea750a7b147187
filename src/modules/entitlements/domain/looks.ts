// Households under a clause: those it is for, by whether they got what it promises.

export const CLAUSE_LOOKS = ['missing', 'received', 'meant'] as const;
export type ClauseLook = (typeof CLAUSE_LOOKS)[number];
export const LOOK_NAMES: Record<ClauseLook, string> = { missing: '应享未享', received: '已享受', meant: '全部适用' };
