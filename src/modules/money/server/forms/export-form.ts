// Forms of projects as they are handed up and printed.

import { READERS } from '../../../../kernel/operation.ts';
import { type FormReader, formRoute } from '../../../regions/server/index.ts';
import { FORMS, type FormKey } from '../../domain/forms.ts';
import { readForm } from './read-form.ts';

const reading =
  (key: FormKey): FormReader =>
  (tx, { range, year }) =>
    readForm(tx, key, range, year);

export const moneyForms = formRoute<FormKey>({
  ...{ name: 'money.export-form', roles: READERS, titles: FORMS },
  forms: Object.fromEntries(Object.keys(FORMS).map((key) => [key, reading(key as FormKey)])) as Record<
    FormKey,
    FormReader
  >,
});
