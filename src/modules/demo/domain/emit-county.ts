// All feeds of one county, household by household, so that nothing but the county's people is held in memory.

import { toEpochDays } from '../../../kernel/plain-date.ts';
import { emitDeath, emitDisability, emitEmployment, emitHousing } from './event-feeds.ts';
import type { FeedContext } from './feed-context.ts';
import type { FeedSink } from './feed-sink.ts';
import type { MedicalFeed } from './medical-feed.ts';
import type { Household, Person, Population } from './population.ts';
import { createRandom, mixSeed } from './random.ts';
import { emitDibao, emitInsurance, emitSchool } from './roster-feeds.ts';
import type { DemoSettings } from './settings.ts';
import { emitVillageEvents } from './village-feeds.ts';

function emitHousehold(context: FeedContext, household: Household, medical: MedicalFeed): void {
  const dead = new Set<Person>();
  for (const person of household.people) {
    if (emitDeath(context, person)) dead.add(person);
    emitInsurance(context, person, dead.has(person));
    emitSchool(context, person, dead.has(person));
    emitDisability(context, person);
    if (!dead.has(person)) emitEmployment(context, person);
    medical.add(context, person);
  }
  emitHousing(context, household);
  if (household.dibao) emitDibao(context, household.people, dead);
}

export function emitCounty(
  settings: DemoSettings,
  population: Population,
  villages: readonly string[],
  medical: MedicalFeed,
  sink: FeedSink,
): void {
  const random = createRandom(mixSeed(mixSeed(settings.seed, 23), population.county));
  const today = toEpochDays(settings.asOf);
  const context: FeedContext = { random, settings, population, sink, today };
  for (const village of villages) emitVillageEvents(random, sink, village, today);
  for (const household of population.households) emitHousehold(context, household, medical);
}
