// Forms to fill in, print and hand up.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { INSURANCE_FORMS } from './forms.ts';

export const insuranceForms = formRoute({ name: 'insurance.form', titles: FORM_NAMES, forms: INSURANCE_FORMS });
