// The three states every page has besides its content: nothing there, could not be read, still being read.

import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { failureOf } from './api.ts';

type EmptyProps = { what: string; hint?: ReactNode; action?: ReactNode };

/** Says what is not there and what may be done about it. */
export function Empty({ what, hint, action }: EmptyProps) {
  return (
    <div className="sw-state">
      <p className="sw-state-title">{what}</p>
      {hint ? <p className="sw-quiet">{hint}</p> : null}
      {action}
    </div>
  );
}

export function Failed({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const failure = failureOf(error);
  return (
    <div className="sw-state" role="alert">
      <p className="sw-state-title">{failure.message}</p>
      {failure.requestId ? <p className="sw-quiet">请求编号 {failure.requestId}</p> : null}
      {onRetry ? <Button onClick={onRetry}>重试</Button> : null}
    </div>
  );
}

export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <output className="sw-loading" aria-label="正在读取">
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </output>
  );
}
