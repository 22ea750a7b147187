import { expect, test } from 'vitest';
import { normalizeCell } from '../../../kernel/cell.ts';
import { classifyId, hasRightCheck, normalizeId } from '../../../kernel/id-number.ts';
import { normalizeName } from '../../../kernel/person-name.ts';
import { type Damage, writePerson } from './damage.ts';
import { makePopulation } from './population.ts';
import { createRandom } from './random.ts';

const PLAN = {
  county: 150923,
  pastoral: 0.5,
  firstHousehold: 0,
  villages: [{ code: '150923101200', households: 400 }],
};
const population = makePopulation(PLAN, new Set([150923, 150921]), 7, 20220531);
const people = population.households.flatMap((household) => household.people);

test('registry numbers are sound, unique and agree with birth and sex', () => {
  expect(people.length).toBeGreaterThan(900);
  expect(new Set(people.map((person) => person.id)).size).toBe(people.length);
  for (const person of people) {
    expect(classifyId(person.id)).toBe('sound');
    expect(person.id.slice(6, 14)).toBe(String(person.birth));
    expect(Number(person.id[16]) % 2 === 1).toBe(person.male);
  }
});

test('every household has one head, first', () => {
  for (const household of population.households)
    expect(household.people.map((person) => person.relation === '户主')).toEqual(
      household.people.map((_, i) => i === 0),
    );
});

test('each kind of damage is what it says', () => {
  const random = createRandom(3);
  const seen = new Set<Damage>();
  for (const person of people) {
    const written = writePerson(random, person, population, 1, true);
    const cell = written.id.startsWith('"') ? written.id.slice(1, -1).replaceAll('""', '"') : written.id;
    const id = normalizeId(normalizeCell(cell));
    seen.add(written.damage);
    expect(normalizeName(normalizeCell(written.name))).toBe(normalizeName(person.name));
    if (['form', 'name', 'clean'].includes(written.damage)) expect(id).toBe(person.id);
    if (['sub', 'swap', 'seq'].includes(written.damage)) expect([id.length, hasRightCheck(id)]).toEqual([18, false]);
    if (written.damage === 'cut') expect(id).toHaveLength(17);
    if (written.damage === 'blank') expect(id).toBe('');
    // A lost digit may move another county's code into place, but then a birthday is missing too.
    if (written.damage !== 'cut') expect(id.startsWith('150921')).toBe(false);
  }
  for (const kind of ['form', 'name', 'sub', 'swap', 'cut', 'seq', 'blank'] as const) expect(seen).toContain(kind);
});

test('a namesake born on the day that a damaged number shows makes it unrecoverable', () => {
  const [person] = people;
  if (!person) throw new Error('nobody was made');
  const twins = { ...population, namesakes: new Map(population.namesakes) };
  const key = `${person.name}${person.birth}${person.male ? 1 : 2}`;
  twins.namesakes.set(key, 2);
  const random = createRandom(5);
  const shown = Array.from({ length: 400 }, () => writePerson(random, person, twins, 1, false));
  const check = shown.filter(
    (w) => w.damage === 'sub' && w.id.slice(6, 14) === String(person.birth) && w.id[16] === person.id[16],
  );
  expect(check.length).toBeGreaterThan(10);
  expect(check.every((w) => !w.recoverable)).toBe(true);
});
