// Forms to fill in, print and hand up.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { EMPLOYMENT_FORMS } from './forms.ts';

export const employmentForms = formRoute({ name: 'employment.form', titles: FORM_NAMES, forms: EMPLOYMENT_FORMS });
