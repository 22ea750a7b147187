// How far the loading of a batch is: reading the file, then matching and writing, which are one step each.

import { FileProgress } from '../../../../platform/web/file-jobs/file-progress.tsx';
import type { BatchDetail } from '../types.ts';
import { phaseWords } from '../words.ts';
import { WRITING } from './use-cancel.ts';

type BatchProgressProps = { batch: BatchDetail; onCancel: (() => void) | undefined };

export function BatchProgress({ batch: { state, progress }, onCancel }: BatchProgressProps) {
  const phase = progress?.phase ?? 'queued';
  return (
    <FileProgress
      title={state === 'undoing' ? '撤销' : `装载：${phaseWords(phase)}`}
      progress={progress}
      isQueued={state !== 'undoing' && (state === 'queued' || phase === 'queued')}
      noteWhenRead={phase === WRITING ? '已开始写入，不能再取消；如有错误，装载完成后可以撤销整个批次。' : ''}
      note="可以离开本页，处理不会中断；从“数据批次”可以回到这里。"
      onCancel={onCancel}
    />
  );
}
