// The kinds of field a form of an action is made of: data, so that the dialog and the timeline read the same list.

import type { CaseDetail, DetailValues } from '../types.ts';

type Base = {
  /** Where the value stands in the action's detail. */
  name: string;
  label: string;
  required?: boolean;
  hint?: string;
};

export type Choice = { value: string | number; label: string };

export type Field = Base &
  (
    | { kind: 'text'; lines?: number; least?: number; most?: number }
    | { kind: 'day'; mayBeLater?: boolean }
    | { kind: 'count' }
    | { kind: 'money' }
    | { kind: 'people'; least?: number; officials?: boolean }
    /** An official: of the roster, or another name; `officials` are several. */
    | { kind: 'person'; most?: number }
    /** `names`: of all values there are, where the choices are narrowed to what is possible now. */
    | { kind: 'choice'; choices: readonly Choice[]; names?: Readonly<Record<string, string>> }
    | { kind: 'choices'; choices: readonly Choice[]; most: number }
    | { kind: 'yes-no'; yes: string; no: string }
    | { kind: 'files'; most: number; signature?: boolean }
  );

/** Who fills in the form, and on which day. */
export type Filling = { detail: CaseDetail; today: string; viewerName: string; levels: readonly string[] };

export type ActionForm = {
  /** What it means, said above the form. */
  about?: string;
  fields: (filling: Filling) => Field[];
  initial?: (filling: Filling) => DetailValues;
  /** The survey stands after the field of this name. */
  surveyAfter?: string;
};

/** A recorded value in words; undefined where nothing was said, or it is shown elsewhere. */
export function wordsOf(field: Field, value: unknown): string | undefined {
  if (value === undefined || value === '' || field.kind === 'files') return undefined;
  switch (field.kind) {
    case 'yes-no':
      return value === true ? field.yes : field.no;
    case 'choice':
      return (
        field.names?.[String(value)] ?? field.choices.find((choice) => choice.value === value)?.label ?? String(value)
      );
    case 'choices':
    case 'people': {
      const names =
        field.kind === 'choices' ? new Map(field.choices.map((each) => [each.value, each.label])) : undefined;
      const words = (Array.isArray(value) ? value : []).map((each: string) => names?.get(each) ?? each);
      return words.join('、') || undefined;
    }
    case 'money':
      return `${(Number(value) / 100).toFixed(2)} 元`;
    default:
      return String(value);
  }
}
