// The rules over what was gathered: each row is looked at once, and what it breaks are the bits of one number. Words are made only of what is found.

import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';
import type { CleaningRule } from '../domain/rule-definition.ts';
import { RULES } from '../domain/rules/index.ts';
import { isOn } from '../domain/settings.ts';
import type { Condition, Terms } from './conditions/condition.ts';
import { CONDITIONS } from './conditions/index.ts';

/** Bits of a bigint, without its sign. */
const MOST_BITS = 63;

type Asked = { rule: CleaningRule; condition: Condition };

/** Rules that are switched on in the county. */
export function rulesAsked({ of }: Terms): CleaningRule[] {
  const isPasture = of('pasture') > 0;
  return RULES.filter((rule) => rule.checked && isOn(of, rule.code) && !(isPasture && rule.pasture === 'off'));
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

function findSql(asked: readonly Asked[], on: Condition['on'], terms: Terms): string {
  if (asked.length > MOST_BITS) throw new Error('more conditions than bits');
  const isPasture = terms.of('pasture') > 0;
  const mask = asked
    .map(({ condition }, bit) => `case when ${condition.when(terms)} then ${2n ** BigInt(bit)}::bigint else 0 end`)
    .join(' + ');
  const choose = (what: (asked: Asked) => string) =>
    `case b.bit ${asked.map((one, bit) => `when ${bit} then ${what(one)}`).join(' ')} end`;
  const value = choose(({ condition }) => condition.value);
  const [member, from] =
    on === 'person'
      ? ['p.id', 'work_persons p join work_households h on h.id = p.household_id']
      : ['null::bigint', 'work_households h'];
  const severity = choose(({ rule }) => quoted(isPasture && rule.pasture === 'info' ? 'info' : rule.severity));
  // Two conditions of one rule that hold of one subject are one finding.
  return `
    select household_id, person_id, village_code, rule, max(version) as version, max(severity) as severity, max(field) as field,
      string_agg(value, '；' order by bit) as value, hashtextextended(string_agg(key, '；' order by bit), 0) as value_key
    from (select h.id as household_id, ${member} as person_id, h.village_code, b.bit, ${choose(({ rule }) => quoted(rule.code))} as rule,
        ${choose(({ rule }) => String(rule.version))} as version, ${severity} as severity, ${choose(({ condition }) => (condition.field ? quoted(condition.field) : 'null'))} as field,
        ${value} as value, ${choose(({ condition }) => condition.key ?? condition.value)} as key
      from (select ${on === 'person' ? 'p.id as person, p.household_id as home' : 'h.id as person, h.id as home'}, ${mask} as mask from ${from} offset 0) k
        ${on === 'person' ? 'join work_persons p on p.id = k.person' : ''}
        join work_households h on h.id = k.home
        cross join lateral (select bit from generate_series(0, ${asked.length - 1}) bit where k.mask >> bit & 1 = 1) b
      where k.mask <> 0) f
    group by household_id, person_id, village_code, rule`;
}

/** `work_found`: what the rules in force find in what `gather` made. Answers how many. */
export async function findDoubts(tx: Tx, rules: readonly CleaningRule[], terms: Terms): Promise<number> {
  await tx.script(`create temp table work_found (household_id bigint, person_id bigint, village_code bigint, rule text, version int, severity text, field text,
    value text, value_key bigint) on commit drop`);
  let found = 0;
  for (const on of ['person', 'household'] as const) {
    const asked = rules.flatMap((rule) =>
      (CONDITIONS[rule.code] ?? []).filter((one) => one.on === on).map((condition) => ({ rule, condition })),
    );
    if (asked.length > 0) found += await tx.run(sql`insert into work_found ${sql.raw(findSql(asked, on, terms))}`);
  }
  await tx.script('analyze work_found');
  return found;
}
