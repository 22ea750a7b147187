import type { WizardStep } from '../../../../platform/web/wizard/wizard.tsx';

const STEPS = [
  { key: 'choose', title: '选文件' },
  { key: 'columns', title: '识别列' },
  { key: 'preview', title: '预检' },
  { key: 'import', title: '导入' },
  { key: 'outcome', title: '结果' },
];

/** The steps of the import, with the content and the button of the one that is open. */
export function stepsWith(at: number, open: Omit<WizardStep, 'key' | 'title'>): WizardStep[] {
  return STEPS.map((step, i) => ({ ...step, content: null, ...(i === at ? open : {}) }));
}
