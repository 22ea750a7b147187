/**
 * The form kit: every form of the office is made of it, and of nothing else.
 *
 * - `FormDialog` is a dialog with a form; `DraftForm` the form alone, for a page, or inside `GuardedModal` / `GuardedDrawer`.
 *   Both take `onSend(fields, requestId)`, which sends and throws; `done` is told afterwards, then what `onSent`
 *   does, and the dialog closes, unless it `stays`. The fields are antd's `Form.Item`; an editor with rows of its own is one `Form.Item` whose control
 *   has `value` and `onChange`. There is no other state: what is not a field of the form is not in its draft.
 * - `draft={{ form: 'visit', record: '150923-12', title: '登记走访：白音户' }}` keeps what is typed on the device until it is sent.
 *   Values must be plain data (days as ISO text with `DayInput`, money in fen with `MoneyItem`, files with `PhotosItem`).
 *   Left out for secrets; then leaving asks. `useResume('visit', open)` in the component that opens the form lets somebody go on
 *   with a draft from 我的草稿 or after a reload.
 * - The rest comes by itself: Esc, ✕, 取消, the menu, back and F5 lose nothing; a session that ends is renewed over the form;
 *   faults and refusals stand in the foot; Ctrl+Enter sends.
 *
 *     <FormDialog<Fields> title="登记走访" draft={…} initialValues={{ visitedOn: today }} deed={{ label: '保存' }}
 *       onSend={(fields, requestId) => help.client.addVisit({ requestId, ...fields, photos: fileIds(fields.photos) })}
 *       done="走访已登记" onClose={close}>
 *       <Form.Item name="visitedOn" label="走访日期" rules={[…]}><DayInput latest={today} /></Form.Item>
 *     </FormDialog>
 */

export { todayText } from '../today.ts';
export { choicesOf } from './choices.ts';
export { BasisItem, EffectiveFromItem, HolderItem } from './dated-items.tsx';
export { DayInput } from './day-input.tsx';
export { GuardedDrawer, GuardedModal } from './dialogs.tsx';
export { DraftForm } from './draft-form.tsx';
export { useResume } from './drafts/resume.ts';
export { fileIds, type KeptFile } from './files/kept-file.ts';
export { filesRules, PhotosInput, PhotosItem } from './files/photos-input.tsx';
export { SignaturePad } from './files/signature-input.tsx';
export { SignedOrPaper } from './files/signed-or-paper.tsx';
export { FillBlanks } from './fill-blanks.tsx';
export { FormDialog } from './form-dialog.tsx';
export {
  type Given,
  MoneyInput,
  MoneyItem,
  moneyRules,
  NumberInput,
  NumberItem,
  type NumberLimits,
  numberRules,
  type Written,
  WrittenInput,
} from './number-input.tsx';
export { TakeBackDialog } from './take-back-dialog.tsx';
