// The rosters: everybody insured in the year, every pupil of the school year, everybody on the subsistence allowance in
// a month.

import { addMonths, firstOfMonth, formatDate, yearOf } from '../../../kernel/plain-date.ts';
import { emitPerson, type FeedContext } from './feed-context.ts';
import type { Person } from './population.ts';

const CHINESE_DIGITS = '〇一二三四五六七八九';

export function emitInsurance(context: FeedContext, person: Person, isDead: boolean): void {
  const { random } = context;
  if (random.chance(isDead ? 0.5 : 0.03)) return;
  const year = String(yearOf(context.settings.asOf));
  const words = [...year].map((digit) => CHINESE_DIGITS[Number(digit)]).join('');
  emitPerson(context, person, {
    feed: 'medical-insurance',
    line: (id, name, bad) => `${id},${name},${bad ? words : year},320`,
  });
}

/** The year in which the school year of the as-of date began. */
function schoolYear(asOf: number): number {
  return asOf % 10000 >= 901 ? yearOf(asOf) : yearOf(asOf) - 1;
}

export function emitSchool(context: FeedContext, person: Person, isDead: boolean): void {
  const { random, settings } = context;
  const year = schoolYear(settings.asOf);
  if (person.birth < (year - 15) * 10000 + 901 || person.birth > (year - 6) * 10000 + 831) return;
  if (isDead || random.chance(0.03)) return;
  const began = yearOf(person.birth) + (person.birth % 10000 >= 901 ? 7 : 6);
  const grade = Math.min(9, Math.max(1, year - began + 1));
  const school = `学校${random.int(3000)}`;
  const badYear = random.chance(0.3);
  emitPerson(context, person, {
    feed: 'school-enrolment',
    line: (id, name, bad) =>
      `${id},${name},${school},${bad && !badYear ? '十' : grade},${bad && badYear ? year : `${year}-${year + 1}`}`,
  });
}

/** The month before the as-of month and the as-of month; about one household in twelve leaves between them. */
export function emitDibao(context: FeedContext, people: readonly Person[], dead: ReadonlySet<Person>): void {
  const { random, settings } = context;
  const thisMonth = formatDate(firstOfMonth(settings.asOf)).slice(0, 7);
  const lastMonth = formatDate(addMonths(firstOfMonth(settings.asOf), -1)).slice(0, 7);
  const stays = !random.chance(0.085);
  const amount = random.between(280, 880);
  for (const person of people) {
    if (dead.has(person) && random.chance(0.6)) continue;
    for (const month of stays ? [lastMonth, thisMonth] : [lastMonth])
      emitPerson(context, person, {
        feed: 'dibao-roster',
        line: (id, name, bad) => `${id},${name},${bad ? `${month.slice(0, 4)}-13` : month},${amount}`,
      });
  }
}
