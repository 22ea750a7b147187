// Forms of funds and projects as they are handed up and printed.

import { READERS } from '../../../../kernel/operation.ts';
import { type FormReader, formRoute } from '../../../regions/server/index.ts';
import { FORMS, type FormKey, PROJECT_FORM_NAMES, type ProjectFormKey } from '../../domain/forms.ts';
import { FUND_FORM_READERS } from './fund-forms.ts';
import { readForm } from './read-form.ts';

const reading =
  (key: ProjectFormKey): FormReader =>
  (tx, { range, year }) =>
    readForm(tx, key, range, year);

const PROJECT_FORM_READERS = Object.fromEntries(
  Object.keys(PROJECT_FORM_NAMES).map((key) => [key, reading(key as ProjectFormKey)]),
) as Record<ProjectFormKey, FormReader>;

export const moneyForms = formRoute<FormKey>({
  ...{ name: 'money.export-form', roles: READERS, titles: FORMS },
  forms: { ...PROJECT_FORM_READERS, ...FUND_FORM_READERS },
});
