import { formatInstant } from '../../../../platform/web/numbers.ts';
import type { Member } from '../types.ts';

/** Where a fact stands: file, line and the day it came in; recorded on screen where there is no file. */
export function sourceWords({ batchId, file, line, at }: Member['source']): string {
  if (batchId === 0 || file === '') return '本系统登记';
  return `${file} 第 ${line} 行（${formatInstant(at).slice(0, 10)} 导入）`;
}
