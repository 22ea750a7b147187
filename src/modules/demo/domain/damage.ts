// How departments write people down: mostly well, sometimes not. Every damage is one that the contract's steps (§4) either
// repair or must refuse; `recoverable` says which, and is false where a namesake could be meant.

import { birthOf, hasRightCheck, sexOf } from '../../../kernel/id-number.ts';
import { namesakeKey, type Person, type Population } from './population.ts';
import { pickWeighted, type Random } from './random.ts';

export type Damage = 'clean' | 'form' | 'name' | 'sub' | 'swap' | 'cut' | 'seq' | 'blank' | 'outsider';
/** `id` is a cell of CSV, quoted where it must be. */
export type Written = { id: string; name: string; damage: Damage; recoverable: boolean };

const KINDS: Damage[] = ['form', 'name', 'sub', 'swap', 'cut', 'seq', 'blank'];
const WEIGHTS = [47, 91, 101, 37, 29, 34, 38];

/** One digit wrong, but never so that another county is named: its namesakes are not known here. */
function substitute(random: Random, id: string, counties: ReadonlySet<number>): string {
  for (;;) {
    const at = random.int(17);
    const digit = (Number(id[at]) + random.between(1, 9)) % 10;
    const wrong = id.slice(0, at) + digit + id.slice(at + 1);
    if (at >= 6 || !counties.has(Number(wrong.slice(0, 6)))) return wrong;
  }
}

function swapNeighbours(random: Random, id: string, counties: ReadonlySet<number>): string {
  for (let tries = 0; tries < 8; tries++) {
    const at = random.between(6, 15);
    if (id[at] !== id[at + 1]) return id.slice(0, at) + id[at + 1] + id[at] + id.slice(at + 2);
  }
  return substitute(random, id, counties);
}

/** Two digits of the order number wrong by the same amount: too far for an edit, near enough for name and birth. */
function shiftOrder(id: string): string {
  for (const by of [3, 4, 2, 6]) {
    const first = (Number(id[14]) + by) % 10;
    const second = (Number(id[15]) + by) % 10;
    const shifted = `${id.slice(0, 14)}${first}${second}${id.slice(16)}`;
    if (!hasRightCheck(shifted)) return shifted;
  }
  return id;
}

function odd(random: Random, id: string): string {
  const kind = random.int(5);
  if (kind === 0) return `'${id}`;
  if (kind === 1) return `"=""${id}"""`;
  if (kind === 2) return ` ${id.toLowerCase()} `;
  if (kind === 3) return id.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return `${id.slice(0, 6)} ${id.slice(6)}`;
}

function blankInside(random: Random, name: string): string {
  return `${name[0]}${random.pick([' ', '  ', '　'])}${name.slice(1)}`;
}

function damagedId(random: Random, damage: Damage, id: string, counties: ReadonlySet<number>): string {
  if (damage === 'sub') return substitute(random, id, counties);
  if (damage === 'swap') return swapNeighbours(random, id, counties);
  if (damage === 'seq') return shiftOrder(id);
  if (damage === 'blank') return '';
  const at = random.int(17);
  return id.slice(0, at) + id.slice(at + 1);
}

/** May the contract's steps still find the person, with certainty that nobody else is meant? */
function isRecoverable(person: Person, population: Population, id: string, village: boolean): boolean {
  const { namesakes, villageNames } = population;
  if (id === '') return village && villageNames.get(person.household.village + person.name) === 1;
  const shown = birthOf(id);
  if (shown === 0) return true;
  const others = namesakes.get(`${person.name}${shown}${sexOf(id)}`) ?? 0;
  const self = shown === person.birth && sexOf(id) === (person.male ? 1 : 2) ? 1 : 0;
  return others === self;
}

/**
 * The person as one row writes them. `suffix` follows the ID (a disability certificate's class and grade); `village`
 * says whether the row names the village too.
 */
export function writePerson(
  random: Random,
  person: Person,
  population: Population,
  share: number,
  village: boolean,
  suffix = '',
): Written {
  const whole = person.id + suffix;
  if (!random.chance(share)) return { id: whole, name: person.name, damage: 'clean', recoverable: true };
  const damage = KINDS[pickWeighted(random, WEIGHTS)] ?? 'form';
  if (damage === 'form') return { id: odd(random, whole), name: person.name, damage, recoverable: true };
  if (damage === 'name') return { id: whole, name: blankInside(random, person.name), damage, recoverable: true };
  const id = damagedId(random, damage, person.id, population.counties);
  const unique = population.namesakes.get(namesakeKey(person)) === 1;
  if (damage === 'seq' && (!unique || id === person.id))
    return { id: whole, name: person.name, damage: 'clean', recoverable: true };
  const recoverable = isRecoverable(person, population, id, village);
  return { id: id === '' ? '' : id + suffix, name: person.name, damage, recoverable };
}
