// The forms of assets as workbooks, of the area and kind that is looked at.

import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';

type Asked = { area: number; kind?: string | undefined; year?: number | undefined };

export function FormMenu(asked: Asked) {
  return (
    <FormsMenu operation="assets.export-form" path="assets/forms" names={FORM_NAMES} query={asked} formats={['xlsx']} />
  );
}
