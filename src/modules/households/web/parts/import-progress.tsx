// How far a preview or an import is: the file that is read, then the writing, which is one step.

import { useRef } from 'react';
import { JobProgress } from '../../../../platform/web/job-progress.tsx';
import type { ImportStatus } from '../types.ts';

type ImportProgressProps = { status: ImportStatus; onCancel: (() => void) | undefined };

/** Rows per second since this file was first seen on this page. */
function usePace(phase: string, rows: number): number | undefined {
  const start = useRef({ phase, rows, at: Date.now() });
  if (start.current.phase !== phase) start.current = { phase, rows, at: Date.now() };
  const seconds = (Date.now() - start.current.at) / 1000;
  return seconds < 2 || rows <= start.current.rows ? undefined : (rows - start.current.rows) / seconds;
}

export function ImportProgress({ status: { state, progress }, onCancel }: ImportProgressProps) {
  const { phase = 'queued', rows = 0, bytes = 0, byteSize = 0 } = progress ?? {};
  const pace = usePace(phase, rows);
  const isQueued = phase === 'queued';
  const isRead = byteSize > 0 && bytes >= byteSize;
  const total = bytes > 0 && rows > 0 ? Math.max(rows, Math.round((rows * byteSize) / bytes)) : undefined;
  const deed = state === 'previewing' ? '预检' : '导入';
  return (
    <JobProgress
      title={isQueued ? deed : `${deed}:${phase}`}
      state={isQueued ? 'queued' : 'running'}
      done={rows}
      total={total}
      perSecond={isRead ? undefined : pace}
      onCancel={onCancel}
      note={
        <p className="sw-quiet">
          {isRead ? '文件已读完,正在与登记册比对。' : ''}
          可以离开本页,处理不会中断;从“户人口导入”可以回到这里。
        </p>
      }
    />
  );
}
