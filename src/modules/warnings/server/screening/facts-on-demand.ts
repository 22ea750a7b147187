// Facts of a day with what registers say where nobody had asked them: for thresholds that are only being tried.

import { FACTS } from '../../domain/facts.ts';
import { type AskedCounties, onDemandSources } from './asked-sources.ts';
import type { FactContext } from './fact-source.ts';
import { factsPartition } from './facts-table.ts';
import { datesOf } from './screening-parts.ts';

/** What to select from in the place of the facts of the day; `missing`: the sources it was built without, by county. */
export function factsWith(asOf: string, missing: AskedCounties): string {
  const sources = onDemandSources(missing);
  if (sources.length === 0) return factsPartition(asOf);
  const context: FactContext = { ...datesOf(asOf), scope: () => 'true', villageScope: () => 'true' };
  const given = new Map(sources.flatMap(({ name, facts }) => Object.keys(facts).map((fact) => [fact, name] as const)));
  const columns = FACTS.map(({ name }) =>
    given.has(name) ? `coalesce(f.${name}, of_${given.get(name)}.${name}) as ${name}` : `f.${name}`,
  );
  const joins = sources.map(
    ({ name, key, select }) => `left join (${select(context)}) of_${name} on of_${name}.${key} = f.${key}`,
  );
  return `(select f.county_code, f.household_id, f.village_code, ${columns.join(', ')} from ${factsPartition(asOf)} f ${joins.join(' ')})`;
}
