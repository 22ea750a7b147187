// How states of an import are written.

import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ImportBatch } from '../types.ts';

const IMPORT_STATES: Record<ImportBatch['state'], string> = {
  previewing: '正在预检',
  previewed: '待导入',
  importing: '正在导入',
  done: '已完成',
  failed: '未能完成',
  cancelled: '已取消',
};

const IMPORT_TONES = { done: 'green', failed: 'red', previewed: 'yellow' } as const;

export function ImportStateTag({ state }: { state: ImportBatch['state'] }) {
  const tone = state in IMPORT_TONES ? IMPORT_TONES[state as keyof typeof IMPORT_TONES] : 'plain';
  return <StateTag tone={tone}>{IMPORT_STATES[state]}</StateTag>;
}
