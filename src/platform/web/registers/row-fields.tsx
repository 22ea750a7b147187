// The fields of a row as a form: made from the definition, with what must be filled told as it is typed.

import { Form } from 'antd';
import type { Rule } from 'antd/es/form';
import { conditionWords, holds } from '../../../kernel/register/conditions.ts';
import { allFields, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Field } from '../../../kernel/register/field.ts';
import { keptForMoves } from '../../../kernel/register/states.ts';
import { KINDS_ON_SCREEN, titleOf } from './kinds.tsx';

export type RowValues = Record<string, unknown>;

/** Voiding is a deed of its own, with a reason. */
const NOT_TYPED = new Set(['voided', 'voidReason']);

/** What is typed of a row: all of it for a new one; of an old one not its key. */
export function typedFields(register: RegisterDefinition, isNew: boolean): [string, Field][] {
  const fixed = new Set([...(isNew ? [] : register.key), ...keptForMoves(register.states)]);
  return allFields(register).filter(([name]) => !NOT_TYPED.has(name) && !fixed.has(name));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function rulesOf(field: Field, isRequired: boolean): Rule[] {
  const missing: Rule = {
    required: isRequired,
    validator: (_rule, value: unknown) =>
      isRequired && isEmpty(value) ? Promise.reject(new Error(`请填写${field.title}`)) : Promise.resolve(),
  };
  return [missing, ...(field.secret ? [] : (KINDS_ON_SCREEN[field.kind].rules?.(field) ?? []))];
}

function hintOf({ hint, required }: Field, { fields }: RegisterDefinition): string | undefined {
  const condition = required === undefined || required === true ? undefined : conditionWords(required, fields);
  return [hint, condition].filter(Boolean).join('。') || undefined;
}

type RowFieldsProps = {
  register: RegisterDefinition;
  fields: readonly [string, Field][];
  /** What stands in the row beside what is typed: conditions may ask about it. */
  fixed?: RowValues;
  /** Fields that must be filled here, whatever the register asks of its rows. */
  asked?: readonly string[];
};

export function RowFields({ register, fields, fixed = {}, asked = [] }: RowFieldsProps) {
  const form = Form.useFormInstance<RowValues>();
  const typed = Form.useWatch((values: RowValues) => values, form) ?? {};
  const row = { ...fixed, ...typed };
  return (
    <div className="sw-register-fields">
      {fields.map(([name, field]) => {
        const { control, wide } = KINDS_ON_SCREEN[field.kind];
        const isRequired =
          asked.includes(name) ||
          field.required === true ||
          (field.required !== undefined && holds(field.required, row));
        return (
          <Form.Item
            key={name}
            name={name}
            label={titleOf(field)}
            extra={hintOf(field, register)}
            {...(wide ? { className: 'sw-register-wide' } : {})}
            rules={rulesOf(field, isRequired)}
          >
            {control(field)}
          </Form.Item>
        );
      })}
    </div>
  );
}

/** `undefined` of a control that was emptied is null of a row. */
function asStored(value: unknown): unknown {
  return isEmpty(value) ? null : typeof value === 'string' ? value.trim() || null : value;
}

/** What is sent of a new row: what is empty is left out. */
export function filledValues(fields: readonly [string, Field][], typed: RowValues): RowValues {
  return Object.fromEntries(
    fields.map(([name]) => [name, asStored(typed[name])]).filter(([, value]) => value !== null),
  ) as RowValues;
}

/** What is sent of an old row: what is other than it was. */
export function changedValues(fields: readonly [string, Field][], typed: RowValues, before: RowValues): RowValues {
  return Object.fromEntries(
    fields
      .map(([name]) => [name, asStored(typed[name])] as const)
      .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(asStored(before[name]))),
  );
}
