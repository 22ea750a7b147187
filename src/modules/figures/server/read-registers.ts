// The registers that figures are counted from, by their codes.

import { type RawBuilder, sql } from 'kysely';
import { catalogueOf } from '../../../kernel/register/catalogue.ts';
import { type RegisterDefinition, roleField } from '../../../kernel/register/define-register.ts';
import { KIND_RULES } from '../../../kernel/register/kinds.ts';
import { columnOf } from '../../../platform/server/registers/columns.ts';
import { agendaRegisters } from '../../agenda/domain/registers.ts';
import { assessmentRegisters } from '../../assessment/domain/registers.ts';
import { assetsRegisters } from '../../assets/domain/registers/registers.ts';
import { cluesRegisters } from '../../clues/domain/registers.ts';
import { constructionRegisters } from '../../construction/domain/registers/registers.ts';
import { employmentRegisters } from '../../employment/domain/registers/registers.ts';
import { fundsRegisters } from '../../funds/domain/registers.ts';
import { governanceRegisters } from '../../governance/domain/registers/registers.ts';
import { helpRegisters } from '../../help/domain/registers/registers.ts';
import { householdsRegisters } from '../../households/domain/registers/registers.ts';
import { industryRegisters } from '../../industry/domain/registers/registers.ts';
import { insuranceRegisters } from '../../insurance/domain/registers.ts';
import { pairingRegisters } from '../../pairing/domain/registers/registers.ts';
import { policiesRegisters } from '../../policies/domain/registers.ts';
import { projectsRegisters } from '../../projects/domain/registers.ts';
import { regionsRegisters } from '../../regions/domain/registers.ts';
import { teamsRegisters } from '../../teams/domain/registers/registers.ts';
import { figuresRegisters } from '../domain/registers.ts';

const read = catalogueOf([
  ...regionsRegisters,
  ...policiesRegisters,
  ...agendaRegisters,
  ...householdsRegisters,
  ...cluesRegisters,
  ...helpRegisters,
  ...insuranceRegisters,
  ...projectsRegisters,
  ...fundsRegisters,
  ...assetsRegisters,
  ...industryRegisters,
  ...employmentRegisters,
  ...pairingRegisters,
  ...teamsRegisters,
  ...constructionRegisters,
  ...governanceRegisters,
  ...assessmentRegisters,
  ...figuresRegisters,
] as unknown as RegisterDefinition[]);

/** The register of this code; another one is an error of the program. */
export function registerRead(code: string): RegisterDefinition {
  const found = read.find(code);
  if (!found) throw new Error(`no figure reads ${code}`);
  return found;
}

/** What else figures are counted from. */
const OTHER_TITLES: Readonly<Record<string, string>> = {
  households: '农牧户',
  members: '家庭成员',
  'dibao-roster': '低保名册',
  clues: '风险线索',
  cases: '监测个案',
  case_measures: '一户一策帮扶措施',
};

/** The title of what a row comes from. */
export function titleOf(code: string): string {
  return OTHER_TITLES[code] ?? read.find(code)?.title ?? code;
}

/** Codes of a choice by the words of its files, for settings that are written in words. */
export function codesOfWords(register: string, field: string, words: readonly string[]): string[] {
  const names = Object.entries(registerRead(register).fields[field]?.values ?? {});
  return names.filter(([, word]) => words.includes(word)).map(([code]) => code);
}

/** The word of a choice, in SQL over an alias. */
export function wordOf(register: string, name: string, alias: string): RawBuilder<unknown> {
  const { column, field } = columnOf(registerRead(register), name);
  return sql.raw(KIND_RULES[field.kind].written(`${alias}.${column}`, field));
}

/** What a row of a figure's list is made of, in SQL over an alias. */
export type Cells = {
  /** What is counted once. */
  object: RawBuilder<unknown>;
  /** What is added up; 1 where rows are counted. */
  amount?: RawBuilder<unknown>;
  /** Region of the row, where it is not that of the register's row. */
  place?: RawBuilder<unknown>;
};

/** Columns of a row behind a figure, in order. `batch`: the import it came with; `object`: what is counted once. */
const ROW_COLUMNS = [
  'register',
  'key',
  'place',
  'object',
  'amount',
  'since',
  'until',
  'batch',
  'file_no',
  'line',
  'county_code',
  'record_id',
] as const;

/** Those columns of a subquery that has them; what is given stands in the place of its column. */
export function rowColumns(
  alias: string,
  instead: Partial<Record<(typeof ROW_COLUMNS)[number], RawBuilder<unknown>>> = {},
): RawBuilder<unknown> {
  return sql.join(
    ROW_COLUMNS.map((name) =>
      instead[name] ? sql`${instead[name]} as ${sql.ref(name)}` : sql.ref(`${alias}.${name}`),
    ),
  );
}

/** Columns of a list of rows behind a figure, of a row of the register that stands there as `alias`. */
export function registerCells(code: string, alias: string, { object, amount, place }: Cells): RawBuilder<unknown> {
  const register = registerRead(code);
  const column = (name: string) => `${alias}.${columnOf(register, name).column}`;
  const key = register.key.map((name) => {
    const { column: own, field } = columnOf(register, name);
    return KIND_RULES[field.kind].written(`${alias}.${own}`, field);
  });
  const day = (...roles: ('since' | 'until' | 'through')[]) => {
    const names = roles.flatMap((role) => roleField(register, role) ?? []).map((name) => `${column(name)}::date`);
    return names.length === 0 ? 'null::date' : `least(${names.join(', ')})`;
  };
  return sql`${sql.lit(code)} as register, ${sql.raw(`concat_ws(' ', ${key.join(', ')})`)} as key,
    (${place ?? sql.raw(`${alias}.place_code`)})::bigint as place, (${object})::text as object,
    (${amount ?? sql`1`})::numeric as amount, ${sql.raw(day('since'))} as since, ${sql.raw(day('until', 'through'))} as until,
    ${sql.raw(`${alias}.set_id as batch, ${alias}.file_no, ${alias}.line, ${alias}.county_code, ${alias}.id as record_id`)}`;
}

/** The same of a household or a member of the registry that stands there as `alias`, with its number, batch and line. */
export function registryCells(
  code: 'households' | 'members',
  alias: string,
  { object, amount, place }: Cells,
): RawBuilder<unknown> {
  return sql`${sql.lit(code)} as register, ${sql.raw(`${alias}.number`)} as key,
    (${place ?? sql.raw(`${alias}.village_code`)})::bigint as place, (${object})::text as object,
    (${amount ?? sql`1`})::numeric as amount, null::date as since, null::date as until,
    ${sql.raw(`${alias}.batch_id as batch, null::int as file_no, ${alias}.line, ${alias}.county_code, ${alias}.id as record_id`)}`;
}
