// How far the reading of a file is, and what comes after it, which is one step.

import { useRef } from 'react';
import { JobProgress } from '../wizard/job-progress.tsx';

export type ReadProgress = { phase: string; bytes: number; byteSize: number; rows: number };

/** As jobs name it: the work goes on by itself. */
const WAITING_FOR_DATABASE = 'waiting-for-database';
const WAITING_WORDS = '数据库连接中断，正在等待恢复；恢复后自动继续，不需要重新提交。';

const QUEUED: ReadProgress = { phase: 'queued', bytes: 0, byteSize: 0, rows: 0 };

type FileProgressProps = {
  title: string;
  /** Undefined before the work is taken up. */
  progress: ReadProgress | undefined;
  isQueued?: boolean;
  /** What is said while the file is read, and what once it is read. */
  note: string;
  noteWhenRead?: string;
  onCancel: (() => void) | undefined;
};

/** Rows per second since this phase was first seen on this page. */
function usePace({ phase, rows }: ReadProgress): number | undefined {
  const start = useRef({ phase, rows, at: Date.now() });
  if (start.current.phase !== phase) start.current = { phase, rows, at: Date.now() };
  const seconds = (Date.now() - start.current.at) / 1000;
  return seconds < 2 || rows <= start.current.rows ? undefined : (rows - start.current.rows) / seconds;
}

export function FileProgress({ title, progress = QUEUED, isQueued, note, noteWhenRead, onCancel }: FileProgressProps) {
  const { phase, rows, bytes, byteSize } = progress;
  const pace = usePace(progress);
  const isRead = byteSize > 0 && bytes >= byteSize;
  const total = bytes > 0 && rows > 0 ? Math.max(rows, Math.round((rows * byteSize) / bytes)) : undefined;
  return (
    <JobProgress
      title={title}
      state={(isQueued ?? phase === 'queued') ? 'queued' : 'running'}
      done={rows}
      total={total}
      perSecond={isRead ? undefined : pace}
      onCancel={onCancel}
      note={
        <p className="sw-quiet">
          {phase === WAITING_FOR_DATABASE ? WAITING_WORDS : isRead ? noteWhenRead : ''}
          {note}
        </p>
      }
    />
  );
}
