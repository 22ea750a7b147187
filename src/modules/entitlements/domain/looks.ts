// Households under a clause: those it is for, by whether they got what it promises.

export const CLAUSE_LOOKS = ['missing', 'received', 'meant'] as const;
export type ClauseLook = (typeof CLAUSE_LOOKS)[number];
export const LOOK_NAMES: Record<ClauseLook, string> = { missing: '应享未享', received: '已享受', meant: '全部适用' };

/** The time in which one benefit is enough, up to `on` (ISO): since when. */
export function cycleFrom(cycle: string | null | undefined, on: string): string {
  if (cycle === 'monthly') return `${on.slice(0, 7)}-01`;
  return cycle === 'yearly' ? `${on.slice(0, 4)}-01-01` : '1900-01-01';
}
