// Forms of construction as files.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { CONSTRUCTION_FORMS } from './forms.ts';

export const constructionForms = formRoute({
  name: 'construction.form',
  titles: FORM_NAMES,
  forms: CONSTRUCTION_FORMS,
});
