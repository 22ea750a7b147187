// Long work under way: how far, how fast, how long still. The page may be left; the work goes on.

import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { formatCount, formatDuration } from '../numbers.ts';

export type JobProgressProps = {
  title: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  done: number;
  /** Unknown until the size of the work is known. */
  total?: number | undefined;
  unit?: string;
  perSecond?: number | undefined;
  note?: ReactNode;
  onCancel?: (() => void) | undefined;
};

const STATE_WORDS: Record<JobProgressProps['state'], string> = {
  queued: '排队等候',
  running: '正在处理',
  done: '已完成',
  failed: '未能完成',
};

const BAR_STATUS = { queued: 'normal', running: 'normal', done: 'success', failed: 'exception' } as const;

export function JobProgress(props: JobProgressProps) {
  const { title, state, done, total, unit = '行', perSecond, note, onCancel } = props;
  const percent = state === 'done' ? 100 : total ? Math.min(99, Math.floor((done / total) * 100)) : 0;
  const left = total && perSecond ? (total - done) / perSecond : undefined;
  const running = state === 'running';
  return (
    <section className="sw-job" aria-live="polite">
      <div className="sw-job-line">
        <strong>{title}</strong>
        <span className={state === 'failed' ? 'sw-tone-red' : 'sw-quiet'}>{STATE_WORDS[state]}</span>
      </div>
      <Progress aria-label={`${title}进度`} percent={percent} status={BAR_STATUS[state]} size="small" />
      <div className="sw-job-line sw-quiet">
        <span>
          {formatCount(done)}
          {total ? ` / ${formatCount(total)}` : ''} {unit}
        </span>
        {running && perSecond ? (
          <span>
            每秒 {formatCount(Math.round(perSecond))} {unit}
          </span>
        ) : null}
        {running && left !== undefined ? <span>预计还需 {formatDuration(left)}</span> : null}
        {running && onCancel ? (
          <Button size="small" onClick={onCancel}>
            取消
          </Button>
        ) : null}
      </div>
      {note}
    </section>
  );
}
