// How far the loading of a batch is: reading the file, then matching and writing, which are one step each.

import { useRef } from 'react';
import { JobProgress } from '../../../../platform/web/job-progress.tsx';
import type { BatchDetail } from '../types.ts';
import { phaseWords } from '../words.ts';
import { WRITING } from './use-cancel.ts';

/** Rows per second since reading was first seen on this page. */
function usePace(rows: number): number | undefined {
  const start = useRef({ rows, at: Date.now() });
  const seconds = (Date.now() - start.current.at) / 1000;
  return seconds < 2 || rows <= start.current.rows ? undefined : (rows - start.current.rows) / seconds;
}

type BatchProgressProps = { batch: BatchDetail; onCancel: (() => void) | undefined };

export function BatchProgress({ batch: { state, progress }, onCancel }: BatchProgressProps) {
  const { phase = 'queued', rows = 0, bytes = 0, byteSize = 0 } = progress ?? {};
  const pace = usePace(rows);
  const isRead = byteSize > 0 && bytes >= byteSize;
  const total = bytes > 0 && rows > 0 ? Math.max(rows, Math.round((rows * byteSize) / bytes)) : undefined;
  const isQueued = state === 'queued' || phase === 'queued';
  return (
    <JobProgress
      title={state === 'undoing' ? '撤销' : `装载:${phaseWords(phase)}`}
      state={isQueued && state !== 'undoing' ? 'queued' : 'running'}
      done={rows}
      total={total}
      perSecond={isRead ? undefined : pace}
      onCancel={onCancel}
      note={
        <p className="sw-quiet">
          {phase === WRITING ? '已开始写入,不能再取消;如有错误,装载完成后可以撤销整个批次。' : ''}
          可以离开本页,处理不会中断;从“数据批次”可以回到这里。
        </p>
      }
    />
  );
}
