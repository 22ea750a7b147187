// Invented identity numbers: real form, right check character, unique in the county. The order numbers from 990 up are
// kept for outsiders, so that an outsider's sound number is surely in nobody's registry.

import { checkCharacter } from '../../../kernel/id-number.ts';
import { mixSeed, type Random } from './random.ts';

const SLOTS = 495;
const OUTSIDE_PREFIXES = ['150102', '150203', '110108', '130102', '210102', '220202', '610102', '640104'];

/** Returns a function that gives the next free number of a birthday (yyyymmdd) and sex in one county. */
export function createIdMaker(county: number): (birth: number, male: boolean) => string {
  const used = new Map<number, number>();
  return (birth, male) => {
    const key = birth * 2 + (male ? 1 : 0);
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    if (count >= SLOTS)
      throw new Error(`too many people born on ${birth} in county ${county}: generate fewer households`);
    const order = ((mixSeed(county, key) + count * 7) % SLOTS) * 2 + (male ? 1 : 0);
    const first = `${county}${birth}${String(order).padStart(3, '0')}`;
    return first + checkCharacter(first);
  };
}

export function makeOutsiderId(random: Random, county: number, birth: number, male: boolean): string {
  const prefix = random.chance(0.3) ? String(county) : random.pick(OUTSIDE_PREFIXES);
  const first = `${prefix}${birth}99${random.int(5) * 2 + (male ? 1 : 0)}`;
  return first + checkCharacter(first);
}
