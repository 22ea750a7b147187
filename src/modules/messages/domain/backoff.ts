// When the door is tried again that did not open.

/** After so many tries it is given up, about two days after the first. */
export const MOST_TRIES = 12;
const LONGEST_MINUTES = 360;

/** Minutes until the next try after `tries` failed ones: doubled each time, at most six hours; nothing once it is given up. */
export function waitMinutes(tries: number): number | undefined {
  return tries >= MOST_TRIES ? undefined : Math.min(2 ** (tries - 1), LONGEST_MINUTES);
}
