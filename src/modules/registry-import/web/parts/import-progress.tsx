// How far a preview or an import is: the file that is read, then the writing, which is one step.

import { FileProgress } from '../../../../platform/web/wizard/file-progress.tsx';
import type { ImportStatus } from '../types.ts';

type ImportProgressProps = { status: ImportStatus; onCancel: (() => void) | undefined };

export function ImportProgress({ status: { state, progress }, onCancel }: ImportProgressProps) {
  const deed = state === 'previewing' ? '预检' : '导入';
  const isQueued = progress === undefined || progress.phase === 'queued';
  return (
    <FileProgress
      title={
        isQueued ? deed : `${deed}：${progress.phase === 'waiting-for-database' ? '等待数据库恢复' : progress.phase}`
      }
      progress={progress}
      noteWhenRead="文件已读完，正在与登记册比对。"
      note="可以离开本页，处理不会中断；从“户人口导入”可以回到这里。"
      onCancel={onCancel}
    />
  );
}
