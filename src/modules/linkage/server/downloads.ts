// Forms to fill in, print and hand up.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { LINKAGE_FORMS } from './forms.ts';

export const linkageForms = formRoute({ name: 'linkage.form', titles: FORM_NAMES, forms: LINKAGE_FORMS });
