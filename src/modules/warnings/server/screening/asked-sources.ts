// Facts of registers are read only in counties where a rule that speaks of them can hold (docs/decisions/0034).

import { canHold } from '../../../../kernel/conditions/can-hold.ts';
import { namesIn } from '../../../../kernel/conditions/condition.ts';
import type { RuleDefinition } from '../../domain/rule-definition.ts';
import type { FactContext, FactSource } from './fact-source.ts';
import { FACT_SOURCES } from './fact-sources.ts';
import type { KeptParameter } from './screening-parameters.ts';

/** Counties, of six digits, in which each source is asked; sources that are asked everywhere are not named. */
export type AskedCounties = ReadonlyMap<string, readonly number[]>;

const ON_DEMAND = FACT_SOURCES.filter(({ onDemand }) => onDemand);

export function askedCounties(rules: readonly RuleDefinition[], kept: readonly KeptParameter[]): AskedCounties {
  const values = new Map<number, Map<string, number>>();
  for (const { countyCode, key, value } of kept) {
    const own = values.get(countyCode) ?? new Map<string, number>();
    values.set(countyCode, own.set(key, value));
  }
  return new Map(
    ON_DEMAND.map((source) => {
      const speaking = rules.filter(({ when }) => namesIn(when).facts.some((fact) => fact in source.facts));
      const awake = [...values].filter(([, own]) => speaking.some(({ when }) => canHold(when, (key) => own.get(key))));
      return [source.name, awake.map(([countyCode]) => countyCode).sort((a, b) => a - b)] as const;
    }),
  );
}

/** What `asked` has beyond `before`. */
export function askedBeyond(asked: AskedCounties, before: AskedCounties): AskedCounties {
  return new Map(
    [...asked].flatMap(([name, counties]) => {
      const more = counties.filter((county) => !before.get(name)?.includes(county));
      return more.length > 0 ? [[name, more] as const] : [];
    }),
  );
}

function withinCounties(source: FactSource, counties: readonly number[]): FactSource {
  const list = counties.join(', ');
  const narrow = (c: FactContext): FactContext => ({
    ...c,
    scope: (household, county) => `${c.scope(household, county)}${county ? ` and ${county} in (${list})` : ''}`,
    villageScope: (village) => `${c.villageScope(village)} and ${village} / 1000000 in (${list})`,
  });
  const { evidence } = source;
  return {
    ...source,
    select: (c) => source.select(narrow(c)),
    ...(evidence ? { evidence: (c: FactContext) => evidence(narrow(c)) } : {}),
  };
}

/** Of the sources on demand those that are asked somewhere, each kept to its counties. */
export function onDemandSources(asked: AskedCounties): FactSource[] {
  return ON_DEMAND.flatMap((source) => {
    const counties = asked.get(source.name) ?? [];
    return counties.length > 0 ? [withinCounties(source, counties)] : [];
  });
}

/** All sources a screening asks. */
export function sourcesAsked(asked: AskedCounties): FactSource[] {
  return [...FACT_SOURCES.filter(({ onDemand }) => !onDemand), ...onDemandSources(asked)];
}
