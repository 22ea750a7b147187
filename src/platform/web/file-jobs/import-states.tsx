// How states of an import are written.

import type { SetState } from '../../../kernel/register/import-contract.ts';
import { StateTag, type Tone } from '../detail-page.tsx';

const STATES: Readonly<Record<SetState, readonly [words: string, tone: Tone]>> = {
  previewing: ['正在预检', 'plain'],
  previewed: ['待导入', 'yellow'],
  importing: ['正在导入', 'plain'],
  done: ['已导入', 'green'],
  failed: ['未能导入', 'red'],
  cancelled: ['已取消', 'plain'],
  undone: ['已撤销', 'plain'],
};

export const isUnderWay = ({ state }: { state: SetState }) => state === 'previewing' || state === 'importing';

export function ImportStateTag({ state }: { state: SetState }) {
  const [words, tone] = STATES[state];
  return <StateTag tone={tone}>{words}</StateTag>;
}
