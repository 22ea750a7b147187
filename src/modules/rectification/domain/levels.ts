// Who checks and who closes: levels by rank, from the county up. What a level received it closes; every level between the place of a
// problem and that one checks it before (registers §18).

/** Ranks of levels: a township or village works within its county. */
export const RANK_NAMES = { 1: '旗县', 2: '盟市', 3: '自治区' } as const;
export type Rank = keyof typeof RANK_NAMES;
export const RANKS = [1, 2, 3] as const satisfies readonly Rank[];

const LEAGUE_SIZE = 100_000_000;
const REGION_SIZE = 10_000_000_000;

/** Of a twelve-digit code: a league’s own problem has no county to check it. */
export function rankOf(placeCode: number): Rank {
  if (placeCode % REGION_SIZE === 0) return 3;
  return placeCode % LEAGUE_SIZE === 0 ? 2 : 1;
}

/** Levels that check a problem of this place one after the other; the last of them closes it. */
export function checkers(placeCode: number, closedBy: Rank): Rank[] {
  const own = rankOf(placeCode);
  return RANKS.filter((rank) => rank >= own && rank <= Math.max(own, closedBy));
}

/** The level that approves plans and other days: above the county, where the problem goes there at all. */
export function approver(placeCode: number, closedBy: Rank): Rank {
  const own = rankOf(placeCode);
  return RANKS.find((rank) => rank >= own && rank >= Math.min(2, closedBy)) ?? own;
}
