// Shares of one right: a holder without a share holds all of it, and shares add up to the whole on every day that names one.

import { type Spell, spellsMeet } from '../judge-spells.ts';

/** Millionths of a per cent; null where none is named. */
export type ShareSpell = Spell & { share: number | null };

const WHOLE = 100_000_000;

function isWhole(holders: readonly ShareSpell[]): boolean {
  const names = holders.some(({ share }) => share !== null);
  return !names || holders.reduce((sum, { share }) => sum + (share ?? WHOLE), 0) === WHOLE;
}

/** `second`: rows beside somebody who holds without a share, judged where `isSole`; `unfit`: the rest of a group that does not add up. */
export function judgeShares(spells: readonly ShareSpell[], isSole: boolean): { second: number[]; unfit: number[] } {
  const taken = spells.filter((spell) => spell.taken);
  const rest = spells.filter((spell) => !spell.taken);
  rest.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.ord - b.ord));
  const second: number[] = [];
  for (const spell of rest) {
    const excludes = (other: ShareSpell) => spellsMeet(spell, other) && (spell.share === null || other.share === null);
    if (isSole && taken.some(excludes)) second.push(spell.ord);
    else taken.push(spell);
  }
  const days = new Set(taken.map(({ from }) => from));
  for (const { to } of taken) days.add(to);
  const fits = [...days].every((day) => isWhole(taken.filter(({ from, to }) => from <= day && day < to)));
  return { second, unfit: fits ? [] : taken.flatMap(({ ord }) => (ord === 0 ? [] : [ord])) };
}
