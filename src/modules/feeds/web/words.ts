// The words of this slice's codes on screen, and its addresses.

import type { BatchItem, Candidate } from './types.ts';

const PHASES: Record<string, string> = {
  queued: '等候装载',
  read: '读取和检查',
  match: '匹配到人',
  store: '写入',
  'waiting-for-database': '等待数据库恢复',
};

export function phaseWords(phase: string): string {
  return PHASES[phase] ?? '处理';
}

export const ID_RELATIONS: Record<Candidate['idRelation'], string> = {
  same: '一致',
  'one-edit': '相差一位',
  different: '不同',
  unknown: '无法比对',
};

export function batchPath({ id }: Pick<BatchItem, 'id'>): string {
  return `/feeds/batches/${id}`;
}

export function reviewPath({ batchId, line }: { batchId: number; line: number }): string {
  return `/feeds/review/${batchId}-${line}`;
}
