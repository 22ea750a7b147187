// The door of the slice.

export { assetsDues } from './dues.ts';
export { exportForms } from './export-forms.ts';
export { assetsGuards } from './guards.ts';
export { assetsHandlers } from './handlers.ts';
