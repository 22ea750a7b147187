// Forms to fill in, print and hand up.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { INDUSTRY_FORMS } from './forms.ts';

export const industryForms = formRoute({ name: 'industry.form', titles: FORM_NAMES, forms: INDUSTRY_FORMS });
