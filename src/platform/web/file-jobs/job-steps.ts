import type { WizardStep } from '../wizard/wizard.tsx';

type Step = Pick<WizardStep, 'key' | 'title'>;

/** Steps of a wizard, with the content and the button of the one that is open. */
export function stepsWith(steps: readonly Step[], at: number, open: Omit<WizardStep, 'key' | 'title'>): WizardStep[] {
  return steps.map((step, i) => ({ ...step, content: null, ...(i === at ? open : {}) }));
}

/** An import, step by step; where columns are told apart by hand, `columns` comes between. */
const CHOOSE = { key: 'choose', title: '选文件' };
const COLUMNS = { key: 'columns', title: '识别列' };
const REST = [
  { key: 'preview', title: '预检' },
  { key: 'import', title: '导入' },
  { key: 'outcome', title: '结果' },
];
export const IMPORT_STEPS: readonly Step[] = [CHOOSE, ...REST];
export const IMPORT_STEPS_WITH_COLUMNS: readonly Step[] = [CHOOSE, COLUMNS, ...REST];
