// Spells that exclude each other, row by row: only groups in which some meet come here.

/** [from, to) as day numbers or any ordered texts; `taken` stood before the set. */
export type Spell = { ord: number; from: string; to: string; taken: boolean };

/** ISO days compare as text; these lie before and after all of them. */
export const FIRST_DAY = '0000-00-00';
export const LAST_DAY = '9999-99-99';

export function spellsMeet(a: Spell, b: Spell): boolean {
  return a.from < b.to && b.from < a.to && a.from < a.to && b.from < b.to;
}

/**
 * By beginning, then file and line: a row that meets one already taken is refused, where the two exclude each other. Answers their
 * `ord`.
 */
export function refuseOverlapping<S extends Spell>(
  spells: readonly S[],
  exclude: (a: S, b: S) => boolean = () => true,
): number[] {
  const taken = spells.filter((spell) => spell.taken);
  const refused: number[] = [];
  const rest = spells.filter((spell) => !spell.taken);
  rest.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.ord - b.ord));
  for (const spell of rest) {
    if (taken.some((other) => spellsMeet(spell, other) && exclude(spell, other))) refused.push(spell.ord);
    else taken.push(spell);
  }
  return refused;
}
