// What every feed of a county needs while it is written, and the one way by which a row about a person goes out:
// sometimes damaged, sometimes bad, sometimes followed by a row about a stranger.

import { fromEpochDays } from '../../../kernel/plain-date.ts';
import { writePerson } from './damage.ts';
import type { FeedSink, PersonFeed } from './feed-sink.ts';
import { makeOutsiderId } from './identity.ts';
import { pickName, pickSurname } from './names.ts';
import type { Person, Population } from './population.ts';
import type { Random } from './random.ts';
import type { DemoSettings } from './settings.ts';

export type FeedContext = {
  random: Random;
  settings: DemoSettings;
  population: Population;
  sink: FeedSink;
  /** Epoch day of the as-of date. */
  today: number;
};

export type RowShape = {
  feed: PersonFeed;
  /** The line for an ID and a name; with `bad` one of its other cells is not of its form. */
  line: (id: string, name: string, bad: boolean) => string;
  /** The row names the village. */
  village?: boolean;
  /** What follows the ID in its cell. */
  suffix?: string;
};

export type Stranger = { id: string; name: string };

export function makeStranger({ random, population, today }: FeedContext): Stranger {
  const male = random.chance(0.5);
  const birth = fromEpochDays(today - random.between(2, 80) * 365 - random.int(365));
  const naming = random.chance(0.15) ? 'mongolian' : 'han';
  return {
    id: makeOutsiderId(random, population.county, birth, male),
    name: pickName(random, naming, male, pickSurname(random)),
  };
}

export function emitPerson(context: FeedContext, person: Person, shape: RowShape): void {
  const { random, settings, population, sink } = context;
  const suffix = shape.suffix ?? '';
  if (random.chance(settings.badShare)) {
    sink.person(shape.feed, shape.line(person.id + suffix, person.name, true), person.number, 'clean', true, true);
  } else {
    const written = writePerson(random, person, population, settings.damagedShare, shape.village ?? false, suffix);
    const line = shape.line(written.id, written.name, false);
    sink.person(shape.feed, line, person.number, written.damage, false, written.recoverable);
  }
  if (!random.chance(settings.outsiderShare)) return;
  const stranger = makeStranger(context);
  sink.person(shape.feed, shape.line(stranger.id + suffix, stranger.name, false), '', 'outsider', false, false);
}
