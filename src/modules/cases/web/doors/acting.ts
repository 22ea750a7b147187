// A door for pages of slices above on which cases are acted on: forms come with those pages, not with the frame.

export { ActionDialog } from '../forms/action-dialog.tsx';
export { ACTION_FORMS } from '../forms/action-fields.ts';
export { ActionForm, detailOf, useFilling } from '../forms/action-form.tsx';
export { carriedTo, carryOn } from '../forms/carried.ts';
export { FieldItem } from '../forms/field-item.tsx';
export type { Field } from '../forms/fields.ts';
export { useUndo } from '../forms/undo.tsx';
export { CaseBrief } from '../parts/case-brief.tsx';
