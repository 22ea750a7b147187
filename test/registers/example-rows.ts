// A row of each register that is taken, made from its definition.

import { registerTools } from '../../src/app/registers/tools.ts';
import { holds } from '../../src/kernel/register/conditions.ts';
import type { RegisterDefinition } from '../../src/kernel/register/define-register.ts';
import type { Field } from '../../src/kernel/register/field.ts';
import { COUNTY, idNumber, REGION, VILLAGE } from '../small-registry.ts';

const { catalogue } = registerTools;

/** Rows made so far, by the code of their register. */
export type Made = Map<string, { countyCode: number; id: number; values: Record<string, unknown> }>;

export const HOUSEHOLD = {
  number: '户0001',
  village: VILLAGE,
  members: [{ name: '其其格', id: idNumber(19800501, 2), relation: '户主' }],
};

/** What a row needs beside its required fields, for rows that stand on it. */
const MORE: Record<string, Record<string, unknown>> = {
  'assessment-schemes': { regionCode: REGION },
  'asset-incomes': { arrivedOn: '2022-05-31', amountReceivedFen: 1_234_500_000 },
};

/** A value of the field's form; rows of several runs differ by `n` in their text keys. */
function exampleOf(register: RegisterDefinition, name: string, field: Field, made: Made): unknown {
  if (field.target) {
    const target = catalogue.find(field.target);
    const key = target?.key.find((each) => target.fields[each]?.title === field.title) ?? target?.key.at(-1);
    return made.get(field.target)?.values[key ?? ''];
  }
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.values ?? {})[0];
    case 'choices':
      return Object.keys(field.values ?? {}).slice(0, 2);
    case 'household-no':
      return HOUSEHOLD.number;
    case 'name':
      return HOUSEHOLD.members[0]?.name;
    case 'region-code':
      if (name === 'giverCode') return REGION;
      return field.level === 'village' ? VILLAGE : COUNTY;
    case 'day':
      return '2022-05-31';
    case 'month':
      return '2022-05-01';
    case 'year':
      return 2022;
    case 'integer':
      return 1;
    case 'decimal':
    case 'share':
      return 12.5;
    case 'money-yuan':
    case 'money-wan':
      return 1_234_500_000;
    case 'yes-no':
      return true;
    default:
      if (field.form === 'organisation-code') return '无码单位一';
      return field.form === 'figure' ? 'employment.persons' : `示例${register.code}${name}`;
  }
}

/** All that is required of a row; what it refers to must be made. */
export function exampleRow(register: RegisterDefinition, made: Made): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const fields = Object.entries(register.fields);
  for (const [name, field] of fields) if (field.required === true) row[name] = exampleOf(register, name, field, made);
  // What one of them asks for may ask for another.
  for (let pass = 0; pass < 2; pass++)
    for (const [name, field] of fields) {
      const { required } = field;
      if (name in row || required === undefined || required === true) continue;
      if (holds(required, row)) row[name] = exampleOf(register, name, field, made);
    }
  return { ...row, ...MORE[register.code] };
}

/** All registers, or those named and what they stand on; each after those its required references point at. */
export function inOrder(registers = catalogue.registers): RegisterDefinition[] {
  const ordered: RegisterDefinition[] = [];
  const add = (register: RegisterDefinition) => {
    if (ordered.includes(register)) return;
    for (const { target, required } of Object.values(register.fields)) {
      const other = target && required === true ? catalogue.find(target) : undefined;
      if (other && other !== register) add(other);
    }
    ordered.push(register);
  };
  for (const register of registers) add(register);
  return ordered;
}
