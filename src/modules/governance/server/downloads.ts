// Forms of governance as files.

import { formRoute } from '../../regions/server/index.ts';
import { FORM_NAMES } from '../domain/form-words.ts';
import { GOVERNANCE_FORMS } from './forms.ts';

export const governanceForms = formRoute({ name: 'governance.form', titles: FORM_NAMES, forms: GOVERNANCE_FORMS });
