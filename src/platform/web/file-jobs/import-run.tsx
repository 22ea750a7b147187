// An import from its preview on: how far it is, what it would do, the way to start it, and what it did. It stands in the address,
// so the page may be left.

import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { SetState } from '../../../kernel/register/import-contract.ts';
import { type Confirmation, useConfirm, useShowFailure } from '../confirm.ts';
import { Wizard, type WizardStep } from '../wizard/wizard.tsx';
import { FileProgress, type ReadProgress } from './file-progress.tsx';
import { isUnderWay } from './import-states.tsx';
import { stepsWith } from './job-steps.ts';
import { OneJob } from './one-job.tsx';

export type ImportJob = { state: SetState; progress?: ReadProgress | undefined };
type Deed = 'start' | 'cancel' | 'undo';

type ImportRunProps<Job extends ImportJob, Key extends QueryKey> = {
  title: string;
  steps: readonly Pick<WizardStep, 'key' | 'title'>[];
  query: Parameters<typeof OneJob<Job, Key>>[0]['query'];
  /** What the rows go into, and the menu entry under which the import is found again. */
  into: string;
  entry: string;
  /** Whether the account may start, cancel and undo. */
  mayStart: boolean;
  deeds: { start: () => Promise<unknown>; cancel: () => Promise<unknown>; undo?: () => Promise<unknown> };
  onAgain: () => void;
  /** Whether there is something to show of it, where it did not end well. */
  hasOutcome: (job: Job) => boolean;
  /** Why starting would be in vain. */
  nothingToDo?: (job: Job) => string | undefined;
  /** Counts and refused rows; `onUndo` only where it can be taken back. */
  outcome: (job: Job, onUndo: (() => void) | undefined) => ReactNode;
};

function questionsOf(into: string): Record<'cancel' | 'undo', Omit<Confirmation, 'run'>> {
  return {
    cancel: {
      title: '取消导入',
      what: `已处理的内容不会保留，${into}不作改动。需要时可以重新导入。`,
      deed: '取消导入',
      danger: true,
    },
    undo: {
      title: '撤销这次导入',
      what: '这次新增的记录会移出台账，改动的记录恢复原样；历史仍然保留。',
      deed: '撤销导入',
      danger: true,
    },
  };
}

/** The step it stands in, of steps that end with 预检, 导入, 结果. */
function placeOf(state: SetState, hasOutcome: boolean, count: number): number {
  if (state === 'importing') return count - 2;
  return state === 'done' || state === 'undone' || (hasOutcome && state !== 'previewed' && state !== 'previewing')
    ? count - 1
    : count - 3;
}

export function ImportRun<Job extends ImportJob, Key extends QueryKey>(props: ImportRunProps<Job, Key>) {
  return (
    <OneJob query={props.query} isRunning={isUnderWay}>
      {(job, again) => <Shown {...props} job={job} again={again} />}
    </OneJob>
  );
}

type ShownProps<Job extends ImportJob, Key extends QueryKey> = ImportRunProps<Job, Key> & {
  job: Job;
  again: () => Promise<unknown>;
};

function Shown<Job extends ImportJob, Key extends QueryKey>(props: ShownProps<Job, Key>) {
  const { job, again, title, steps, into, entry, mayStart, deeds, onAgain } = props;
  const showFailure = useShowFailure();
  const confirm = useConfirm();
  const [busy, setBusy] = useState(false);
  const { state, progress } = job;

  async function run(deed: Deed) {
    setBusy(true);
    await deeds[deed]?.().catch(showFailure);
    await again();
    setBusy(false);
  }

  const ask = (deed: 'cancel' | 'undo') => () => confirm({ ...questionsOf(into)[deed], run: () => run(deed) });
  const verb = state === 'previewing' ? '预检' : '导入';
  const isRunning = isUnderWay(job);
  const content = isRunning ? (
    <FileProgress
      title={verb}
      progress={progress}
      noteWhenRead={`文件已读完，正在与${into}比对。`}
      note={`可以离开本页，处理不会中断；从“${entry}”可以回到这里。`}
      onCancel={mayStart ? ask('cancel') : undefined}
    />
  ) : (
    props.outcome(job, mayStart && state === 'done' && deeds.undo ? ask('undo') : undefined)
  );
  const leadsOn =
    state === 'previewed'
      ? { nextLabel: '开始导入', blockedBy: props.nothingToDo?.(job), onNext: () => run('start') }
      : { nextLabel: '再次导入', onNext: onAgain };
  const at = placeOf(state, props.hasOutcome(job), steps.length);
  const open = { content, ...(isRunning || !mayStart ? {} : leadsOn) };
  return <Wizard title={title} steps={stepsWith(steps, at, open)} at={at} busy={busy} onBack={onAgain} />;
}
