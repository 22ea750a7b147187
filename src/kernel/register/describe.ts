// A definition as the lines of `registers.tsv`: what the command line tells of it, and what a test holds against the contract.

import { conditionText } from './conditions.ts';
import type { RegisterDefinition } from './define-register.ts';
import type { Field } from './field.ts';

export type DescribedColumn = {
  column: string;
  kind: string;
  required: string;
  values: string;
  unit: string;
  secret: string;
  /** What the column is for: `place`, `since`, …, `several`. */
  note: string;
};

function requiredText(field: Field, definition: RegisterDefinition): string {
  if (field.required === undefined) return '';
  return field.required === true ? 'yes' : conditionText(field.required, definition.fields);
}

/** The register's columns, as there. */
export function describeColumns(definition: RegisterDefinition): DescribedColumn[] {
  return Object.values(definition.fields).map((field) => ({
    column: field.title,
    kind: field.target ? `reference:${field.target}` : field.kind,
    required: requiredText(field, definition),
    values: Object.values(field.values ?? {}).join('|'),
    unit: field.unit ?? '',
    secret: field.secret ?? '',
    note: [field.role?.replace('-', ' '), field.several ? 'several' : undefined].filter(Boolean).join('; '),
  }));
}

/** Headers of the key, divided by `|`. */
export function describeKey({ key, fields }: RegisterDefinition): string {
  return key.map((name) => fields[name]?.title ?? name).join('|');
}
