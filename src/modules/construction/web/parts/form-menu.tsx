// The forms of construction of the area that is looked at.

import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';

export function FormMenu({ area }: { area: number }) {
  return <FormsMenu operation="construction.form" path="construction/forms" names={FORM_NAMES} query={{ area }} />;
}
