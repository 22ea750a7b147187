// Forms to fill in, print and hand up.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { RELOCATION_FORMS } from './forms.ts';

export const relocationForms = formRoute({ name: 'relocation.form', titles: FORM_NAMES, forms: RELOCATION_FORMS });
