// One invented family: size, ages, relations and names.

import { addDays, dateOf, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { type Naming, pickName, pickSurname } from './names.ts';
import { pickWeighted, type Random } from './random.ts';
import { RELATION_RULES, type RelationRule } from './relations.ts';

export type Relative = { relation: string; male: boolean; age: number; birth: PlainDate; name: string; naming: Naming };

const SIZES = [505, 851, 878, 460, 218, 88];

function birthAt(random: Random, age: number, asOf: PlainDate): PlainDate {
  const year = yearOf(asOf) - age;
  const date = dateOf(year, random.between(1, 12), random.between(1, 28));
  return date > asOf ? addDays(asOf, -random.between(1, 120)) : date;
}

type Family = { headAge: number; headMale: boolean; married: boolean; relatives: Relative[] };

function hasGrown(family: Family, relation: string): boolean {
  return family.relatives.some((r) => r.relation === relation && r.age >= 22);
}

function isPossible(rule: RelationRule, family: Family): boolean {
  if (family.headAge < rule.from || family.headAge > rule.to) return false;
  if (rule.once && family.relatives.some((r) => r.relation === rule.relation)) return false;
  if (rule.needs === 'wife') return family.married && family.headMale;
  if (rule.needs === 'husband') return family.married && !family.headMale;
  if (rule.needs === 'grown-son') return hasGrown(family, '之子');
  if (rule.needs === 'grown-daughter') return hasGrown(family, '之女');
  return true;
}

function headAgeOf(random: Random, size: number): number {
  if (size === 1 && random.chance(0.6)) return random.between(58, 86);
  return Math.min(86, Math.max(23, Math.round(52 + random.normal() * 14)));
}

/** A family of the size and shape found in the countryside; the head is first. */
export function makeFamily(random: Random, naming: Naming, asOf: PlainDate): Relative[] {
  const size = pickWeighted(random, SIZES) + 1;
  const headAge = headAgeOf(random, size);
  const headMale = random.chance(size === 1 ? 0.6 : 0.78);
  const married = size > 1 && random.chance(headAge < 27 ? 0.6 : 0.95);
  const surname = pickSurname(random);
  const spouseSurname = pickSurname(random);
  const family: Family = { headAge, headMale, married, relatives: [] };

  function add(relation: string, male: boolean, age: number, own: string): void {
    // One marriage in ten joins a Han and a Mongolian family.
    const mixed = (relation === '配偶' || relation === '之儿媳' || relation === '之女婿') && random.chance(0.1);
    const kind: Naming = mixed ? (naming === 'han' ? 'mongolian' : 'han') : naming;
    const name = pickName(random, kind, male, own);
    family.relatives.push({ relation, male, age, birth: birthAt(random, age, asOf), name, naming: kind });
  }

  add('户主', headMale, headAge, surname);
  if (married) add('配偶', !headMale, Math.max(20, headAge + random.between(-4, 3)), spouseSurname);
  while (family.relatives.length < size) {
    const rules = RELATION_RULES.filter((rule) => isPossible(rule, family));
    const rule =
      rules[
        pickWeighted(
          random,
          rules.map((r) => r.weight),
        )
      ];
    if (!rule) break;
    const age = Math.min(98, Math.max(0, headAge + random.between(rule.offset[0], rule.offset[1])));
    const children = headMale || !married ? surname : spouseSurname;
    const own = rule.surname === 'head' ? surname : rule.surname === 'children' ? children : pickSurname(random);
    add(rule.relation, rule.male === 'any' ? random.chance(0.5) : rule.male, age, own);
  }
  return family.relatives;
}
