// The people of one county, as the registry will hold them, and an index of namesakes: what a damaged row can still be
// told apart by.

import { type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { type Economy, makeEconomy } from './economy.ts';
import { makeFamily } from './family.ts';
import { createIdMaker } from './identity.ts';
import type { CountyPlan } from './plan.ts';
import { createRandom, mixSeed, type Random } from './random.ts';

export type Household = {
  number: string;
  village: string;
  lifted: boolean;
  category: string;
  eliminated: string;
  economy: Economy;
  dibao: boolean;
  people: Person[];
};

export type Person = {
  number: string;
  household: Household;
  relation: string;
  name: string;
  male: boolean;
  birth: PlainDate;
  age: number;
  id: string;
  ethnic: string;
  works: boolean;
};

export type Population = {
  county: number;
  households: Household[];
  /** All counties that are generated. */
  counties: ReadonlySet<number>;
  /** How many people of the county share name, birthday and sex, by `namesakeKey`. */
  namesakes: Map<string, number>;
  /** How many people of a village share a name, by village + name. */
  villageNames: Map<string, number>;
};

export function namesakeKey(person: { name: string; birth: PlainDate; male: boolean }): string {
  return `${person.name}${person.birth}${person.male ? 1 : 2}`;
}

const FIRST_HOUSEHOLD = 150_001_000_000;
const OTHER_GROUPS = ['满族', '回族', '达斡尔族', '鄂温克族'];

function ethnicOf(random: Random, naming: string): string {
  if (naming === 'mongolian') return '蒙古族';
  return random.chance(0.04) ? random.pick(OTHER_GROUPS) : '汉族';
}

function categoryOf(random: Random, lifted: boolean): [string, string] {
  if (!random.chance(0.0097)) return ['', ''];
  const sudden = random.chance(0.31);
  return [sudden ? '突发严重困难户' : lifted ? '脱贫不稳定户' : '边缘易致贫户', random.chance(0.34) ? '是' : '否'];
}

function makeHousehold(random: Random, plan: CountyPlan, village: string, index: number, asOf: PlainDate) {
  const naming = random.chance(0.06 + 0.74 * plan.pastoral) ? 'mongolian' : 'han';
  const relatives = makeFamily(random, naming, asOf);
  const lifted = random.chance(0.183);
  const [category, eliminated] = categoryOf(random, lifted);
  const economy = makeEconomy(random, relatives.length, plan.pastoral);
  const net = economy.wage + economy.business + economy.property + economy.transfer - economy.expense;
  const household: Household = {
    number: String(FIRST_HOUSEHOLD + index),
    village,
    lifted,
    category,
    eliminated,
    economy,
    dibao: random.chance(net < 11_000_00 * relatives.length ? 0.2 : 0.042),
    people: [],
  };
  return { household, relatives };
}

/** Everybody of one county. The same plan, seed and day give the same people. */
export function makePopulation(
  plan: CountyPlan,
  counties: ReadonlySet<number>,
  seed: number,
  asOf: PlainDate,
): Population {
  const nextId = createIdMaker(plan.county);
  const { county } = plan;
  const population: Population = { county, counties, households: [], namesakes: new Map(), villageNames: new Map() };
  let index = plan.firstHousehold;
  for (const village of plan.villages) {
    const random = createRandom(mixSeed(mixSeed(seed, 11), Number(village.code)));
    for (let i = 0; i < village.households; i++) {
      const { household, relatives } = makeHousehold(random, plan, village.code, index++, asOf);
      for (const relative of relatives) {
        const age = yearOf(asOf) - yearOf(relative.birth);
        const person: Person = {
          number: `${household.number}${String(household.people.length + 1).padStart(2, '0')}`,
          household,
          relation: relative.relation,
          name: relative.name,
          male: relative.male,
          birth: relative.birth,
          age,
          id: nextId(relative.birth, relative.male),
          ethnic: ethnicOf(random, relative.naming),
          works: age >= 18 && age <= 60 && random.chance(0.44),
        };
        household.people.push(person);
        const same = namesakeKey(person);
        population.namesakes.set(same, (population.namesakes.get(same) ?? 0) + 1);
        const here = village.code + person.name;
        population.villageNames.set(here, (population.villageNames.get(here) ?? 0) + 1);
      }
      population.households.push(household);
    }
  }
  return population;
}
