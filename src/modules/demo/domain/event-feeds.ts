// Single events of people and houses: certificates, inspections, lost and found work, deaths.

import { toEpochDays } from '../../../kernel/plain-date.ts';
import { dateCell } from './cells.ts';
import { emitPerson, type FeedContext } from './feed-context.ts';
import type { Household, Person } from './population.ts';
import { pickWeighted } from './random.ts';

export function emitDisability(context: FeedContext, person: Person): void {
  const { random, settings, today } = context;
  if (!random.chance(0.0245)) return;
  const kind = random.between(1, 7);
  const grade = random.between(1, 4);
  const age = random.chance(0.062) ? random.int(100) : random.between(500, 4500);
  const day = Math.max(today - age, toEpochDays(person.birth));
  // A reissued certificate has two characters more.
  const suffix = `${kind}${grade}${random.chance(0.05) ? 'B1' : ''}`;
  emitPerson(context, person, {
    feed: 'disability-certificate',
    suffix,
    line: (id, name, bad) =>
      `${id},${name},${kind},${bad ? '五级' : grade},${dateCell(random, day, settings.oddCellShare)}`,
  });
}

export function emitHousing(context: FeedContext, household: Household): void {
  const { random, settings, today } = context;
  const head = household.people[0];
  if (!head || !random.chance(0.0245)) return;
  const times = random.chance(0.04) ? 2 : 1;
  for (let i = 0; i < times; i++) {
    const grade = 'ABCD'[pickWeighted(random, [57, 38, 3.2, 1.8])] ?? 'A';
    const day = today - random.int(510);
    const village = random.chance(0.5);
    emitPerson(context, head, {
      feed: 'housing-inspection',
      village,
      line: (id, name, bad) =>
        `${id},${name},${village ? household.village : ''},${bad ? '危房' : grade},${dateCell(random, day, settings.oddCellShare)}`,
    });
  }
}

export function emitEmployment(context: FeedContext, person: Person): void {
  const { random, settings, today } = context;
  if (person.age < 18 || person.age > 60 || !random.chance(0.103)) return;
  const times = random.chance(0.045) ? 2 : 1;
  for (let i = 0; i < times; i++) {
    const state = ['在岗', '返乡', '失业'][pickWeighted(random, [89.5, 5.6, 4.9])] ?? '在岗';
    const day = today - random.int(200);
    const firm = `单位${random.int(5000)}`;
    emitPerson(context, person, {
      feed: 'employment-change',
      line: (id, name, bad) =>
        `${id},${name},${bad ? '不详' : state},${dateCell(random, day, settings.oddCellShare)},${firm}`,
    });
  }
}

/** Writes the death and tells that the person died before the as-of date. */
export function emitDeath(context: FeedContext, person: Person): boolean {
  const { random, settings, today } = context;
  if (!random.chance(0.0022 + Math.max(0, person.age - 45) * 0.00025)) return false;
  const day = Math.max(today - random.int(150), toEpochDays(person.birth));
  emitPerson(context, person, {
    feed: 'death-register',
    line: (id, name, bad) => `${id},${name},${bad ? '2022-02-30' : dateCell(random, day, settings.oddCellShare)}`,
  });
  return true;
}
